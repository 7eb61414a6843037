"""Shows a mention as it came: the whole letter with what was quoted, its HTML made harmless, and earlier versions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from app.models.schema.mentions import Mention, MentionOriginal, MentionVersion
from app.services.database import Database
from app.services.errors import Invalid


@dataclass(frozen=True, slots=True)
class EarlierText:
    """What a mention said before its author changed it; ``seen_at`` is when the change was found."""

    seen_at: datetime
    title: str | None
    text: str


@dataclass(frozen=True, slots=True)
class MentionSource:
    """A mention as it came. ``whole_text`` keeps what was quoted; ``html`` is safe to show, "" without HTML.

    ``blocked_pictures`` counts those that would have been fetched from the network. ``versions`` oldest first.
    """

    mention_id: int
    title: str | None
    whole_text: str
    html: str = ""
    blocked_pictures: int = 0
    has_original: bool = False
    versions: tuple[EarlierText, ...] = ()
    edited_at: datetime | None = None
    removed_at: datetime | None = None


class MentionSourceService:
    """Reads originals and versions; a mention that was erased has neither."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def read(self, mention_id: int) -> MentionSource:
        """Return a mention as it came. Raises Invalid ``mention_missing``."""
        with self._database.read() as connection:
            row = connection.execute(
                select(Mention.title, Mention.text, Mention.edited_at, Mention.removed_at, MentionOriginal.raw)
                .outerjoin(MentionOriginal, MentionOriginal.mention_id == Mention.id)
                .where(Mention.id == mention_id)
            ).one_or_none()
            versions = connection.execute(
                select(MentionVersion.seen_at, MentionVersion.title, MentionVersion.text)
                .where(MentionVersion.mention_id == mention_id)
                .order_by(MentionVersion.id)
            ).all()
        if row is None:
            raise Invalid("mention_missing")
        letter = _Letter("") if row.raw is None else _letter(bytes(row.raw))
        return MentionSource(
            mention_id=mention_id,
            title=row.title,
            whole_text=letter.text or row.text,
            html=letter.html,
            blocked_pictures=letter.blocked_pictures,
            has_original=row.raw is not None,
            versions=tuple(EarlierText(each.seen_at, each.title, each.text) for each in versions),
            edited_at=row.edited_at,
            removed_at=row.removed_at,
        )

    def original(self, mention_id: int) -> bytes:
        """Return the message exactly as it came. Raises Invalid ``attachment_missing`` where it was not kept."""
        with self._database.read() as connection:
            raw = connection.execute(
                select(MentionOriginal.raw).where(MentionOriginal.mention_id == mention_id)
            ).scalar_one_or_none()
        if raw is None:
            raise Invalid("attachment_missing")
        return bytes(raw)


@dataclass(frozen=True, slots=True)
class _Letter:
    text: str
    html: str = ""
    blocked_pictures: int = 0


def _letter(raw: bytes) -> _Letter:
    from app.services.files.html_safe import safe_html  # noqa: PLC0415 - its library is loaded when a letter is shown
    from app.services.files.mail import parse_mail  # noqa: PLC0415 - the same
    from app.services.files.mail_html import html_of_mail  # noqa: PLC0415 - the same

    shown = safe_html(html_of_mail(raw))
    return _Letter(parse_mail(raw).text, shown.html, shown.blocked_pictures)
