"""All keys on one sheet, made from the actions themselves, so that it is never out of date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.views.support.actions import fuzzy_score, native_key
from app.views.support.fields import SearchField
from app.views.support.labels import ElidedLabel, label

if TYPE_CHECKING:
    from app.views.support.actions import ActionRegistry, ActionSpec
    from app.views.support.theme import Theme

COLUMNS = 2


class CheatSheet(QDialog):
    """Actions with their keys in groups; a search narrows them."""

    def __init__(self, *, theme: Theme, actions: ActionRegistry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._actions = theme, actions
        self.setWindowTitle(self.tr("Teclas de atalho"))
        self.resize(theme.metrics.px(760), theme.metrics.px(560))
        self.search = SearchField(
            theme=theme, placeholder=self.tr("Procurar uma tecla ou ação"), name=self.tr("Procurar uma tecla ou ação")
        )
        self.search.edit.textChanged.connect(lambda _text: self._fill())
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Teclas de atalho"), "page"))
        head.addStretch(1)
        head.addWidget(self.search, 2)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setAccessibleName(self.tr("Lista de teclas"))
        layout = QVBoxLayout(self)
        theme.space(layout, margins=(5, 4, 5, 4), spacing=3)
        layout.addLayout(head)
        if not actions.single_keys:
            layout.addWidget(label(self.tr("As teclas simples estão desligadas nas configurações."), "muted"))
        layout.addWidget(self._area, 1)
        self.shown: list[str] = []
        self._fill()
        self.search.setFocus()

    def _fill(self) -> None:
        text = self.search.text
        groups: dict[str, list[ActionSpec]] = {}
        for spec in self._actions.specs():
            keys = " ".join(native_key(key) for key in self._actions.keys(spec.id))
            if keys and (fuzzy_score(text, spec.text) > 0 or text.casefold() in keys.casefold()):
                groups.setdefault(spec.group, []).append(spec)
        self.shown = [spec.id for specs in groups.values() for spec in specs]
        self._area.setWidget(self._sheet(groups))

    def _sheet(self, groups: dict[str, list[ActionSpec]]) -> QWidget:
        sheet = QWidget()
        sheet.setProperty("ground", "background")
        columns = QHBoxLayout(sheet)
        self._theme.space(columns, spacing=8)
        sides = [QVBoxLayout() for _ in range(COLUMNS)]
        for side in sides:
            self._theme.space(side, spacing=1)
        heights = [0] * COLUMNS
        for group, specs in groups.items():
            place = heights.index(min(heights))
            heights[place] += len(specs) + 2
            sides[place].addWidget(label(group, "strong"))
            sides[place].addLayout(self._rows(specs))
            sides[place].addSpacing(self._theme.metrics.step(3))
        for side in sides:
            side.addStretch(1)
            columns.addLayout(side, 1)
        return sheet

    def _rows(self, specs: list[ActionSpec]) -> QGridLayout:
        grid = QGridLayout()
        self._theme.space(grid, spacing=1)
        grid.setColumnStretch(0, 1)
        for row, spec in enumerate(specs):
            grid.addWidget(ElidedLabel(spec.text), row, 0)
            keys = QHBoxLayout()
            for key in self._actions.keys(spec.id):
                keys.addWidget(self._key(key))
            grid.addLayout(keys, row, 1, Qt.AlignmentFlag.AlignRight)
        return grid

    def _key(self, key: str) -> QLabel:
        return label(native_key(key), "key")
