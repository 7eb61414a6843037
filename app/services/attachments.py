"""Brings files that came with mentions out of the database and onto the disk."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select

from app.models.schema.mentions import Attachment, AttachmentContent
from app.services.database import Database
from app.services.errors import Invalid, Unavailable


class AttachmentService:
    """Reads attachments."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def save(self, attachment_id: int, target: Path) -> Path:
        """Write an attachment into a file, replacing what is there; return the file.

        Raises:
            Invalid: ``attachment_missing`` when its content was never kept. Unavailable: ``attachment_unwritable``.
        """
        statement = (
            select(AttachmentContent.content)
            .join(Attachment, Attachment.sha256 == AttachmentContent.sha256)
            .where(Attachment.id == attachment_id)
        )
        with self._database.read() as connection:
            content = connection.execute(statement).scalar_one_or_none()
        if content is None:
            raise Invalid("attachment_missing")
        try:
            target.write_bytes(content)
        except OSError as error:
            raise Unavailable("attachment_unwritable", folder=str(target.parent)) from error
        return target
