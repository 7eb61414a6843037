"""The sheet of the brand persona: its picture, its name, who it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.models.domain.brand import Brand
from app.views.support.field_form import FieldForm

if TYPE_CHECKING:
    from app.views.support.theme import Theme

_SIDE = 96


class PersonaSheet(QWidget):
    """Edited in place: ``edited`` carries name or description, ``picture_chosen`` a file, ``picture_removed`` none."""

    edited = Signal(dict)
    picture_chosen = Signal(object)
    picture_removed = Signal()

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture = b""
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setProperty("kind", "box")
        self.choose_button = QPushButton(self.tr("Escolher figura…"))
        self.remove_button = QPushButton(self.tr("Tirar figura"))
        self.remove_button.setProperty("kind", "link")
        self.form = FieldForm(theme=theme)
        self.form.add_line("name", self.tr("Nome da persona"), placeholder=self.tr("Se a marca fosse uma pessoa…"))
        self.form.add_text("description", self.tr("Quem ela é e como fala"), stretch=1)
        self.form.edited.connect(self.edited)
        self.choose_button.clicked.connect(self._on_choose_clicked)
        self.remove_button.clicked.connect(self.picture_removed)
        side = QVBoxLayout()
        theme.space(side, spacing=1)
        for widget in (self.picture, self.choose_button, self.remove_button):
            side.addWidget(widget)
        side.addStretch(1)
        layout = QHBoxLayout(self)
        theme.space(layout, spacing=4)
        layout.addLayout(side)
        layout.addWidget(self.form, 1)
        theme.changed.connect(self._draw)

    def show_brand(self, brand: Brand, *, may_edit: bool) -> None:
        """Show the sheet."""
        self.form.set_may_edit(may_edit)
        self.form.show_values({"name": brand.name or None, "description": brand.description or None})
        self._picture = brand.picture
        self.choose_button.setEnabled(may_edit)
        self.remove_button.setVisible(bool(brand.picture) and may_edit)
        self._draw()

    def _draw(self) -> None:
        side = self._theme.metrics.px(_SIDE)
        self.picture.setFixedSize(side, side)
        shown = QPixmap()
        # What cannot be drawn leaves the place empty; the bytes came through a check of their kind and size.
        if self._picture and shown.loadFromData(self._picture):
            self.picture.setPixmap(shown.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio))
            self.picture.setAccessibleName(self.tr("Figura da persona"))
        else:
            self.picture.setPixmap(self._theme.icon("user").pixmap(side // 2, side // 2))
            self.picture.setAccessibleName(self.tr("Sem figura"))

    def _on_choose_clicked(self) -> None:
        dialog = QFileDialog(self, self.tr("Escolher figura"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Figuras (*.png *.jpg *.jpeg)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.picture_chosen.emit(Path(path)))
        dialog.open()
