"""One chart in its card: what it is, the thing itself, its table, and what can be taken away from it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QTableView, QToolButton, QWidget

from app.views.reports.report_texts import labels, weekday_names
from app.views.support.cards import Card
from app.views.support.empty_state import EmptyKind, EmptyState
from app.views.support.row_model import Column, RowModel
from app.views.support.tables import dress_table
from app.views.support.texts import date_text, number_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.models.domain.series import TableData
    from app.views.support.theme import Theme

_Row = tuple[int, tuple[str | int | float | date | None, ...]]
PNG, CSV, XLSX = "png", "csv", "xlsx"


class ChartCard(Card):
    """A card with a chart, a table that may stand beside it, and a menu."""

    save_requested = Signal(str)
    """Carries ``PNG``, ``CSV`` or ``XLSX``."""
    copied = Signal(str)
    """Carries what was copied, for a notice."""

    def __init__(self, *, theme: Theme, title: str, chart: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(theme=theme, title=title, parent=parent)
        self.title = title
        self._theme = theme
        self.chart = chart
        self.table_data: TableData | None = None
        self.table = QTableView()
        dress_table(self.table, theme=theme, name=self.tr("Tabela: {title}").format(title=title))
        self.table.setMinimumWidth(theme.metrics.px(160))
        self.table.hide()
        self._model: RowModel[_Row] | None = None
        self.empty = EmptyState(theme=theme)
        self._stack = QStackedWidget()
        self._stack.addWidget(chart)
        self._stack.addWidget(self.empty)
        self.menu_button = QToolButton()
        self.menu_button.setIcon(theme.icon("dots"))
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setAccessibleName(self.tr("Opções de {title}").format(title=title))
        self.menu_button.setToolTip(self.tr("Tabela, imagem e planilha"))
        self.menu = self._make_menu()
        self.menu_button.setMenu(self.menu)
        self.tools.addWidget(self.menu_button)
        row = QHBoxLayout()
        theme.space(row, spacing=3)
        row.addWidget(self._stack, 3)
        row.addWidget(self.table, 2)
        self.body.addLayout(row, 1)
        chart.setMinimumHeight(theme.metrics.px(190))
        self.empty.show_state(EmptyKind.LOADING)
        self._stack.setCurrentWidget(self.empty)

    def show_table(self, data: TableData, *, nothing: str = "") -> None:
        """Take the table of what the chart shows; ``nothing`` says why there is no chart to draw."""
        self.table_data = data
        words = labels()
        columns: list[Column[_Row]] = [
            Column(name, words.get(name, name), _cell_reader(place, name), numeric=place > 0)
            for place, name in enumerate(data.headers)
        ]
        self._model = RowModel(columns=columns, key=lambda row: row[0], parent=self.table)
        self._model.set_rows(list(enumerate(data.rows)))
        self.table.setModel(self._model)
        self.table.resizeColumnsToContents()
        if nothing:
            self.empty.show_state(EmptyKind.FILTERED, nothing)
        self._stack.setCurrentWidget(self.empty if nothing else self.chart)

    def picture(self) -> QPixmap:
        """Return the card as it looks, without its menu."""
        self.menu_button.hide()
        pixmap = self.grab()
        self.menu_button.show()
        return pixmap

    def copy_image(self) -> None:
        """Put the picture on the clipboard."""
        QGuiApplication.clipboard().setPixmap(self.picture())
        self.copied.emit(self.tr("Imagem copiada"))

    def copy_table(self) -> None:
        """Put the table on the clipboard, as a spreadsheet takes it."""
        model = self._model
        if model is None:
            return
        lines = ["\t".join(column.title for column in model.columns)]
        for place in range(model.rowCount()):
            row = model.row_at(place)
            if row is not None:
                lines.append("\t".join(column.text(row) for column in model.columns))
        QGuiApplication.clipboard().setText("\n".join(lines))
        self.copied.emit(self.tr("Tabela copiada"))

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        self.table_action = menu.addAction(self._theme.icon("list"), self.tr("Tabela ao lado"))
        self.table_action.setCheckable(True)
        self.table_action.toggled.connect(self.table.setVisible)
        menu.addSeparator()
        self._add(menu, "photo", self.tr("Salvar imagem (PNG)"), lambda: self.save_requested.emit(PNG))
        self._add(menu, "file-export", self.tr("Salvar tabela (CSV)"), lambda: self.save_requested.emit(CSV))
        self._add(menu, "file-spreadsheet", self.tr("Salvar planilha (XLSX)"), lambda: self.save_requested.emit(XLSX))
        menu.addSeparator()
        self._add(menu, "copy", self.tr("Copiar imagem"), self.copy_image)
        self._add(menu, "clipboard", self.tr("Copiar tabela"), self.copy_table)
        return menu

    def _add(self, menu: QMenu, icon: str, text: str, handler: Callable[[], object]) -> None:
        menu.addAction(self._theme.icon(icon), text).triggered.connect(lambda _checked=False: handler())


def _cell_reader(place: int, header: str) -> Callable[[_Row], str]:
    return lambda row: cell_text(header, row[1][place])


def cell_text(header: str, value: str | int | float | date | None) -> str:
    """Return a table's cell as people read it."""
    if value is None:
        return "–"
    if isinstance(value, str):
        return labels().get(value, value)
    if header == "weekday" and isinstance(value, int):
        return weekday_names()[value]
    if header == "open":
        return _yes_no(opened=bool(value))
    if isinstance(value, float):
        return number_text(value, 1)
    return date_text(value) if isinstance(value, date) else number_text(value)


def _yes_no(*, opened: bool) -> str:
    return _tr("sim") if opened else _tr("não")


def _tr(text: str) -> str:
    return QCoreApplication.translate("chart_card", text)
