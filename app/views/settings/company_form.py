"""The company's own contacts, edited one per line, so that public answers may carry them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.reply_guard import COMPANY_SETTING
from app.views.support.field_form import FieldForm
from app.views.support.labels import label

if TYPE_CHECKING:
    from app.services.practice import Practice, PracticeService
    from app.views.settings.section_frame import SectionFrame
    from app.views.support.desk import Desk

_NAMES = ("phones", "mails", "cnpjs", "places")


class CompanyForm(QWidget):
    """Four lists as texts; each is checked and saved when it is left."""

    def __init__(
        self, *, frame: SectionFrame, desk: Desk, practice: PracticeService, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._frame, self._desk, self._service = frame, desk, practice
        self._shown: dict[str, list[str]] = {}
        self._edits = 0
        self.form = FieldForm(theme=desk.theme)
        for name, title in zip(
            _NAMES,
            (
                self.tr("Telefones (um por linha)"),
                self.tr("E-mails ou domínios, como @empresa.com.br (um por linha)"),
                self.tr("CNPJ (um por linha)"),
                self.tr("Endereços com CEP (um por linha)"),
            ),
            strict=True,
        ):
            self.form.add_text(name, title, stretch=1)
        layout = QVBoxLayout(self)
        desk.theme.space(layout, margins=(0, 2, 2, 0), spacing=1)
        layout.addWidget(
            label(self.tr("Estes dados são da empresa e podem aparecer em respostas públicas."), "muted", wrap=True)
        )
        layout.addWidget(self.form, 1)
        self.form.edited.connect(self._on_edited)

    def show_practice(self, found: Practice) -> None:
        """Show the contacts as stored."""
        stored = found.company.value or {}
        self._shown = {name: list(stored.get(name, ())) for name in _NAMES}
        self.form.set_may_edit(self._frame.may_edit)
        self.form.show_values({name: "\n".join(lines) or None for name, lines in self._shown.items()})

    def _on_edited(self, values: dict[str, Any]) -> None:
        service, actor = self._service, self._desk.actor
        said = {name: [line for line in (text or "").splitlines() if line.strip()] for name, text in values.items()}
        names = tuple(said)
        guard = (
            lambda value: tuple(list(value.get(name, ())) for name in names),
            tuple(self._shown.get(name, []) for name in names),
        )
        self._edits += 1
        self._frame.act(
            f"company {self._edits}",
            lambda: service.edit(actor, COMPANY_SETTING, lambda value: value | said, seen=guard),
        )
