"""*Horário de atendimento*: when the counter is open, on which dates it is not, and how the public is told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.domain.changes import Changes, Topic
from app.models.domain.hours_check import DayHours, missing_years, never_opens
from app.models.domain.people import Right
from app.services.errors import Invalid
from app.services.opening_hours import SECTION
from app.views.settings.hours_dates import DatesPanel
from app.views.settings.hours_edits import HoursEdits
from app.views.settings.hours_fill import FillDialog
from app.views.settings.hours_head import HoursHead
from app.views.settings.hours_import import ImportDialog
from app.views.settings.hours_notice_panel import NoticePanel
from app.views.settings.hours_replan_bar import ReplanBar
from app.views.settings.hours_week_panel import WeekPanel
from app.views.settings.section_frame import SectionFrame
from app.views.support.cards import line
from app.views.support.scrolled import scrolled

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from typing import Any

    from PySide6.QtGui import QShowEvent

    from app.models.domain.hours_check import Minutes
    from app.services.acts import Done
    from app.services.hours_form import CalendarForm
    from app.services.opening_hours import CalendarInfo, HoursBook, HoursUser, OpeningHoursService
    from app.services.replanning import ReplanService
    from app.services.rule_set import RuleSet
    from app.views.support.desk import Desk


class HoursPage(QWidget):
    """The editor of the opening hours; an edit that moves deadlines says how many before it is saved."""

    def __init__(
        self,
        *,
        desk: Desk,
        hours: OpeningHoursService,
        replan: ReplanService,
        rule_set: RuleSet,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._hours = desk, hours
        self._edits = HoursEdits(hours=hours, replan=replan, actor=desk.actor, dropped=self._show)
        self._stale = True
        self._book: HoursBook | None = None
        self._chosen = 0
        theme = desk.theme
        self._may = desk.actor.may(Right.EDIT_SETTINGS)
        self.setAccessibleName(self.tr("Horário de atendimento"))
        self.frame = SectionFrame(
            desk=desk,
            rule_set=rule_set,
            section=SECTION,
            title=self.tr("Horário de atendimento"),
            definition=self.tr("Clique e arraste para marcar; o intervalo de almoço fica em branco."),
        )
        self.head = HoursHead(theme=theme)
        self.week = WeekPanel(theme=theme)
        self.bar = ReplanBar(desk=desk, frame=self.frame, replan=replan, topic=Topic.HOURS)
        self.dates = DatesPanel(theme=theme)
        self.notice = NoticePanel(theme=theme)
        self._build()
        self._connect()

    @property
    def info(self) -> CalendarInfo | None:
        """The calendar that is edited."""
        if self._book is None:
            return None
        return next((each for each in self._book.calendars if each.id == self._chosen), None)

    def showEvent(self, event: QShowEvent) -> None:
        """Read the hours when they may have changed."""
        super().showEvent(event)
        if self._stale:
            self._read()

    def _build(self) -> None:
        theme = self._desk.theme
        inside = QWidget()
        column = QVBoxLayout(inside)
        theme.space(column, margins=(0, 0, 2, 2), spacing=2.5)
        for part in (self.head, self.week, self.dates, line(), self.notice):
            column.addWidget(part)
        column.addStretch(1)
        self._scroll = scrolled(inside)
        self.frame.body.addWidget(self._scroll, 1)
        # The question stays in view, wherever one has scrolled to.
        self.frame.body.addWidget(self.bar)
        layout = QVBoxLayout(self)
        theme.space(layout)
        layout.addWidget(self.frame)
        self.week.set_read_only(True)
        self.dates.set_read_only(True)

    def _connect(self) -> None:
        self.head.chosen.connect(self._on_calendar_chosen)
        self.head.added.connect(self._on_added)
        self.head.renamed.connect(self._on_renamed)
        self.head.removed.connect(self._on_removed)
        self.head.zone_chosen.connect(self._on_zone_chosen)
        self.head.user_toggled.connect(self._on_user_toggled)
        self.week.changed.connect(self._on_week_changed)
        self.dates.saved.connect(self._on_day_saved)
        self.dates.removed.connect(self._on_days_removed)
        # Shown a moment ago: it has its place once the events under way are done.
        self.dates.form_opened.connect(lambda: QTimer.singleShot(0, self, self._show_form))
        self.dates.fill_requested.connect(self._on_fill_requested)
        self.dates.import_requested.connect(self._on_import_requested)
        self.notice.copied.connect(lambda _text: self._desk.say(self.tr("Aviso copiado")))
        self.notice.reply_saved.connect(self._on_reply_saved)
        self._desk.changes.changed.connect(self._on_changes)

    def _read(self) -> None:
        self._stale = False
        self._desk.calls.run(self, "book", self._hours.book, self._on_read)

    def _on_read(self, book: HoursBook) -> None:
        self._book = book
        if book.calendars and self._chosen not in {each.id for each in book.calendars}:
            self._chosen = book.calendars[0].id
        self._show()

    def _show(self) -> None:
        book, info = self._book, self.info
        if book is None or info is None:
            return
        now, first = self._desk.clock.now(), book.calendars[0]
        today = now.astimezone(ZoneInfo(info.zone)).date()
        self.head.show_book(book, info, now, may_edit=self._may)
        if not self.bar.is_waiting:
            self.week.set_week(info.week)
        self.week.set_read_only(not self._may)
        self.dates.show_days(today, info.days, () if info.is_first else first.days, info.week)
        self.dates.set_read_only(not self._may)
        self.dates.show_missing(self._missing(), may_edit=self._may)
        coming = [each for each in book.days(info.id) if each.day >= today]
        self.notice.show_hours(info.week, info.zone, coming, book.company)
        self.notice.show_reply(str(book.reply.value or ""), may_edit=self._may)

    def _show_form(self) -> None:
        self._scroll.ensureWidgetVisible(self.dates.form)

    def _on_calendar_chosen(self, calendar_id: int) -> None:
        self.bar.drop()
        self.dates.form.hide()
        self._chosen = calendar_id
        self._show()

    def _on_week_changed(self, week: dict[int, tuple[Minutes, ...]]) -> None:
        info = self.info
        if info is None:
            return
        if never_opens(week):
            self.frame.fail(Invalid("calendar_never_opens", name=info.name))
            self.week.set_week(info.week)
            return
        self._put(replace(info.form, week=week))

    def _on_zone_chosen(self, zone: str) -> None:
        info = self.info
        if info is not None and zone and zone != info.zone:
            self._put(replace(info.form, zone=zone))

    def _on_day_saved(self, day: DayHours, before: date | None) -> None:
        self._change_days([day], [] if before is None else [before])

    def _on_days_removed(self, days: Sequence[date]) -> None:
        self._change_days([], days)

    def _change_days(self, put: Sequence[DayHours], remove: Sequence[date]) -> None:
        info = self.info
        if info is None or not (put or remove):
            return
        kept = {day: each for day, each in info.form.days.items() if day not in remove}
        self._put(replace(info.form, days=kept | {each.day: each for each in put}), after=self.dates.form.hide)

    def _put(self, form: CalendarForm, after: Callable[[], object] = lambda: None) -> None:
        info = self.info
        if info is not None:
            self.bar.propose(self._edits.put(info, form, after))

    def _on_user_toggled(self, user: HoursUser, on: bool) -> None:
        self.bar.propose(self._edits.assign(user, self._chosen if on else None))

    def _on_removed(self) -> None:
        info = self.info
        if info is not None:
            self.bar.propose(self._edits.remove(info))

    def _on_added(self, name: str) -> None:
        info, hours, actor = self.info, self._hours, self._desk.actor
        if info is None:
            return

        def done(result: Done[Any]) -> None:
            self._chosen = result.value
            self.head.name_edit.clear()
            self._read()

        self.frame.act("calendar", lambda: hours.add(actor, name, like=info.id), done)

    def _on_renamed(self, name: str) -> None:
        info, hours, actor = self.info, self._hours, self._desk.actor
        if info is not None:
            self.frame.act(
                "calendar",
                lambda: hours.rename(actor, info.id, name, expected_version=info.version),
                lambda _done: self.head.name_edit.clear(),
            )

    def _on_fill_requested(self) -> None:
        info = self.info
        if info is None or self._book is None:
            return
        missing = self._missing()
        year = missing[0] if missing else self._desk.clock.now().year
        dialog = FillDialog(
            theme=self._desk.theme,
            calls=self._desk.calls,
            year=year,
            week=info.week,
            known=[each.day for each in info.days],
            parent=self,
        )
        self._open(dialog)

    def _on_import_requested(self) -> None:
        info = self.info
        if info is not None:
            known = [each.day for each in info.days]
            self._open(ImportDialog(theme=self._desk.theme, calls=self._desk.calls, known=known, parent=self))

    def _open(self, dialog: FillDialog | ImportDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.days_chosen.connect(lambda days: self._change_days(days, []))
        dialog.open()

    def _missing(self) -> tuple[int, ...]:
        if self._book is None:
            return ()
        first = self._book.calendars[0]
        today = self._desk.clock.now().astimezone(ZoneInfo(first.zone)).date()
        return missing_years(((each.day, each.origin) for each in first.days), today)

    def _on_reply_saved(self, text: str) -> None:
        if self._book is None:
            return
        hours, actor, version = self._hours, self._desk.actor, self._book.reply.version
        self.frame.act("reply", lambda: hours.set_reply(actor, text, expected_version=version))

    def _on_changes(self, changes: Changes) -> None:
        if {Topic.HOURS, Topic.PEOPLE, Topic.AREAS} & changes.topics:
            self._stale = True
            if self.isVisible():
                self._read()
