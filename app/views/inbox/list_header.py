"""Above the list: what is shown, how much of it, in which order, and the way to its filters and its search."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from app.models.domain.inbox import Count, Sort
from app.views.support.fields import SearchField
from app.views.support.labels import ElidedLabel, label
from app.views.support.texts import number_text

if TYPE_CHECKING:
    from app.views.support.theme import Theme


def sort_text(sort: Sort) -> str:
    """Return the name of an order."""
    return {
        Sort.DUE: QCoreApplication.translate("inbox_header", "Prazo"),
        Sort.NEWEST: QCoreApplication.translate("inbox_header", "Mais novas"),
        Sort.OLDEST: QCoreApplication.translate("inbox_header", "Mais antigas"),
    }[sort]


def count_words(count: Count) -> str:
    """Return a count as shown: "1.000+" when it was taken no further."""
    return f"{number_text(count.n)}+" if count.is_capped else number_text(count.n)


class ListHeader(QFrame):
    """Title and count at the left, order and filters at the right, the search field below when asked for."""

    sort_chosen = Signal(object)
    """Carries a ``Sort``."""
    filters_toggled = Signal(bool)
    searched = Signal(str)
    search_left = Signal()
    """Enter or the arrow down in the search field: go to what was found."""

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ElidedLabel("", role="title", grow=False)
        self.count = label("", "muted")
        self.sort = QPushButton()
        self.sort.setProperty("kind", "pill")
        self._menu = QMenu(self.sort)
        self._menu.setAccessibleName(self.tr("Ordem da lista"))
        self.sort.clicked.connect(self._open_menu)
        self.filters = QPushButton(self.tr("Filtros"))
        self.filters.setProperty("kind", "pill")
        self.filters.setCheckable(True)
        self.filters.clicked.connect(self.filters_toggled)
        self.search = SearchField(
            theme=theme, placeholder=self.tr("Buscar nesta lista…"), name=self.tr("Buscar nesta lista")
        )
        self.search.searched.connect(self.searched)
        self.search.submitted.connect(lambda _text: self.search_left.emit())
        self.search.hide()
        line = QHBoxLayout()
        theme.space(line, spacing=2)
        line.addWidget(self.title, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.count, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch(1)
        line.addWidget(self.sort)
        line.addWidget(self.filters)
        layout = QVBoxLayout(self)
        theme.space(layout, margins=(3, 2, 3, 2), spacing=2)
        layout.addLayout(line)
        layout.addWidget(self.search)

    def show_title(self, text: str) -> None:
        """Name what is shown."""
        self.title.setText(text)
        self.title.updateGeometry()

    def show_count(self, count: Count | None) -> None:
        """Show how much there is; None while it is not known."""
        self.count.setText("" if count is None else count_words(count))

    def show_sorts(self, sorts: Sequence[Sort], current: Sort) -> None:
        """Offer these orders; a view with one order has nothing to choose."""
        self._menu.clear()
        group = QActionGroup(self._menu)
        for sort in sorts:
            action = self._menu.addAction(sort_text(sort))
            action.setCheckable(True)
            action.setChecked(sort is current)
            action.triggered.connect(lambda _checked=False, sort=sort: self.sort_chosen.emit(sort))
            group.addAction(action)
        arrow = "↓" if current is Sort.NEWEST else "↑"
        self.sort.setText(f"{sort_text(current)} {arrow}")
        self.sort.setAccessibleName(self.tr("Ordem: {name}").format(name=sort_text(current)))
        self.sort.setToolTip(self.tr("Mudar a ordem da lista"))
        self.sort.setEnabled(len(sorts) > 1)

    def show_filter_count(self, count: int, *, is_open: bool) -> None:
        """Show how many conditions are active."""
        text = self.tr("Filtros")
        self.filters.setText(f"{text} {count}" if count else text)
        self.filters.setChecked(is_open or bool(count))

    def show_search(self, text: str) -> None:
        """Show what is searched for; the field stays away while it is not wanted."""
        if not self.search.edit.hasFocus():
            self.search.set_text(text)
            self.search.setVisible(bool(text))

    def _open_menu(self) -> None:
        self._menu.popup(self.sort.mapToGlobal(self.sort.rect().bottomLeft()))

    def focus_search(self) -> None:
        """Go to the search field."""
        self.search.show()
        self.search.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.edit.selectAll()
