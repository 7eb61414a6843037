"""How long the answer is in its network's own units, how many parts it will become, and whether it is saved."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.models.domain.case_detail import EntryKind
from app.models.domain.reply_parts import Measured, measure
from app.models.domain.vocabulary import DraftKind, Visibility
from app.views.support.texts import number_text, time_text
from app.views.support.theme import set_property

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.models.domain.case_detail import CaseDetail
    from app.models.domain.channel_kind import ChannelKind, ReplyLimits

VISIBILITIES = {DraftKind.PUBLIC: Visibility.PUBLIC, DraftKind.PRIVATE: Visibility.PRIVATE}


def measured(text: str, mode: DraftKind, detail: CaseDetail | None, limits: ReplyLimits | None) -> Measured | None:
    """Return a text in the units of where it goes, None for a note or where nothing is limited.

    ``limits`` are those of a network on which the program sends; without them a person sends, and the channel's own
    limit in characters holds.
    """
    visibility = VISIBILITIES.get(mode)
    if visibility is None or detail is None:
        return None
    if limits is not None:
        found = measure(text.strip(), limits, visibility)
        return found if found.limit is not None else None
    limit = detail.reply_limit
    return None if limit is None else Measured(len(text), limit, 1 if len(text) <= limit else 0)


def _answer_channel(detail: CaseDetail) -> str:
    """Return the key of the channel that an answer goes to: where the customer spoke last."""
    spoken = (entry.channel_key for entry in reversed(detail.timeline) if entry.kind is EntryKind.MENTION)
    return next((key for key in spoken if key), detail.channel_key)


def limits_of(detail: CaseDetail | None, kinds: Mapping[str, ChannelKind]) -> ReplyLimits | None:
    """Return the limits of the network that an answer leaves on, None where a person sends it."""
    kind = kinds.get(_answer_channel(detail)) if detail is not None and detail.is_connected else None
    return None if kind is None else kind.limits


class CountLine(QLabel):
    """The faint line below the text; in the tone of an error when it cannot be sent so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("role", "faint")

    def show_text(self, typed: str, found: Measured | None, *, saved_at: datetime | None, is_saved: bool) -> None:
        """Say how the typed text stands."""
        parts = []
        if typed.strip():
            parts.append(self.tr("rascunho salvo") if is_saved else self.tr("salvando…"))
            parts += self._count(found)
        self.setText(" · ".join(parts))
        if saved_at is not None:
            self.setToolTip(self.tr("Salvo às {time}").format(time=time_text(saved_at)))
        set_property(self, "role", "faint" if found is None or found.fits else "error")

    def _count(self, found: Measured | None) -> list[str]:
        if found is None or found.limit is None:
            return []
        count = self.tr("{count} de {limit}").format(count=number_text(found.length), limit=number_text(found.limit))
        if not found.fits:
            return [count, self.tr("longo demais para esta rede")]
        return [count] if found.parts <= 1 else [count, self.tr("sai em {n} partes").format(n=found.parts)]
