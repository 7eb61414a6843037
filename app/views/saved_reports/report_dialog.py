"""The form of a saved report: its name, its days, what it is compared with, its channels and its charts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from app.models.domain.report_plan import Against, PeriodRule, ReportDefinition, ReportSpec, Span, problem_of
from app.views.saved_reports.parts_list import PartsList
from app.views.saved_reports.report_words import against_text, rule_text
from app.views.support.form_dialog import FormDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.filter_choices import Choice
    from app.views.support.theme import Theme

_ID = int(Qt.ItemDataRole.UserRole)
Keep = Callable[[str, ReportSpec, bool], None]


class ReportDialog(FormDialog):
    """Asks for a definition; ``keep(name, spec, is_shared)`` is called once it can be made."""

    def __init__(
        self,
        *,
        theme: Theme,
        definition: ReportDefinition,
        name: str,
        today: date,
        channels: Sequence[Choice],
        keep: Keep,
        parent: QWidget | None = None,
    ) -> None:
        title = self.tr("Editar relatório") if definition.id else self.tr("Novo relatório")
        super().__init__(theme=theme, title=title, verb=self.tr("Guardar relatório"), parent=parent)
        self._keep = keep
        spec = definition.spec
        self.name = QLineEdit(name)
        self.name.setMaxLength(80)
        self.rule = _combo([(rule_text(each), each.value) for each in PeriodRule], spec.rule.value)
        self.days = _Days(spec.fixed or Span(today.replace(day=1), today), self.tr("Período"))
        self.against = _combo([(against_text(each), each.value) for each in Against], spec.against.value)
        other = spec.fixed_against or Span(today.replace(day=1), today)
        self.other_days = _Days(other, self.tr("Comparação"))
        self.channels = QListWidget()
        for choice in channels:
            item = QListWidgetItem(choice.name)
            item.setData(_ID, choice.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if choice.id in spec.channel_ids else Qt.CheckState.Unchecked)
            self.channels.addItem(item)
        self.channels.setMaximumHeight(theme.metrics.px(96))
        self.parts = PartsList()
        self.parts.show_parts(spec.parts)
        self.parts.setMinimumHeight(theme.metrics.px(170))
        self.tables = QCheckBox(self.tr("Com as tabelas no PDF"))
        self.tables.setChecked(spec.with_tables)
        self.comments = QCheckBox(self.tr("Com os comentários"))
        self.comments.setChecked(spec.with_comments)
        self.shared = QCheckBox(self.tr("A equipe toda vê"))
        self.shared.setChecked(definition.is_shared)
        self._lay_out()

    def check(self) -> Mapping[str, str]:
        """Say what keeps the report from being made."""
        problems = {
            "no_parts": ("parts", self.tr("Escolha pelo menos um gráfico.")),
            "period": ("days", self.tr("O primeiro dia vem antes do último. Acerte os dias.")),
            "against": ("other_days", self.tr("O primeiro dia vem antes do último. Acerte os dias.")),
        }
        found = dict([problems[problem]]) if (problem := problem_of(self.spec)) else {}
        if not self.name.text().strip():
            found["name"] = self.tr("Dê um nome ao relatório.")
        return found

    def submit(self) -> None:
        """Hand the definition over; who keeps it closes the form."""
        self._keep(self.name.text(), self.spec, self.shared.isChecked())

    @property
    def spec(self) -> ReportSpec:
        """What stands in the form."""
        items = [self.channels.item(row) for row in range(self.channels.count())]
        rule, against = PeriodRule(self.rule.currentData()), Against(self.against.currentData())
        return ReportSpec(
            parts=self.parts.parts,
            rule=rule,
            against=against,
            channel_ids=tuple(item.data(_ID) for item in items if item.checkState() is Qt.CheckState.Checked),
            fixed=self.days.span if rule is PeriodRule.FIXED else None,
            fixed_against=self.other_days.span if against is Against.FIXED else None,
            with_tables=self.tables.isChecked(),
            with_comments=self.comments.isChecked(),
        )

    def _lay_out(self) -> None:
        self.add_field("name", self.tr("Nome"), self.name)
        self.add_field("rule", self.tr("Dias"), self.rule)
        self.add_field("days", self.tr("Dias escolhidos"), self.days)
        self.add_field("against", self.tr("Comparar"), self.against)
        self.add_field("other_days", self.tr("Dias para comparar"), self.other_days)
        self.add_field("channels", self.tr("Canais (nenhum marcado: todos)"), self.channels)
        hint = self.tr("Espaço marca; Alt e as setas mudam a ordem.")
        self.add_field("parts", self.tr("Gráficos"), self.parts, hint=hint)
        for box in (self.tables, self.comments, self.shared):
            self.add_widget(box)
        self.rule.currentIndexChanged.connect(lambda _place: self._show_days())
        self.against.currentIndexChanged.connect(lambda _place: self._show_days())
        self._show_days()

    def _show_days(self) -> None:
        self.days.setEnabled(self.rule.currentData() == PeriodRule.FIXED.value)
        self.other_days.setEnabled(self.against.currentData() == Against.FIXED.value)


class _Days(QWidget):
    """First and last day."""

    def __init__(self, span: Span, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.since, self.until = QDateEdit(_qdate(span.since)), QDateEdit(_qdate(span.until))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for edit, words in ((self.since, self.tr("{what}: do dia")), (self.until, self.tr("{what}: até o dia"))):
            edit.setCalendarPopup(True)
            edit.setAccessibleName(words.format(what=name))
            layout.addWidget(edit)
        layout.addStretch(1)
        self.setFocusProxy(self.since)

    @property
    def span(self) -> Span:
        """The days chosen, as they stand."""
        return Span(_date(self.since), _date(self.until))


def _date(edit: QDateEdit) -> date:
    day = edit.date()
    return date(day.year(), day.month(), day.day())


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _combo(choices: Sequence[tuple[str, str]], current: str) -> QComboBox:
    combo = QComboBox()
    for text, value in choices:
        combo.addItem(text, value)
    combo.setCurrentIndex(combo.findData(current))
    return combo
