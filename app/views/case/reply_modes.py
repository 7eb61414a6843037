"""Who will read what is typed: in private, in public or the team alone, offered only where the channel has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton, QWidget

from app.models.domain.case_detail import CaseDetail
from app.models.domain.vocabulary import DraftKind
from app.views.case.texts import refusal_text
from app.views.support.fields import Segment, SegmentedControl

if TYPE_CHECKING:
    from app.views.support.theme import Theme

MODES: Final = (DraftKind.PRIVATE, DraftKind.PUBLIC, DraftKind.NOTE)


class ReplyModes(SegmentedControl):
    """The three modes; one that the channel lacks, or the person may not use, is pale and says why."""

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme=theme, segments=_segments(), name=_tr("Tipo de mensagem"), parent=parent)

    @property
    def mode(self) -> DraftKind:
        """What a text written now would be."""
        return DraftKind(self.current)

    def set_tight(self, tight: bool) -> None:
        """Say the first mode in one word where there is no room for three."""
        first = self.findChildren(QPushButton)[0]
        first.setText(_tr("Privado") if tight else _tr("Responder em privado"))

    def offer(self, detail: CaseDetail, *, may: bool) -> None:
        """Offer what the case's channel has; ``may``: the person works on cases, not only for an area."""
        offered = {
            DraftKind.PRIVATE: may and detail.can_reply_private,
            DraftKind.PUBLIC: may and detail.can_reply_public,
            DraftKind.NOTE: True,
        }
        reasons = {
            DraftKind.PRIVATE: _tr("Este canal não tem mensagem privada."),
            DraftKind.PUBLIC: _tr("Este canal não tem resposta pública."),
        }
        for mode, button in zip(MODES, self.findChildren(QPushButton), strict=True):
            button.setEnabled(offered[mode])
            button.setToolTip("" if offered[mode] else reasons[mode] if may else refusal_text("not_allowed"))


def first_mode(detail: CaseDetail) -> DraftKind:
    """Return the mode an answer begins in: that of the latest unsent text, else private unless public is right."""
    latest = max((draft for draft in detail.drafts if draft.kind in MODES), key=lambda d: d.saved_at, default=None)
    if latest is not None:
        return latest.kind
    is_public = detail.recommendation.visibility == "public" and detail.is_public_origin
    if detail.can_reply_public and (is_public or not detail.can_reply_private):
        return DraftKind.PUBLIC
    return DraftKind.PRIVATE if detail.can_reply_private else DraftKind.NOTE


def _segments() -> list[Segment]:
    return [
        Segment(DraftKind.PRIVATE.value, _tr("Responder em privado"), "lock", "private"),
        Segment(DraftKind.PUBLIC.value, _tr("Público"), "world"),
        Segment(DraftKind.NOTE.value, _tr("Nota"), "note", "warn"),
    ]


def _tr(text: str) -> str:
    return QCoreApplication.translate("reply_modes", text)
