"""The legal terms: which profile holds, each dated rule with its norm, and a new validity when the law changes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.models.domain.legal import DayUnit, read_legal
from app.services.legal_rules import LONGEST_TERM, LegalRow, Validity, profiles_of, rows_of
from app.views.settings.hours_texts import full_date
from app.views.settings.targets_texts import term_text, unit_names
from app.views.support.labels import label
from app.views.support.row_model import Column, RowModel
from app.views.support.spin_fields import dress_spins
from app.views.support.tables import dress_table

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from app.views.support.theme import Theme


class ValidityForm(QFrame):
    """From when, by which norm, how long: the rule before it ends on the day before."""

    saved = Signal(object)
    """Carries a ``Validity``."""

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "box")
        self.start, self.norm, self.days, self.unit = QDateEdit(), QLineEdit(), QSpinBox(), QComboBox()
        self.start.setCalendarPopup(True)
        self.start.setDisplayFormat("dd/MM/yyyy")
        self.days.setRange(1, LONGEST_TERM)
        dress_spins(self.start, self.days, theme=theme)
        for key, text in unit_names().items():
            self.unit.addItem(text, key)
        self.save_button = QPushButton(self.tr("Salvar vigência"))
        self.save_button.setProperty("kind", "primary")
        self.close_button = QPushButton(self.tr("Fechar"))
        grid = QGridLayout(self)
        theme.space(grid, margins=(3, 2, 3, 2), spacing=2)
        fields: list[tuple[str, QWidget]] = [
            (self.tr("Vale a partir de"), self.start),
            (self.tr("Norma"), self.norm),
            (self.tr("Prazo"), self.days),
            (self.tr("Conta em"), self.unit),
        ]
        for column, (title, field) in enumerate(fields):
            heading = label(title, "small")
            heading.setBuddy(field)
            field.setAccessibleName(title)
            grid.addWidget(heading, 0, column)
            grid.addWidget(field, 1, column)
        foot = QHBoxLayout()
        theme.space(foot, spacing=2)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.save_button)
        grid.addLayout(foot, 2, 0, 1, 4)
        grid.setColumnStretch(1, 1)
        self.save_button.clicked.connect(self.save)
        self.norm.returnPressed.connect(self.save)
        self.close_button.clicked.connect(self.hide)
        self.unit.currentIndexChanged.connect(lambda _place: self._show_days())

    def begin(self, row: LegalRow, today: date) -> None:
        """Begin with what the rule says now."""
        self.start.setDate(QDate(today.year, today.month, today.day))
        self.norm.setText(row.rule.norm)
        self.norm.setCursorPosition(0)
        self.days.setValue(max(1, row.rule.days))
        self.unit.setCurrentIndex(self.unit.findData(row.rule.unit.value))
        self._show_days()
        self.show()
        self.start.setFocus()

    def save(self) -> None:
        """Hand the new validity over."""
        shown = self.start.date()
        unit = DayUnit(self.unit.currentData())
        start = date(shown.year(), shown.month(), shown.day())
        self.saved.emit(Validity(start, self.norm.text(), unit, self.days.value()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _show_days(self) -> None:
        self.days.setEnabled(self.unit.currentData() != DayUnit.IMMEDIATE.value)


class LegalPanel(QWidget):
    """Profile, small agent, the rules with their dates, and the form of a new validity."""

    profile_chosen = Signal(str)
    small_agent_toggled = Signal(bool)
    validity_saved = Signal(object, object)
    """Carries the ``LegalRow`` that ends and the ``Validity`` that follows."""

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._value: Any = None
        self._today = date(2026, 1, 1)
        self._small = False
        self._may_edit = True
        self.model: RowModel[LegalRow] = RowModel(columns=self._columns(), key=self._key, parent=self)
        self._numbers: dict[tuple[str, int], int] = {}
        self.table = QTableView()
        self.table.setModel(self.model)
        dress_table(self.table, theme=theme, name=self.tr("Prazos da lei"))
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.profile = QComboBox()
        self.description = label("", "small", wrap=True)
        self.small_agent = QCheckBox(self.tr("Agente de tratamento de pequeno porte (LGPD em dobro)"))
        self.note = label("", "small", wrap=True)
        self.rule_note = label("", "small", wrap=True)
        self.validity_button = QPushButton(self.tr("Nova vigência…"))
        self.form = ValidityForm(theme=theme)
        self._build()

    def show_value(self, value: Any, today: date, *, may_edit: bool) -> None:  # noqa: ANN401 - any JSON value
        """Show the setting as stored."""
        self._value, self._today, self._may_edit = value, today, may_edit
        book = read_legal(value)
        self._small = book.is_small_agent
        self.profile.blockSignals(True)
        self.profile.clear()
        for key, name, _description in profiles_of(value):
            self.profile.addItem(name, key)
        self.profile.setCurrentIndex(self.profile.findData(book.chosen))
        self.profile.blockSignals(False)
        texts = {key: description for key, _name, description in profiles_of(value)}
        self.description.setText(texts.get(book.chosen, ""))
        self.small_agent.blockSignals(True)
        self.small_agent.setChecked(book.is_small_agent)
        self.small_agent.blockSignals(False)
        self.note.setText(str(value.get("note", "")))
        rows = rows_of(value)
        self._numbers = {(row.place, row.number): place + 1 for place, row in enumerate(rows)}
        self.model.set_rows(rows)
        if rows and self.chosen() is None:
            self.table.selectRow(0)
        for control in (self.profile, self.small_agent):
            control.setEnabled(may_edit)
        self._on_selected()

    def chosen(self) -> LegalRow | None:
        """Return the rule chosen."""
        rows = self.table.selectionModel().selectedRows()
        return self.model.row_at(rows[0].row()) if rows else None

    def _build(self) -> None:
        theme = self._theme
        self.profile.setAccessibleName(self.tr("Perfil legal da empresa"))
        head = label(self.tr("Perfil"), "small")
        head.setBuddy(self.profile)
        top = QHBoxLayout()
        theme.space(top, spacing=2)
        for widget in (head, self.profile, self.small_agent):
            top.addWidget(widget)
        top.addStretch(1)
        foot = QHBoxLayout()
        theme.space(foot, spacing=2)
        foot.addWidget(self.rule_note, 1)
        foot.addWidget(self.validity_button)
        layout = QVBoxLayout(self)
        theme.space(layout, spacing=2)
        layout.addLayout(top)
        layout.addWidget(self.description)
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)
        layout.addWidget(self.form)
        layout.addWidget(self.note)
        self.form.hide()
        self.table.setMinimumHeight(theme.metrics.px(180))
        for column, width in enumerate((210, 120, 110, 110, 110)):
            self.table.setColumnWidth(column, theme.metrics.px(width))
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._on_selected())
        self.profile.activated.connect(lambda _place: self.profile_chosen.emit(self.profile.currentData()))
        self.small_agent.toggled.connect(self.small_agent_toggled)
        self.validity_button.clicked.connect(self._on_validity_clicked)
        self.form.saved.connect(lambda validity: self.validity_saved.emit(self.chosen(), validity))

    def _on_selected(self) -> None:
        row = self.chosen()
        self.rule_note.setText("" if row is None else f"{row.rule.norm} {row.note}".strip())
        self.validity_button.setEnabled(self._may_edit and row is not None)

    def _on_validity_clicked(self) -> None:
        row = self.chosen()
        if row is not None:
            self.form.begin(row, self._today)

    def _days(self, row: LegalRow) -> int:
        small = row.rule.days_small
        return small if self._small and small is not None else row.rule.days

    def _columns(self) -> list[Column[LegalRow]]:
        def standing(row: LegalRow) -> str:
            if row.rule.holds_on(self._today):
                return self.tr("em vigor")
            start = row.rule.valid_from
            return self.tr("ainda não") if start is not None and start > self._today else self.tr("encerrada")

        return [
            Column("name", self.tr("O quê"), lambda row: row.rule.name),
            Column("term", self.tr("Prazo"), lambda row: term_text(row.rule, self._days(row))),
            Column("from", self.tr("Vale de"), lambda row: _day(row.rule.valid_from)),
            Column("until", self.tr("Até"), lambda row: _day(row.rule.valid_until)),
            Column("state", self.tr("Situação"), standing),
            Column("norm", self.tr("Norma"), lambda row: row.rule.norm),
        ]

    def _key(self, row: LegalRow) -> int:
        return self._numbers.get((row.place, row.number), 0)


def _day(day: date | None) -> str:
    return "–" if day is None else full_date(day)
