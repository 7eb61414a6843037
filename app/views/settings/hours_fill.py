"""Many dates at once: holidays by rule for a state and some years, each seen and ticked before it is added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QListWidget, QListWidgetItem, QSpinBox

from app.services.errors import UserError
from app.services.holiday_table import CAPITAL, FIRST_YEAR, LAST_YEAR, STATES, holidays_of
from app.views.settings.hours_texts import full_date, intervals_words, origin_names
from app.views.support.errors import error_text
from app.views.support.form_dialog import FormDialog
from app.views.support.labels import label
from app.views.support.spin_fields import dress_spins

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from app.models.domain.hours_check import DayHours, Minutes
    from app.services.holiday_table import ProposedDay
    from app.views.support.tasks import Calls
    from app.views.support.theme import Theme


class FillDialog(FormDialog):
    """State, years and whether optional days count; the list shows what is added."""

    days_chosen = Signal(object)
    """Carries the list of ``DayHours`` to add."""

    def __init__(
        self,
        *,
        theme: Theme,
        calls: Calls,
        year: int,
        week: Mapping[int, tuple[Minutes, ...]],
        known: Iterable[date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            theme=theme,
            title=self.tr("Preencher feriados"),
            verb=self.tr("Adicionar"),
            intro=self.tr("Nacionais e estaduais pela lei; os municipais entram à mão ou por tabela."),
            parent=parent,
        )
        self._calls, self._week, self._known = calls, week, frozenset(known)
        self._found: tuple[ProposedDay, ...] = ()
        self.state = QComboBox()
        self.state.addItem(self.tr("Só os nacionais"), None)
        for state in STATES:
            self.state.addItem(state, state)
            if state == "SP":
                self.state.addItem(self.tr("SP, capital"), CAPITAL)
        self.first, self.last = QSpinBox(), QSpinBox()
        for box, value in ((self.first, year), (self.last, year + 1)):
            box.setRange(FIRST_YEAR, LAST_YEAR)
            box.setValue(value)
        dress_spins(self.first, self.last, theme=theme)
        self.optional = QCheckBox(self.tr("Marcar também os facultativos (Carnaval, Corpus Christi…)"))
        self.list = QListWidget()
        self.list.setMinimumHeight(theme.metrics.px(240))
        self.count = label("", "small", wrap=True)
        self.add_field("state", self.tr("Estado"), self.state)
        self.add_field("first", self.tr("Do ano"), self.first)
        self.add_field("last", self.tr("Até o ano"), self.last)
        self.add_widget(self.optional)
        self.add_field("list", self.tr("O que entra"), self.list)
        self.add_widget(self.count)
        self.state.currentIndexChanged.connect(lambda _place: self.read())
        self.last.setMinimum(year)
        self.first.valueChanged.connect(self._on_first_changed)
        self.last.valueChanged.connect(lambda _year: self.read())
        self.optional.toggled.connect(lambda _on: self._show())
        self.list.itemChanged.connect(lambda _item: self._show_count())
        self.read()

    def read(self) -> None:
        """Work out the holidays anew, off the UI thread."""
        state, years = self.state.currentData(), range(self.first.value(), self.last.value() + 1)
        week, known = self._week, self._known
        self.set_busy(True)
        self._calls.run(
            self, "fill", lambda: holidays_of(state, years, week, known), self._on_read, failed=self._on_failed
        )

    def chosen(self) -> list[DayHours]:
        """Return the days that are ticked."""
        ticked = [self.list.item(row).checkState() == Qt.CheckState.Checked for row in range(self.list.count())]
        fresh = [each for each in self._found if not each.is_known]
        return [each.hours for each, on in zip(fresh, ticked, strict=True) if on]

    def check(self) -> dict[str, str]:
        """Something must be ticked."""
        return {} if self.chosen() else {"": self.tr("Nada está marcado para entrar.")}

    def submit(self) -> None:
        """Hand the days over."""
        self.days_chosen.emit(self.chosen())
        self.accept()

    def _on_first_changed(self, year: int) -> None:
        self.last.setMinimum(year)
        self.read()

    def _on_read(self, found: tuple[ProposedDay, ...]) -> None:
        self._found = found
        self.set_busy(False)
        self._show()

    def _on_failed(self, error: Exception) -> bool:
        self.set_busy(False)
        if isinstance(error, UserError):
            self.show_errors({"": error_text(error)})
            return True
        return False

    def _show(self) -> None:
        origins = origin_names()
        self.list.blockSignals(True)
        self.list.clear()
        for each in self._found:
            if each.is_known:
                continue
            day = each.hours
            parts = (full_date(day.day), day.name, intervals_words(day.intervals), origins[day.origin])
            item = QListWidgetItem(" · ".join(parts))
            wanted = self.optional.isChecked() or not each.is_optional
            item.setCheckState(Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self._show_count()

    def _show_count(self) -> None:
        known = sum(each.is_known for each in self._found)
        one = self.tr("1 data entra; {known} já estão no horário e ficam como estão.")
        many = self.tr("{n} datas entram; {known} já estão no horário e ficam como estão.")
        count = len(self.chosen())
        self.count.setText((one if count == 1 else many).format(n=count, known=known))
