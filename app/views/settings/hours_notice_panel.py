"""The hours as the public reads them, in three lengths to copy, and what the automatic answer out of hours says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from app.models.domain.hours_notice import full_notice, hours_notice, public_notice, short_notice
from app.models.domain.template_text import Variable, fill, unknown_variables
from app.views.support.chips import Chip
from app.views.support.fields import Segment, SegmentedControl
from app.views.support.flow_layout import FlowLayout
from app.views.support.labels import label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.models.domain.hours_check import DayHours, Minutes
    from app.views.support.theme import Theme

_SHORT, _MEDIUM, _FULL = "short", "medium", "full"
BIO_LIMITS: Final = (
    ("Telegram", 70),
    ("Facebook", 101),
    ("WhatsApp", 139),
    ("Instagram", 150),
    ("X", 160),
    ("Bluesky", 256),
    ("Mastodon", 500),
    ("YouTube", 1000),
)
"""Characters that each network's profile text takes."""
_DATES = 6
_BOX_HEIGHT = 58


class NoticePanel(QWidget):
    """Three lengths of the notice with what fits where, and the answer with a preview."""

    copied = Signal(str)
    """Carries the text that went to the clipboard."""
    reply_saved = Signal(str)

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._texts = dict.fromkeys((_SHORT, _MEDIUM, _FULL), "")
        self._hours = self._company = self._stored = ""
        self.length = SegmentedControl(
            theme=theme,
            segments=[
                Segment(_SHORT, self.tr("Curto")),
                Segment(_MEDIUM, self.tr("Médio")),
                Segment(_FULL, self.tr("Completo")),
            ],
            name=self.tr("Tamanho do aviso"),
        )
        self.notice = QPlainTextEdit()
        self.notice.setReadOnly(True)
        self.notice.setTabChangesFocus(True)
        self.notice.setAccessibleName(self.tr("Aviso público"))
        self.count = label("", "small")
        self.copy_buttons = {
            _SHORT: QPushButton(self.tr("Copiar curto")),
            _MEDIUM: QPushButton(self.tr("Copiar médio")),
            _FULL: QPushButton(self.tr("Copiar completo")),
        }
        self._fits = QWidget()
        self._chips = [Chip(theme=theme) for _ in BIO_LIMITS]
        self.reply = QPlainTextEdit()
        self.reply.setTabChangesFocus(True)
        self.reply.setAccessibleName(self.tr("Resposta automática fora do horário"))
        self.reply_preview = label("", "small", wrap=True)
        self.save_button = QPushButton(self.tr("Salvar resposta"))
        self._build()

    def show_hours(
        self, week: Mapping[int, tuple[Minutes, ...]], zone: str, coming: Sequence[DayHours], company: str
    ) -> None:
        """Make the texts of a calendar; ``coming`` are its dates from today on."""
        self._texts = {
            _SHORT: short_notice(week),
            _MEDIUM: public_notice(week, zone),
            _FULL: full_notice(week, zone, coming[:_DATES]),
        }
        self._hours, self._company = hours_notice(week), company
        self._show_notice()
        self._show_reply()

    def show_reply(self, text: str, *, may_edit: bool) -> None:
        """Show the answer as stored; what is being typed stays."""
        typed = self.reply.toPlainText()
        if typed in {"", self._stored}:
            self.reply.setPlainText(text)
        self._stored = text
        self.reply.setReadOnly(not may_edit)
        self._may_edit = may_edit
        self._show_reply()

    _may_edit = True

    def _build(self) -> None:
        theme = self._theme
        self.notice.setFixedHeight(theme.metrics.px(_BOX_HEIGHT))
        self.reply.setFixedHeight(theme.metrics.px(_BOX_HEIGHT))
        flow = FlowLayout(self._fits, spacing=theme.metrics.step(1))
        for chip in self._chips:
            flow.addWidget(chip)
        head, copies, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for line in (head, copies, foot):
            theme.space(line, spacing=2)
        head.addWidget(label(self.tr("AVISO PÚBLICO"), "group"))
        head.addWidget(self.length)
        copies.addWidget(self.count)
        for key, button in self.copy_buttons.items():
            button.setProperty("kind", "link")
            button.clicked.connect(lambda _checked=False, key=key: self._copy(key))
            copies.addWidget(button)
        copies.addStretch(1)
        foot.addWidget(self.reply_preview, 1)
        foot.addWidget(self.save_button)
        title = label(self.tr("RESPOSTA AUTOMÁTICA FORA DO HORÁRIO"), "group")
        title.setBuddy(self.reply)
        layout = QVBoxLayout(self)
        theme.space(layout, spacing=1.5)
        layout.addLayout(head)
        layout.addWidget(self.notice)
        layout.addLayout(copies)
        layout.addWidget(self._fits)
        later = self.tr(
            "Sai sozinha nas mensagens privadas às contas conectadas, uma vez por conversa enquanto estiver fechado, "
            "e nunca em crise. Para isso o nome da empresa precisa estar preenchido."
        )
        layout.addWidget(title)
        layout.addWidget(label(later, "small", wrap=True))
        layout.addWidget(self.reply)
        layout.addLayout(foot)
        self.length.choose(_MEDIUM)
        self.length.chosen.connect(lambda _key: self._show_notice())
        self.reply.textChanged.connect(self._show_reply)
        self.save_button.clicked.connect(lambda: self.reply_saved.emit(self.reply.toPlainText()))
        theme.changed.connect(self._fit)

    def _fit(self) -> None:
        for box in (self.notice, self.reply):
            box.setFixedHeight(self._theme.metrics.px(_BOX_HEIGHT))

    def _copy(self, key: str) -> None:
        QGuiApplication.clipboard().setText(self._texts[key])
        self.copied.emit(self._texts[key])

    def _show_notice(self) -> None:
        text = self._texts[self.length.current]
        self.notice.setPlainText(text)
        self.count.setText(self.tr("{n} caracteres").format(n=len(text)))
        for chip, (name, limit) in zip(self._chips, BIO_LIMITS, strict=True):
            fits = len(text) <= limit
            said = self.tr("cabe no perfil") if fits else self.tr("não cabe no perfil")
            chip.set_chip(
                f"{name} {len(text)}/{limit}",
                "ok" if fits else "neutral",
                icon="check" if fits else "x",
                tooltip=f"{name}: {said}",
            )

    def _show_reply(self) -> None:
        text = self.reply.toPlainText()
        unknown = unknown_variables(text)
        if unknown:
            names = ", ".join(f"{{{name}}}" for name in unknown)
            self.reply_preview.setText(self.tr("Não sei preencher {names}.").format(names=names))
        else:
            filled = fill(text, {Variable.HOURS: self._hours, Variable.COMPANY: self._company})
            self.reply_preview.setText(self.tr("O cliente lê: {text}").format(text=filled.text))
        changed = text.strip() != self._stored
        self.save_button.setEnabled(self._may_edit and changed and bool(text.strip()) and not unknown)
