"""What a page consists of as text, and which of its controls a screen reader could not name."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget


def tree(widget: QWidget, depth: int = 0) -> str:
    """Return the visible widgets, one a line, with what they say."""
    lines = []
    name = type(widget).__name__
    is_ours = type(widget).__module__.startswith("app.")
    said = _said(widget)
    if is_ours or said:
        lines.append(f"{'  ' * depth}{name}{f': {said}' if said else ''}")
        depth += 1
    for child in widget.children():
        if isinstance(child, QWidget) and not child.isWindow() and not child.isHidden():
            inner = tree(child, depth)
            lines += [inner] if inner else []
    return "\n".join(lines)


def nameless(widget: QWidget) -> list[str]:
    """Return the controls that take the focus and have no name."""
    found = []
    for child in widget.findChildren(QWidget):
        if child.isVisible() and child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.focusProxy() is None:
            interface = QAccessible.queryAccessibleInterface(child)
            if interface is not None and not interface.text(QAccessible.Text.Name).strip():
                found.append(f"{type(child).__name__} in {type(child.parent()).__name__}")
    return found


def cut(widget: QWidget) -> list[str]:
    """Return the visible buttons that are narrower than their words."""
    buttons = [child for child in widget.findChildren(QAbstractButton) if child.isVisible()]
    return [each.text() or each.accessibleName() for each in buttons if each.width() < each.minimumSizeHint().width()]


def _said(widget: QWidget) -> str:
    if isinstance(widget, (QLabel, QAbstractButton)):
        return " ".join(widget.text().split()) or widget.accessibleName()
    if isinstance(widget, QLineEdit):
        return f"[{widget.placeholderText() or widget.accessibleName()}]"
    return widget.accessibleName()
