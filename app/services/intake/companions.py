"""Stores what comes with a mention: attachments (equal bytes once) and the message exactly as it came."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from sqlalchemy import Connection, insert
from sqlalchemy.dialects import postgresql, sqlite

from app.models.domain.incoming import IncomingMention
from app.models.schema.mentions import Attachment, AttachmentContent, MentionOriginal


def store_companions(connection: Connection, mentions: Iterable[tuple[int, IncomingMention]]) -> None:
    """Store attachments and originals of (id, mention)."""
    contents: dict[bytes, bytes] = {}
    files: list[dict[str, object]] = []
    originals: list[dict[str, object]] = []
    for mention_id, mention in mentions:
        if mention.raw is not None:
            originals.append({"mention_id": mention_id, "raw": mention.raw})
        for each in mention.attachments:
            digest = None
            if each.content is not None:
                digest = sha256(each.content).digest()
                contents[digest] = each.content
            values = {"name": each.name, "media_type": each.media_type, "size": each.size, "sha256": digest}
            files.append({"mention_id": mention_id, "reply_id": None, **values})
    if originals:
        connection.execute(insert(MentionOriginal), originals)
    if contents:
        _store_contents(connection, contents)
    if files:
        connection.execute(insert(Attachment), files)


def _store_contents(connection: Connection, contents: dict[bytes, bytes]) -> None:
    module = postgresql if connection.dialect.name == "postgresql" else sqlite
    rows = [{"sha256": digest, "content": contents[digest]} for digest in sorted(contents)]
    connection.execute(module.insert(AttachmentContent).on_conflict_do_nothing(index_elements=["sha256"]), rows)
