"""Hands out the files that came with mentions and replies."""

from __future__ import annotations

from sqlalchemy import select

from app.models.schema.mentions import Attachment, AttachmentContent
from app.services.database import Database
from app.services.errors import Invalid


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
