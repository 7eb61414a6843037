"""Qt gives the focus of what is hidden to the next thing, often the search: keys would become text there."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable


class FocusKeeper(QObject):
    """Keeps the focus in the page when what had it there is hidden or can no longer be used."""

    def __init__(self, *, page: Callable[[], QWidget | None], parent: QWidget) -> None:
        super().__init__(parent)
        self._page = page
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        page = self._page()
        if old is None or new is None or page is None or page.isAncestorOf(new) or old.window() is not new.window():
            return
        if page.isVisible() and page.isAncestorOf(old) and not (old.isVisible() and old.isEnabled()):
            focus_into(_pane_of(old, page))


def focus_into(pane: QWidget) -> None:
    """Give the focus to the first thing in a pane that takes it."""
    wanted = pane.focusProxy() or pane
    if wanted.focusPolicy() != Qt.FocusPolicy.NoFocus and wanted.isVisible():
        wanted.setFocus(Qt.FocusReason.TabFocusReason)
        return
    for child in pane.findChildren(QWidget):
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisible() and child.isEnabled():
            child.setFocus(Qt.FocusReason.TabFocusReason)
            return


def _pane_of(widget: QWidget, page: QWidget) -> QWidget:
    """Return the pane of the page in which a widget is, or the page where no pane is seen around it."""
    around = widget.parentWidget()
    while around is not None and around is not page:
        if around.property("pane") and around.isVisible():
            return around
        around = around.parentWidget()
    return page
