"""The axes as pills in a row, with what can be done to the one that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QMenu, QPushButton, QToolButton, QWidget

from app.models.domain.classification_tree import NEEDED_AXES
from app.views.support.flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.models.domain.classification_tree import AxisInfo
    from app.views.support.theme import Theme


class AxisBar(QWidget):
    """One pill an axis; arrows move among them."""

    chosen = Signal(int)
    add_wanted = Signal()
    edit_wanted = Signal()
    retire_wanted = Signal()
    step_wanted = Signal(int)

    def __init__(self, *, theme: Theme, may_edit: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._may_edit = may_edit
        self._axes: tuple[AxisInfo, ...] = ()
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.idClicked.connect(self.chosen)
        self._layout = FlowLayout(self, spacing=theme.metrics.step(2))
        self.add_button = QPushButton(self.tr("+ Novo eixo"))
        self.add_button.setProperty("kind", "link")
        self.add_button.clicked.connect(self.add_wanted)
        self.menu_button = QToolButton()
        self.menu_button.setIcon(theme.icon("dots"))
        self.menu_button.setProperty("kind", "small")
        self.menu_button.setToolTip(self.tr("Editar, ordenar ou aposentar este eixo"))
        self.menu_button.setAccessibleName(self.tr("Editar, ordenar ou aposentar este eixo"))
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.menu_button)
        self.menu_button.setMenu(self.menu)
        for button in (self.menu_button, self.add_button):
            if not may_edit:  # shown without a parent it would flash as a window of its own
                button.hide()
            self._layout.addWidget(button)
        self.setAccessibleName(self.tr("Eixos"))

    @property
    def current(self) -> int:
        """The id of the axis chosen, -1 for none."""
        return self._group.checkedId()

    def show_axes(self, axes: Sequence[AxisInfo], current: int) -> None:
        """Show the axes in their order, those not asked any more last."""
        shown = tuple(sorted(axes, key=lambda axis: not axis.is_active))
        if shown != self._axes:
            self._axes = shown
            self._rebuild()
        button = self._group.button(current)
        if button is not None:
            button.setChecked(True)
        self._fill_menu()

    def button_of(self, axis_id: int) -> QPushButton | None:
        """Return an axis's pill."""
        button = self._group.button(axis_id)
        return button if isinstance(button, QPushButton) else None

    def _rebuild(self) -> None:
        had_focus = any(button.hasFocus() for button in self._group.buttons())
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._layout.removeWidget(button)
            button.deleteLater()
        for button in (self.menu_button, self.add_button):
            self._layout.removeWidget(button)
        for axis in self._axes:
            text = axis.name if axis.is_active else self.tr("{name} (aposentado)").format(name=axis.name)
            pill = QPushButton(text)
            pill.setProperty("kind", "pill")
            pill.setCheckable(True)
            pill.setAccessibleName(self.tr("Eixo {name}").format(name=text))
            self._group.addButton(pill, axis.id)
            self._layout.addWidget(pill)
            if had_focus and axis.id == self.current:
                pill.setFocus()
        for button in (self.menu_button, self.add_button):
            self._layout.addWidget(button)
        self.updateGeometry()

    def _fill_menu(self) -> None:
        self.menu.clear()
        axis = next((each for each in self._axes if each.id == self.current), None)
        if axis is None:
            return
        self.menu.addAction(self.tr("Editar eixo…"), self.edit_wanted.emit)
        self.menu.addAction(self.tr("Mover para a esquerda"), lambda: self.step_wanted.emit(-1))
        self.menu.addAction(self.tr("Mover para a direita"), lambda: self.step_wanted.emit(1))
        self.menu.addSeparator()
        retire = self.tr("Aposentar eixo") if axis.is_active else self.tr("Trazer o eixo de volta")
        self.menu.addAction(retire, self.retire_wanted.emit).setEnabled(axis.key not in NEEDED_AXES)
