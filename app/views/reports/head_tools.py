"""The buttons at the head of the reports: sections where there is no list of them, tables, charts to add."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from app.models.domain.chart import ChartKey
from app.views.support.charts.chart_texts import chart_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.views.reports.section_list import Line
    from app.views.support.theme import Theme


class HeadTools(QWidget):
    """Right of the filters."""

    section_chosen = Signal(str)
    tables_wanted = Signal(bool)
    chart_wanted = Signal(object)
    """Carries the ``ChartKey`` to add."""
    first_board_wanted = Signal()
    report_wanted = Signal()
    """The monthly report is wanted on paper."""

    def __init__(self, *, theme: Theme, list_is_hidden: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.sections = self._menu_button(self.tr("Seções"), "chart-bar")
        self.add = self._menu_button(self.tr("Adicionar"), "plus")
        self.add.setToolTip(self.tr("Pôr outro gráfico na visão geral"))
        self.tables = QPushButton(self.tr("Tabela"))
        self.tables.setCheckable(True)
        self.tables.setToolTip(self.tr("Ver todos os gráficos como tabelas"))
        self.tables.toggled.connect(self.tables_wanted)
        self.monthly = QPushButton(self.tr("Relatório mensal (PDF)"))
        self.monthly.setProperty("kind", "primary")
        self.monthly.clicked.connect(lambda _checked=False: self.report_wanted.emit())
        row = QHBoxLayout(self)
        theme.space(row, spacing=2)
        for widget in (self.sections, self.add, self.tables, self.monthly):
            row.addWidget(widget)
        self.sections.setVisible(list_is_hidden)
        self._fill_charts()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Offer these sections in the menu."""
        menu = QMenu(self)
        group = ""
        for key, title, icon, named in lines:
            if named != group:
                menu.addSection(named)
                group = named
            action = menu.addAction(self._theme.icon(icon), title)
            action.setCheckable(True)
            action.setData(key)
            action.triggered.connect(lambda _checked=False, key=key: self.section_chosen.emit(key))
        self.sections.setMenu(menu)

    def choose(self, key: str) -> None:
        """Mark the section that is shown."""
        for action in self.sections.menu().actions():
            if action.isCheckable():
                action.setChecked(action.data() == key)

    def show_for(self, *, is_board: bool, can_add: bool, has_report: bool) -> None:
        """Show what goes with the section."""
        self.monthly.setVisible(has_report)
        self.tables.setVisible(is_board)
        self.add.setVisible(can_add)

    def show_sections(self, *, is_shown: bool) -> None:
        """Show the menu of sections in place of their list."""
        self.sections.setVisible(is_shown)

    def _menu_button(self, text: str, icon: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "button")
        button.setText(text)
        button.setIcon(self._theme.icon(icon))
        button.setToolButtonStyle(button.toolButtonStyle().ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _fill_charts(self) -> None:
        menu = QMenu(self)
        for title, key in sorted((chart_title(key), key) for key in ChartKey):
            menu.addAction(title).triggered.connect(lambda _checked=False, key=key: self.chart_wanted.emit(key))
        menu.addSeparator()
        first = menu.addAction(self._theme.icon("arrow-back-up"), self.tr("Voltar ao arranjo de fábrica"))
        first.triggered.connect(lambda _checked=False: self.first_board_wanted.emit())
        self.add.setMenu(menu)
