"""An editor taller than its window scrolls; the wheel that scrolls it changes no field on its way."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QScrollArea, QWidget


class _WheelGuard(QObject):
    """Lets a field turn with the wheel only while it has the focus."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pass the wheel on to what scrolls."""
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False


def scrolled(inside: QWidget, *, ground: str = "surface") -> QScrollArea:
    """Return an area that shows a widget, with all its fields in it, at its width and scrolls what does not fit."""
    inside.setProperty("ground", ground)
    area = QScrollArea()
    guard = _WheelGuard(area)
    fields: list[QWidget] = [*inside.findChildren(QComboBox), *inside.findChildren(QAbstractSpinBox)]
    for field in fields:
        field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        field.installEventFilter(guard)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area
