"""One entry of the timeline: who, how readable, when and how far it came, the text, its files and what can be done."""

from __future__ import annotations

import math
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.models.domain.case_detail import EntryKind, TimelineEntry
from app.models.domain.vocabulary import DeliveryState, Visibility
from app.views.case.card_acts import CardContext, card_acts, is_bounced
from app.views.case.card_marks import mark_lines
from app.views.case.file_pills import size_text
from app.views.case.texts import visibility_text
from app.views.case.timeline_body import PlainBody
from app.views.support.delivery_texts import delivery_text, waiting_text
from app.views.support.flow_layout import FlowLayout
from app.views.support.labels import IconLabel, label
from app.views.support.texts import as_tooltip, exact_text, when_text

if TYPE_CHECKING:
    from app.models.domain.inbox import AttachmentInfo
    from app.views.support.theme import Theme


OURS: Final = frozenset({EntryKind.REPLY, EntryKind.AUTO_ANSWER, EntryKind.ELSEWHERE})
"""What we have said: it stands at the right."""
_SETTLED: Final = frozenset({DeliveryState.SENT, DeliveryState.TO_APPROVE, DeliveryState.REFUSED})


class EntryCard(QFrame):
    """A message, note or answer as a box; an event as one small centred line."""

    requested = Signal(str, object)
    """An act (an id of ``card_acts``) and the entry."""
    save_requested = Signal(object)
    chosen = Signal(object, bool)

    def __init__(
        self, *, theme: Theme, entry: TimelineEntry, context: CardContext, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self.entry, self._context = theme, entry, context
        self.setProperty("card", card_kind(entry))
        layout = QVBoxLayout(self)
        if card_kind(entry) == "event":
            theme.space(layout, margins=(2, 0.5, 2, 0.5), spacing=0)
            self._add_line(layout)
        else:
            theme.space(layout, margins=(3, 1.75, 3, 1.75), spacing=0.5)
            self._add_message(layout)

    def tick(self, now: datetime) -> None:
        """Show how many seconds are left to take a reply back."""
        until = self.entry.can_withdraw_until
        if self._undo is not None and until is not None:
            left = math.ceil((until - now).total_seconds())
            if left <= 0 and not self.entry.needs_manual_send:
                self._undo.hide()
            elif left > 0:
                self._undo.setText(self.tr("Desfazer envio ({seconds} s)").format(seconds=left))
            else:
                self._undo.setText(self.tr("Desfazer envio"))

    _undo: QPushButton | None = None

    def _add_line(self, layout: QVBoxLayout) -> None:
        entry = self.entry
        text = f"{self._context.line} · {when_text(entry.at, self._context.now)}"
        shown = label(text, "small", wrap=True)
        shown.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        shown.setToolTip(exact_text(entry.at))
        self.setAccessibleName(text)
        layout.addWidget(shown)
        if entry.kind is EntryKind.FORWARDING and entry.text:
            why = label(f"“{entry.text}”", "small", wrap=True)
            why.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(why)

    def _add_message(self, layout: QVBoxLayout) -> None:
        entry, theme = self.entry, self._theme
        head = QHBoxLayout()
        theme.space(head, spacing=1.5)
        if self._context.is_choosing and entry.kind is EntryKind.MENTION:
            head.addWidget(self._choice())
        icon, color = card_sign(entry)
        sign = IconLabel(icon, theme=theme, color=color, side=14)
        head.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        title = label(self.head_text(), "small", wrap=True)
        title.setToolTip(exact_text(entry.at))
        head.addWidget(title, 1)
        layout.addLayout(head)
        self.setAccessibleName(f"{self.head_text()}: {entry.text[:500]}")
        if entry.crisis_words:
            self.setAccessibleDescription(
                self.tr("Palavras de perigo: {words}").format(words=", ".join(entry.crisis_words))
            )
        for sign_name, color_name, words in mark_lines(entry, self._context.now):
            layout.addLayout(self._mark(sign_name, color_name, words))
        if entry.text:
            layout.addWidget(PlainBody(theme=theme, text=entry.text, marked=entry.crisis_words))
        if entry.decision_note:
            note = self.tr("Devolvida com o motivo: {note}").format(note=entry.decision_note)
            layout.addWidget(label(note, "small", wrap=True))
        self._add_files(layout)
        self._add_problem(layout)
        self._add_acts(layout)

    def _mark(self, icon: str, color: str, words: str) -> QHBoxLayout:
        line = QHBoxLayout()
        self._theme.space(line, spacing=1.5)
        sign = IconLabel(icon, theme=self._theme, color=color, side=13)
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(label(words, "small", wrap=True), 1)
        return line

    def problem_text(self) -> str:
        """Return what keeps the answer and what comes next, an empty text when all is well."""
        entry, sending = self.entry, self.entry.sending
        if entry.delivery is None or entry.delivery in _SETTLED:
            return ""
        return waiting_text(
            entry.delivery,
            entry.error_code,
            sending.next_try_at if sending is not None else None,
            self._context.now,
            parts_sent=sending.parts_sent if sending is not None else 0,
        )

    def _add_problem(self, layout: QVBoxLayout) -> None:
        words = self.problem_text()
        if not words:
            return
        is_bad = self.entry.delivery is DeliveryState.FAILED
        note = QFrame()
        note.setProperty("note", "bad" if is_bad else "warn")
        line = QHBoxLayout(note)
        self._theme.space(line, margins=(2, 1, 2, 1), spacing=1.5)
        icon = "mail" if is_bounced(self.entry) else "alert-triangle" if is_bad else "clock"
        sign = IconLabel(icon, theme=self._theme, color="bad" if is_bad else "warn", side=14)
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(label(words, "small", wrap=True), 1)
        note.setAccessibleName(words)
        layout.addWidget(note)

    def head_text(self) -> str:
        """Return who, how readable, when and how far, in one line."""
        entry, when = self.entry, when_text(self.entry.at, self._context.now)
        if entry.kind is EntryKind.AUTO_ANSWER:
            return " · ".join((self.tr("Resposta automática, fora do horário"), when, self._delivery_words()))
        if entry.kind is EntryKind.ELSEWHERE:
            where = visibility_text(entry.visibility) if entry.visibility else ""
            return self.tr("Escrita direto na rede, pela conta {who} · {where} · {when}").format(
                who=entry.who, where=where, when=when
            )
        you = self.tr("Você") if entry.is_mine else entry.who or self.tr("Balcão")
        if entry.kind is EntryKind.NOTE:
            return self.tr("Nota interna · {who} · {when}").format(who=you, when=when)
        if entry.kind is EntryKind.AREA_ANSWER:
            return self.tr("Resposta de {area} · {when}").format(area=entry.who, when=when)
        who = you if entry.kind is EntryKind.REPLY else entry.who or self._context.customer
        parts = [who or self.tr("Cliente"), visibility_text(entry.visibility) if entry.visibility else "", when]
        parts.append(self._delivery_words())
        parts.append(self.tr("chegou fora do horário") if entry.is_out_of_hours else "")
        return " · ".join(part for part in parts if part)

    def _delivery_words(self) -> str:
        entry = self.entry
        if entry.delivery is None:
            return ""
        if entry.needs_manual_send:
            return self.tr("para você enviar pelo canal")
        until = entry.can_withdraw_until
        if entry.delivery is DeliveryState.PENDING and until is not None and until > self._context.now:
            return self.tr("pendente")
        if is_bounced(entry):
            return self.tr("o e-mail voltou")
        parts = entry.sending.parts_sent if entry.sending is not None else 0
        if parts > 1 and entry.delivery is DeliveryState.SENT:
            return self.tr("enviada em {n} partes").format(n=parts)
        return delivery_text(entry.delivery)

    def _add_files(self, layout: QVBoxLayout) -> None:
        if not self.entry.attachments:
            return
        holder = QWidget()
        flow = FlowLayout(holder, spacing=self._theme.metrics.step(1))
        for info in self.entry.attachments:
            flow.addWidget(self._file(info))
        layout.addWidget(holder)

    def _file(self, info: AttachmentInfo) -> QPushButton:
        made = QPushButton(f"{info.name} · {size_text(info.size)}")
        made.setProperty("kind", "pill")
        made.setIcon(self._theme.icon("paperclip"))
        made.setEnabled(info.has_content)
        save = self.tr("Salvar “{name}” como…").format(name=info.name)
        made.setToolTip(as_tooltip(save) if info.has_content else self.tr("Grande demais: só o nome foi guardado."))
        made.setAccessibleName(save)
        made.clicked.connect(lambda: self.save_requested.emit(info))
        return made

    def _add_acts(self, layout: QVBoxLayout) -> None:
        acts = card_acts(self.entry, self._context)
        if not acts:
            return
        holder = QWidget()
        flow = FlowLayout(holder, spacing=self._theme.metrics.step(2))
        for act, text, icon in acts:
            button = QPushButton(text)
            button.setProperty("kind", "link")
            button.setIcon(self._theme.icon(icon, "accent"))
            button.clicked.connect(lambda _checked=False, act=act: self.requested.emit(act, self.entry))
            flow.addWidget(button)
            if act == "withdraw":
                self._undo = button
        layout.addWidget(holder)
        self.tick(self._context.now)

    def _choice(self) -> QCheckBox:
        box = QCheckBox()
        box.setChecked(self._context.is_chosen)
        box.setAccessibleName(self.tr("Separar esta mensagem: {text}").format(text=self.entry.text[:80]))
        box.toggled.connect(lambda on: self.chosen.emit(self.entry.id, on))
        return box


def card_kind(entry: TimelineEntry) -> str:
    """Return which look an entry has."""
    is_private = entry.visibility is Visibility.PRIVATE
    if entry.kind is EntryKind.MENTION:
        return "received_private" if is_private else "received"
    if entry.kind in OURS:
        return "sent_private" if is_private else "sent"
    return {EntryKind.NOTE: "note", EntryKind.AREA_ANSWER: "area"}.get(entry.kind, "event")


def card_sign(entry: TimelineEntry) -> tuple[str, str]:
    """Return icon and colour token: a lock for private, the world for public, a sheet for notes."""
    if entry.kind is EntryKind.NOTE:
        return "note", "warn"
    if entry.kind is EntryKind.AREA_ANSWER:
        return "building", "info"
    if entry.kind is EntryKind.AUTO_ANSWER:
        return "moon", "private"
    return ("lock", "private") if entry.visibility is Visibility.PRIVATE else ("world", "accent")
