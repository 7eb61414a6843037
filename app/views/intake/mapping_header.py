"""Above each column of the preview stands what it is, in a choice that a person can correct."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHeaderView, QTableView, QWidget

from app.views.intake.intake_texts import UNUSED, field_names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.views.support.theme import Theme


class MappingHeader(QHeaderView):
    """A table's heading with a choice of field under each name; a field is given to one column only."""

    changed = Signal()

    def __init__(self, *, theme: Theme, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._theme = theme
        self._view = view
        self._combos: list[QComboBox] = []
        self._headers: tuple[str, ...] = ()
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setSectionsMovable(False)
        self.setHighlightSections(False)
        self.sectionResized.connect(lambda *_: self._place())
        view.horizontalScrollBar().valueChanged.connect(lambda _: self._place())
        theme.changed.connect(self._on_theme_changed)

    def show_columns(self, headers: Sequence[str], columns: Mapping[str, str]) -> None:
        """Show a choice for each column; ``columns`` goes from field to heading."""
        for combo in self._combos:
            combo.deleteLater()
        self._headers = tuple(headers)
        self._combos = [self._combo(name) for name in headers]
        for first, second in zip(self._combos, self._combos[1:], strict=False):
            QWidget.setTabOrder(first, second)
        self.choose(columns)
        self._place()

    def choose(self, columns: Mapping[str, str]) -> None:
        """Set every choice without saying so."""
        fields = {name: field for field, name in columns.items()}
        for name, combo in zip(self._headers, self._combos, strict=True):
            combo.blockSignals(True)
            combo.setCurrentIndex(max(0, combo.findData(fields.get(name, UNUSED))))
            combo.blockSignals(False)

    def columns(self) -> dict[str, str]:
        """Return field -> heading, as chosen."""
        return {
            str(combo.currentData()): name
            for name, combo in zip(self._headers, self._combos, strict=True)
            if combo.currentData() != UNUSED
        }

    def combo(self, header: str) -> QComboBox:
        """Return the choice of a column; raises ValueError for an unknown one."""
        return self._combos[self._headers.index(header)]

    def sizeHint(self) -> QSize:
        """Return the room for names and choices."""
        base = super().sizeHint()
        return QSize(base.width(), base.height() + self._extra())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the choices in place again."""
        super().resizeEvent(event)
        self._place()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw the name above its choice."""
        painter.fillRect(rect, self._theme.color("surface"))
        super().paintSection(painter, rect.adjusted(0, 0, 0, -self._extra()), section)

    def _extra(self) -> int:
        return self._theme.metrics.control + self._theme.metrics.step(2)

    def _combo(self, header: str) -> QComboBox:
        combo = QComboBox(self.viewport())
        for field, name in field_names().items():
            combo.addItem(name, field)
        combo.setAccessibleName(self.tr("A coluna “{header}” é").format(header=header))
        combo.currentIndexChanged.connect(lambda _place, chosen=combo: self._on_chosen(chosen))
        combo.show()
        return combo

    def _on_chosen(self, chosen: QComboBox) -> None:
        for combo in self._combos:
            if combo is not chosen and combo.currentData() == chosen.currentData() != UNUSED:
                combo.blockSignals(True)
                combo.setCurrentIndex(0)
                combo.blockSignals(False)
        self.changed.emit()

    def _place(self) -> None:
        metrics = self._theme.metrics
        top = self.height() - metrics.control - metrics.step(1)
        for section, combo in enumerate(self._combos):
            left = self.sectionViewportPosition(section)
            combo.setGeometry(left + metrics.step(1), top, self.sectionSize(section) - metrics.step(2), metrics.control)

    def _on_theme_changed(self) -> None:
        self.updateGeometries()
        self._view.updateGeometry()
        self._place()
