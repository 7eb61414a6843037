"""Files that came with mentions and go with replies: kept once for equal bytes, checked before they may leave."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import ColumnElement, Connection, and_, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from app.models.domain.channel_kind import ReplyLimits
from app.models.domain.inbox import AttachmentInfo
from app.models.domain.sending_files import LARGEST, MOST, has_picture_metadata, is_media_allowed, refusal
from app.models.domain.vocabulary import DeliveryState, Visibility
from app.models.domain.words import clean_text
from app.models.schema.cases import Reply
from app.models.schema.mentions import Attachment, AttachmentContent
from app.services.database import Database
from app.services.errors import Invalid, Refused

_GIVEN_BACK = (DeliveryState.WITHDRAWN, DeliveryState.REFUSED)


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file to send along; pictures go as they are, with what the camera wrote into them."""

    name: str
    media_type: str
    content: bytes


class AttachmentService:
    """Reads stored files."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def content(self, attachment_id: int) -> bytes:
        """Return a file's bytes.

        Raises:
            Invalid: ``attachment_missing`` where only the name was kept, or the file is no longer there.
        """
        statement = (
            select(AttachmentContent.content)
            .join(Attachment, Attachment.sha256 == AttachmentContent.sha256)
            .where(Attachment.id == attachment_id)
        )
        with self._database.read() as connection:
            found = connection.execute(statement).scalar_one_or_none()
        if found is None:
            raise Invalid("attachment_missing")
        return bytes(found)

    def given_back(self, case_id: int, person_id: int, visibility: Visibility) -> tuple[AttachmentInfo, ...]:
        """Return the files of the person's last reply there, if it was withdrawn or refused: for the editor to take.

        They stay with that reply; ``write_reply(kept_files=...)`` takes them along again by their ids.
        """
        mine = (Reply.case_id == case_id, Reply.author_id == person_id, Reply.visibility == visibility)
        last = select(Reply.id, Reply.state).where(*mine).order_by(Reply.id.desc()).limit(1)
        with self._database.read() as connection:
            row = connection.execute(last).one_or_none()
            if row is None or row.state not in _GIVEN_BACK:
                return ()
            return _infos(connection, Attachment.reply_id == row.id)


def infos_of(connection: Connection, case_id: int, attachment_ids: Iterable[int]) -> dict[int, AttachmentInfo]:
    """Return stored files of a case's own replies by their ids; without those that are gone."""
    of_case = Attachment.reply_id.in_(select(Reply.id).where(Reply.case_id == case_id))
    found = _infos(connection, and_(Attachment.id.in_(sorted(attachment_ids)), of_case))
    return {each.id: each for each in found}


def check_files(files: Sequence[NewFile], limits: ReplyLimits | None) -> None:
    """Let files go with a reply, or refuse; ``limits`` are the network's, None = a person sends by hand.

    Raises:
        Refused: ``file_refused`` (name, why: a code of ``sending_files.refusal`` or ``media_type``),
            ``too_many_files`` (limit), ``reply_file_too_large`` (name, limit in MB).
    """
    most = MOST if limits is None else limits.most_files
    if len(files) > most:
        raise Refused("too_many_files", limit=most)
    largest = min(LARGEST, limits.most_file_bytes or LARGEST) if limits is not None else LARGEST
    for each in files:
        why = refusal(each.name, each.content)
        if why is None and limits is not None and not is_media_allowed(each.media_type, limits.media_types):
            why = "media_type"
        if why is not None:
            raise Refused("file_refused", name=each.name, why=why)
        if len(each.content) > largest:
            raise Refused("reply_file_too_large", name=each.name, limit=max(1, largest // (1024 * 1024)))


def ask_about_public_files(files: Sequence[NewFile]) -> None:
    """Refuse until a person has confirmed that everybody may see the files.

    Raises:
        Refused: ``public_attachment_question`` (names, has_metadata: a picture tells of its camera, maybe its place).
    """
    if files:
        has_metadata = any(has_picture_metadata(each.media_type, each.content) for each in files)
        names = ", ".join(each.name for each in files)
        raise Refused("public_attachment_question", names=names, has_metadata=has_metadata)


def kept_files(connection: Connection, case_id: int, attachment_ids: Iterable[int]) -> tuple[NewFile, ...]:
    """Return stored files of a case's own replies, to send them with another one.

    Raises:
        Invalid: ``attachment_missing``.
    """
    wanted = list(dict.fromkeys(attachment_ids))
    rows = connection.execute(
        select(Attachment.id, Attachment.name, Attachment.media_type, AttachmentContent.content)
        .join(Reply, Reply.id == Attachment.reply_id)
        .join(AttachmentContent, AttachmentContent.sha256 == Attachment.sha256)
        .where(Attachment.id.in_(wanted), Reply.case_id == case_id)
        .order_by(Attachment.id)
    ).all()
    if len(rows) != len(wanted):
        raise Invalid("attachment_missing")
    return tuple(NewFile(row.name, row.media_type, bytes(row.content)) for row in rows)


def store_files(connection: Connection, reply_id: int, files: Sequence[NewFile]) -> None:
    """Keep the files of a reply in its own transaction, equal bytes once."""
    if not files:
        return
    module = postgresql if connection.dialect.name == "postgresql" else sqlite
    contents = {sha256(each.content).digest(): each.content for each in files}
    rows = [{"sha256": digest, "content": contents[digest]} for digest in sorted(contents)]
    connection.execute(module.insert(AttachmentContent).on_conflict_do_nothing(index_elements=["sha256"]), rows)
    named = [
        {
            "mention_id": None,
            "reply_id": reply_id,
            "name": clean_text(each.name).strip(),
            "media_type": each.media_type,
            "size": len(each.content),
            "sha256": sha256(each.content).digest(),
        }
        for each in files
    ]
    connection.execute(insert(Attachment), named)


def _infos(connection: Connection, where: ColumnElement[bool]) -> tuple[AttachmentInfo, ...]:
    rows = connection.execute(select(*Attachment.__table__.c).where(where).order_by(Attachment.id))
    return tuple(AttachmentInfo(row.id, row.name, row.media_type, row.size, row.sha256 is not None) for row in rows)
