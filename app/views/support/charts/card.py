"""One chart in its card: what it counts, the thing itself or its table, what it says, and what can be taken away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QTableView,
    QToolButton,
    QWidget,
)

from app.views.support.cards import Card
from app.views.support.charts.chart_summaries import chart_summary
from app.views.support.charts.chart_texts import chart_definition, chart_notes, chart_title
from app.views.support.charts.chart_words import period_text
from app.views.support.charts.sheet import SheetTexts, sheet_image, sheet_svg
from app.views.support.charts.style import ChartStyle
from app.views.support.charts.tables import TableModel, fill_table, table_text, worded_table
from app.views.support.charts.view import ChartView
from app.views.support.empty_state import EmptyKind, EmptyState
from app.views.support.labels import label
from app.views.support.tables import dress_table

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtGui import QImage

    from app.models.domain.chart import ChartData, ChartKey
    from app.models.domain.series import TableData
    from app.views.support.theme import Theme

PNG, SVG, CSV, XLSX = "png", "svg", "csv", "xlsx"
_SLOW_MS: Final = 250
"""A chart that is there sooner shows no progress."""


class ChartCard(Card):
    """A card with a chart, its table, and a menu."""

    drilled = Signal(object, str)
    """Carries an ``InboxQuery`` and what it shows."""
    node_wanted = Signal(object)
    """Carries the node whose parts are wanted, None for the whole: show the data for it."""
    save_requested = Signal(str)
    """Carries ``PNG``, ``SVG``, ``CSV`` or ``XLSX``."""
    copied = Signal(str)
    """Carries what was copied, for a notice."""

    def __init__(
        self, *, theme: Theme, key: ChartKey, can_be_saved: bool = True, parent: QWidget | None = None
    ) -> None:
        """Make a card; without ``can_be_saved`` nobody answers ``save_requested``, so the menu offers no files."""
        self.title = chart_title(key)
        super().__init__(theme=theme, title=self.title, definition=chart_definition(key), parent=parent)
        self.key = key
        self._theme = theme
        self._data: ChartData | None = None
        self._period = ""
        self._path: list[tuple[int, str]] = []
        self._model: TableModel | None = None
        self.chart = ChartView(theme=theme, name=self.title)
        self.chart.drilled.connect(lambda query, said: self.drilled.emit(query, f"{self.title} · {said}"))
        self.chart.narrowed.connect(self._on_narrowed)
        self.table = QTableView()
        dress_table(self.table, theme=theme, name=self.tr("Tabela: {title}").format(title=self.title))
        self.empty = EmptyState(theme=theme)
        self.menu_button = QToolButton()
        self.menu = QMenu(self)
        self._can_be_saved = can_be_saved
        self._build()
        self.empty.show_state(EmptyKind.LOADING)
        self._stack.setCurrentWidget(self.empty)

    @property
    def data(self) -> ChartData | None:
        """What is shown."""
        return self._data

    @property
    def node_id(self) -> int | None:
        """The node whose parts are shown, None for the whole."""
        return self._path[-1][0] if self._path else None

    @property
    def table_data(self) -> TableData | None:
        """The chart's table in words, None while there is nothing."""
        return None if self._data is None else worded_table(self._data)

    @property
    def texts(self) -> SheetTexts:
        """The words around the chart, as files and printed reports carry them."""
        data = self._data
        parts = [self.title, *(name for _node, name in self._path)]
        definition = self._defined
        if data is None:
            return SheetTexts(self.title, definition)
        return SheetTexts(" › ".join(parts), definition, chart_summary(data), chart_notes(data))

    @property
    def _defined(self) -> str:
        is_of_now = self._data is not None and bool(self._data.facts.get("now"))
        period = "" if is_of_now or not self._period else f" {self._period}."
        return chart_definition(self.key) + period

    def show_data(self, data: ChartData, since: date, until: date, beside: tuple[date, date] | None = None) -> None:
        """Show a chart of a period, and of the days ``beside`` it where it is compared."""
        self._set_reading(is_reading=False)
        self._data, self._period = data, period_text(since, until)
        if beside is not None and data.before:
            self._period = self.tr("{days}, ao lado de {other}").format(days=self._period, other=period_text(*beside))
        texts = self.texts
        self.set_definition(self._defined)
        self._summary.setText(texts.summary)
        self._notes.setText(texts.notes)
        self._notes.setVisible(bool(texts.notes))
        self._show_path()
        self.chart.show_data(data, texts.summary)
        self._model = fill_table(self.table, data)
        if data.is_empty:
            self.empty.show_state(EmptyKind.FILTERED, texts.summary)
        self._summary.setVisible(not data.is_empty and bool(texts.summary))
        self._show_form()

    def show_error(self, text: str) -> None:
        """Say why there is no chart."""
        self._set_reading(is_reading=False)
        self.empty.show_state(EmptyKind.UNAVAILABLE, text)
        self._stack.setCurrentWidget(self.empty)

    def show_reading(self) -> None:
        """Show that the chart is being read, unless it is there in a moment; what was shown stays until then."""
        self._slow.start(_SLOW_MS)

    def show_as_table(self, *, as_table: bool) -> None:
        """Show the table in the chart's place, or the chart again."""
        self.table_action.setChecked(as_table)

    def picture(self) -> QImage | None:
        """Return the chart with its words as a picture."""
        if self._data is None:
            return None
        return sheet_image(self._data, ChartStyle.of(self._theme), self.texts)

    def drawing(self) -> bytes | None:
        """Return the chart with its words as SVG."""
        return None if self._data is None else sheet_svg(self._data, ChartStyle.of(self._theme), self.texts)

    def copy_image(self) -> None:
        """Put the picture on the clipboard."""
        image = self.picture()
        if image is not None:
            QGuiApplication.clipboard().setPixmap(QPixmap.fromImage(image))
            self.copied.emit(self.tr("Imagem copiada"))

    def copy_table(self) -> None:
        """Put the table on the clipboard, as a spreadsheet takes it."""
        if self._model is not None:
            QGuiApplication.clipboard().setText(table_text(self._model))
            self.copied.emit(self.tr("Tabela copiada"))

    def add_action(self, icon: str, text: str, handler: Callable[[], object]) -> None:
        """Add a line to the menu."""
        self.menu.addAction(self._theme.icon(icon), text).triggered.connect(lambda _checked=False: handler())

    def _build(self) -> None:
        theme = self._theme
        self._stack = QStackedWidget()
        for widget in (self.chart, self.table, self.empty):
            self._stack.addWidget(widget)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Lendo: {title}").format(title=self.title))
        policy = self._bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._bar.setSizePolicy(policy)
        self._bar.hide()
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.timeout.connect(lambda: self._set_reading(is_reading=True))
        self._crumbs = QWidget()
        self._crumb_row = QHBoxLayout(self._crumbs)
        theme.space(self._crumb_row, spacing=1)
        self._crumbs.hide()
        self._summary = label("", "small", wrap=True)
        self._notes = label("", "faint", wrap=True)
        for each in (self._summary, self._notes):
            each.hide()
        self.menu_button.setIcon(theme.icon("dots"))
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setAccessibleName(self.tr("Opções de {title}").format(title=self.title))
        self.menu_button.setToolTip(self.tr("Tabela, imagem e planilha"))
        self._fill_menu()
        self.menu_button.setMenu(self.menu)
        self.tools.addWidget(self.menu_button)
        for part in (self._bar, self._crumbs):
            self.body.addWidget(part)
        self.body.addWidget(self._stack, 1)
        for part in (self._summary, self._notes):
            self.body.addWidget(part)

    def _fill_menu(self) -> None:
        self.table_action = self.menu.addAction(self._theme.icon("list"), self.tr("Ver como tabela"))
        self.table_action.setCheckable(True)
        self.table_action.toggled.connect(lambda _on: self._show_form())
        self.menu.addSeparator()
        files = (
            ("photo", self.tr("Salvar imagem (PNG)"), PNG),
            ("photo", self.tr("Salvar desenho (SVG)"), SVG),
            ("file-export", self.tr("Salvar tabela (CSV)"), CSV),
            ("file-spreadsheet", self.tr("Salvar planilha (XLSX)"), XLSX),
        )
        for icon, text, form in files if self._can_be_saved else ():
            self.add_action(icon, text, partial(self.save_requested.emit, form))
        self.menu.addSeparator()
        self.add_action("copy", self.tr("Copiar imagem"), self.copy_image)
        self.add_action("clipboard", self.tr("Copiar tabela"), self.copy_table)

    def _show_form(self) -> None:
        if self._data is None:
            return
        if self._data.is_empty:
            self._stack.setCurrentWidget(self.empty)
        else:
            self._stack.setCurrentWidget(self.table if self.table_action.isChecked() else self.chart)

    def _set_reading(self, *, is_reading: bool) -> None:
        self._slow.stop()
        self._bar.setVisible(is_reading)

    def _on_narrowed(self, node: int, name: str) -> None:
        self._path.append((node, name))
        self.node_wanted.emit(node)

    def _go_back(self, depth: int) -> None:
        self._path = self._path[:depth]
        self.node_wanted.emit(self.node_id)

    def _show_path(self) -> None:
        """Show the way from the whole to what is shown; each part leads back."""
        while self._crumb_row.count():
            item = self._crumb_row.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        names = [self.tr("Todos"), *(name for _node, name in self._path)]
        for depth, name in enumerate(names[:-1]):
            button = QPushButton(name.replace("&", "&&"))
            button.setProperty("kind", "link")
            button.setAccessibleName(self.tr("Voltar a {name}").format(name=name))
            button.clicked.connect(lambda _checked=False, depth=depth: self._go_back(depth))
            self._crumb_row.addWidget(button)
            self._crumb_row.addWidget(label("›", "muted"))
        self._crumb_row.addWidget(label(names[-1], "strong"), 1)
        self._crumbs.setVisible(bool(self._path))
