"""Which calendar is edited, its zone, who goes by it, and whether the counter is open now."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, available_timezones

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from app.services.opening_hours import AREA, CHANNEL, open_status
from app.views.settings.hours_texts import FIRST_ZONES, zone_name
from app.views.support.chips import Chip
from app.views.support.flow_layout import FlowLayout
from app.views.support.labels import label
from app.views.support.texts import as_tooltip, when_text

if TYPE_CHECKING:
    from datetime import datetime

    from app.services.opening_hours import CalendarInfo, HoursBook
    from app.views.support.theme import Theme


@cache
def all_zones() -> tuple[str, ...]:
    """Return the zones to choose from: Brazil's first, then all that are named by a city."""
    others = sorted(each for each in available_timezones() if "/" in each and not each.startswith("Etc/"))
    return (*FIRST_ZONES, *(each for each in others if each not in FIRST_ZONES))


class HoursHead(QWidget):
    """Pills of the calendars, a name for a new one, zone, users and the chip "aberto agora"."""

    chosen = Signal(int)
    added = Signal(str)
    renamed = Signal(str)
    removed = Signal()
    zone_chosen = Signal(str)
    user_toggled = Signal(object, bool)
    """Carries a ``HoursUser`` and whether it is to go by this calendar."""

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pills: dict[int, QPushButton] = {}
        self._holder = QWidget()
        self._flow = FlowLayout(self._holder, spacing=theme.metrics.step(2))
        self.status = Chip(theme=theme)
        self.name_edit = QLineEdit()
        self.name_edit.setMinimumWidth(theme.metrics.px(190))
        self.name_edit.setAccessibleName(self.tr("Nome para criar ou renomear um horário"))
        self.name_edit.setPlaceholderText(self.tr("Nome, por exemplo: E-mail"))
        self.add_button = QPushButton(self.tr("Criar"))
        self.rename_button = QPushButton(self.tr("Renomear"))
        self.remove_button = QPushButton(self.tr("Excluir este horário"))
        self.zone = QComboBox()
        self.users_button = QPushButton(self.tr("Quem usa este horário"))
        self.users_text = label("", "small", wrap=True)
        self._menu = QMenu(self)
        self._build()

    def show_book(self, book: HoursBook, info: CalendarInfo, now: datetime, *, may_edit: bool) -> None:
        """Show the calendars with one chosen."""
        self._show_pills(book, info)
        status = open_status(info.form, book.days(info.id), now)
        self._show_status(status.is_open, status.until, now, info.zone)
        self.zone.blockSignals(True)
        place = self.zone.findData(info.zone)
        if place < 0:
            self.zone.addItem(zone_name(info.zone), info.zone)
            place = self.zone.count() - 1
        self.zone.setCurrentIndex(place)
        field = self.zone.lineEdit()
        if field is not None:
            field.setCursorPosition(0)
        self.zone.blockSignals(False)
        self._show_users(book, info)
        for control in (self.zone, self.name_edit, self.add_button, self.rename_button):
            control.setEnabled(may_edit)
        self.remove_button.setEnabled(may_edit and not info.is_first)
        self.users_button.setEnabled(may_edit and not info.is_first)

    def _build(self) -> None:
        theme = self._theme
        self.zone.setAccessibleName(self.tr("Fuso horário"))
        for zone in all_zones():
            self.zone.addItem(zone_name(zone), zone)
        self.zone.setEditable(True)
        self.zone.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = QCompleter(self.zone.model(), self.zone)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.zone.setCompleter(completer)
        self.zone.setMaxVisibleItems(16)
        self.zone.setMinimumContentsLength(30)
        self.zone.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.users_button.setMenu(self._menu)
        for button in (self.rename_button, self.remove_button):
            button.setProperty("kind", "link")
        zone_label = label(self.tr("Fuso"), "small")
        zone_label.setBuddy(self.zone)
        middle = QWidget()
        flow = FlowLayout(middle, spacing=theme.metrics.step(2))
        for group in (
            self._group(zone_label, self.zone),
            self.users_button,
            self._group(self.name_edit, self.add_button, self.rename_button),
            self.remove_button,
        ):
            flow.addWidget(group)
        top = QHBoxLayout()
        theme.space(top, spacing=2)
        top.addWidget(self._holder, 1)
        top.addWidget(self.status)
        layout = QVBoxLayout(self)
        theme.space(layout, spacing=1.5)
        layout.addLayout(top)
        layout.addWidget(middle)
        layout.addWidget(self.users_text)
        self.add_button.clicked.connect(self._on_add_clicked)
        self.name_edit.returnPressed.connect(self._on_add_clicked)
        self.rename_button.clicked.connect(self._on_rename_clicked)
        self.remove_button.clicked.connect(self.removed)
        self.zone.activated.connect(lambda _place: self.zone_chosen.emit(self.zone.currentData()))

    def _group(self, *widgets: QWidget) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        self._theme.space(line, spacing=1.5)
        for widget in widgets:
            line.addWidget(widget)
        return made

    def _show_pills(self, book: HoursBook, info: CalendarInfo) -> None:
        for pill in self._pills.values():
            self._flow.removeWidget(pill)
            pill.deleteLater()
        self._pills = {}
        for each in book.calendars:
            pill = QPushButton(self.tr("Todos os canais") if each.is_first else each.name)
            pill.setProperty("kind", "pill")
            pill.setCheckable(True)
            pill.setChecked(each.id == info.id)
            pill.setToolTip(as_tooltip(each.name))
            pill.clicked.connect(lambda _checked=False, number=each.id: self._on_pill_clicked(number))
            self._pills[each.id] = pill
            self._flow.addWidget(pill)

    def _on_pill_clicked(self, number: int) -> None:
        for each, pill in self._pills.items():
            pill.setChecked(each == number)
        self.chosen.emit(number)

    def _show_status(self, is_open: bool, until: datetime | None, now: datetime, zone: str) -> None:
        if is_open:
            text = self.tr("aberto agora") if until is None else self.tr("aberto agora · fecha {when}")
        else:
            text = self.tr("fechado agora") if until is None else self.tr("fechado agora · abre {when}")
        when = ""
        if until is not None:
            local, today = until.astimezone(ZoneInfo(zone)), now.astimezone(ZoneInfo(zone)).date()
            is_today = local.date() == today
            when = (
                self.tr("às {time}").format(time=f"{local:%H:%M}")
                if is_today
                else when_text(until, now, zone=local.tzinfo)
            )
        self.status.set_chip(text.format(when=when), "ok" if is_open else "neutral", icon="clock")

    def _show_users(self, book: HoursBook, info: CalendarInfo) -> None:
        users = [each for each in book.users if (each.calendar_id or book.calendars[0].id) == info.id]
        names = ", ".join(each.name for each in users)
        if info.is_first:
            text = self.tr("Vale para quem não tem horário próprio: {names}.")
        else:
            text = self.tr("Vale para: {names}.") if users else self.tr("Ninguém usa este horário ainda.")
        self.users_text.setText(text.format(names=names))
        self._menu.clear()
        for kind, title in ((CHANNEL, self.tr("Canais")), (AREA, self.tr("Áreas"))):
            self._menu.addSection(title)
            for user in book.users:
                if user.kind == kind:
                    act = self._menu.addAction(user.name)
                    act.setCheckable(True)
                    act.setChecked(user.calendar_id == info.id)
                    act.triggered.connect(lambda on, user=user: self.user_toggled.emit(user, on))

    def _on_add_clicked(self) -> None:
        self.added.emit(self.name_edit.text())

    def _on_rename_clicked(self) -> None:
        self.renamed.emit(self.name_edit.text())
