"""The editor of the opening hours by mouse and keys: week, dates, zone, users, notice, and its deadlines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.bootstrap.services import Services
from app.models.domain.hours_check import parse_intervals
from app.models.domain.people import Actor, Role
from app.services.case_clock import CaseClock
from app.services.case_opening import ManualCase
from app.services.database import Database
from app.services.hours_section import CalendarSection
from app.services.opening_hours import CalendarInfo, OpeningHoursService
from app.services.replanning import ReplanExample, ReplanPreview, ReplanService
from app.services.rule_set import RuleSet
from app.services.settings_book import SettingsBook
from app.views.settings.hours_fill import FillDialog
from app.views.settings.hours_import import ImportDialog
from app.views.settings.hours_page import HoursPage
from app.views.settings.week_picture import WeekPicture
from app.views.support.desk import Desk
from app.views.support.theme import Theme
from tests.fakes import DEFAULT_NOW
from tests.views.inbox.widget_tree import cut, nameless

_SPLIT = parse_intervals("9-12, 13-18")


class CountingReplan(ReplanService):
    """Says that cases change, as a full database would, and remembers that it was started."""

    count = 0
    started = 0
    fails = False

    def preview(self, **_edit: object) -> ReplanPreview:
        example = ReplanExample(1, "2026112100012", DEFAULT_NOW, DEFAULT_NOW)
        return ReplanPreview(self.count, 0, self.count, 0, (example,) if self.count else ())

    def replan(self, **_how: object) -> int:
        self.started += 1
        if self.fails:
            self.fails = False
            raise RuntimeError("stopped")
        return self.count


@dataclass
class Stage:
    page: HoursPage
    hours: OpeningHoursService
    replan: CountingReplan
    settle: Callable[[], None]

    @property
    def team(self) -> CalendarInfo:
        return self.hours.book().calendars[0]


@pytest.fixture
def stage(desk: Desk, screen_database: Database, qtbot: QtBot, settle: Callable[[], None]) -> Stage:
    database = screen_database
    hours = OpeningHoursService(database=database, settings_book=SettingsBook(database=database))
    replan = CountingReplan(database=database, clock=CaseClock())
    rules = RuleSet(database=database, sections=[CalendarSection()])
    page = HoursPage(desk=desk, hours=hours, replan=replan, rule_set=rules)
    qtbot.addWidget(page)
    page.resize(1180, 1400)
    page.show()
    settle()

    def wait() -> None:
        QApplication.processEvents()
        settle()
        qtbot.waitUntil(lambda: not desk.jobs.active, timeout=5_000)
        settle()

    return Stage(page, hours, replan, wait)


def drag(picture: WeekPicture, start: tuple[int, int], end: tuple[int, int]) -> None:
    first, last = picture.cell_rect(start).center(), picture.cell_rect(end).center()
    QTest.mousePress(picture, Qt.MouseButton.LeftButton, pos=first)
    QTest.mouseMove(picture, QPoint((first.x() + last.x()) // 2, last.y()))
    QTest.mouseMove(picture, last)
    QTest.mouseRelease(picture, Qt.MouseButton.LeftButton, pos=last)


def test_a_drag_marks_and_another_clears(stage: Stage, desk: Desk) -> None:
    picture = stage.page.week.picture
    drag(picture, (6, 20), (6, 23))
    stage.settle()
    assert stage.team.week[6] == parse_intervals("10-12")
    drag(picture, (0, 24), (4, 25))
    stage.settle()
    assert stage.team.week[0] == parse_intervals("9-18")
    drag(picture, (6, 21), (6, 47))
    stage.settle()
    assert stage.team.week[6] == parse_intervals("10:00-10:30")
    desk.undo.undo()
    stage.settle()
    assert stage.team.week[6] == parse_intervals("10-12")
    assert picture.week[6] == parse_intervals("10-12")
    # The way back moves the deadlines back too.
    assert stage.replan.started == 1


def test_keys_move_select_and_mark(stage: Stage) -> None:
    picture = stage.page.week.picture
    picture.setFocus()
    for key in (Qt.Key.Key_End, Qt.Key.Key_Home, *[Qt.Key.Key_Down] * 6, *[Qt.Key.Key_Right] * 2):
        QTest.keyClick(picture, key)
    assert picture.place == (6, 2)
    QTest.keyClick(picture, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(picture, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(picture, Qt.Key.Key_Space)
    stage.settle()
    assert stage.team.week[6] == parse_intervals("1-2")
    assert stage.team.week[5] == parse_intervals("1-2, 9-13")
    assert "domingo: 01:00–02:00" in picture.accessibleDescription()
    QTest.keyClick(picture, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(picture, Qt.Key.Key_Escape)
    QTest.keyClick(picture, Qt.Key.Key_Space)
    stage.settle()
    assert stage.team.week[5] == parse_intervals("1:30-2, 9-13")


def test_hours_are_written_and_slips_name_day_and_interval(stage: Stage) -> None:
    panel = stage.page.week
    panel.text_button.click()
    field = panel.fields[1]
    assert field.text() == "09:00-12:00, 13:00-18:00"
    field.setText("8h às 12h e 13h15 às 17h")
    field.editingFinished.emit()
    stage.settle()
    assert stage.team.week[1] == parse_intervals("8-12, 13:15-17")
    for text, said in (
        ("9-12, 11-18", "O intervalo 11:00-18:00 (terça-feira) começa antes"),
        ("18:00-9:00", "O intervalo 18:00-9:00 (terça-feira) termina antes"),
        ("cedo", "Não entendi o intervalo “cedo” (terça-feira)"),
    ):
        field.setText(text)
        field.editingFinished.emit()
        stage.settle()
        assert said in panel.message.text()
    assert stage.team.week[1] == parse_intervals("8-12, 13:15-17")


def test_a_week_never_open_is_refused(stage: Stage) -> None:
    drag(stage.page.week.picture, (0, 18), (6, 47))
    stage.settle()
    assert "não abre em dia nenhum" in stage.page.frame.message.text()
    assert stage.page.week.picture.week[0] == _SPLIT
    assert stage.team.week[0] == _SPLIT


def test_an_edit_that_moves_deadlines_asks_first(stage: Stage) -> None:
    stage.replan.count = 37
    page = stage.page
    drag(page.week.picture, (6, 20), (6, 23))
    stage.settle()
    assert page.bar.text == "37 atendimentos abertos terão o prazo refeito com esta mudança."
    assert stage.team.week[6] == ()
    page.bar.which_button.click()
    assert "e mais 36" in page.bar._which.text()
    page.bar.drop_button.click()
    assert page.week.picture.week[6] == ()
    drag(page.week.picture, (6, 20), (6, 23))
    stage.settle()
    stage.replan.fails = True
    page.bar.save_button.click()
    stage.settle()
    assert stage.team.week[6] == parse_intervals("10-12")
    assert "A regra foi salva, mas os prazos não foram refeitos." in page.bar.result
    page.bar.again_button.click()
    stage.settle()
    assert page.bar.result == "37 prazos refeitos."
    assert stage.replan.started == 2


def test_a_colleagues_edit_is_not_written_over(stage: Stage, desk: Desk) -> None:
    stage.replan.count = 1
    page, team = stage.page, stage.team
    drag(page.week.picture, (6, 20), (6, 23))
    stage.settle()
    stage.hours.set_zone(desk.actor, team.id, "America/Manaus", expected_version=team.version)
    stage.settle()
    page.bar.save_button.click()
    stage.settle()
    assert "Outra pessoa mudou este horário" in page.frame.message.text()
    assert stage.team.week[6] == ()
    assert page.head.zone.currentData() == "America/Manaus"


def test_dates_are_added_edited_and_taken_out(stage: Stage, desk: Desk, qtmodeltester: ModelTester) -> None:
    dates = stage.page.dates
    qtmodeltester.check(dates.model)
    before = dates.model.rowCount()
    dates.add_button.click()
    dates.form.save_button.click()
    assert dates.form.message.text() == "Escreva o que é este dia."
    dates.form.name.setText("Véspera de Natal")
    dates.form.hours.setText("13-9")
    dates.form.save_button.click()
    assert "termina antes de começar" in dates.form.message.text()
    dates.form.hours.setText("9-13")
    dates.form.date.setDate(QDate(2026, 12, 24))
    QTest.keyClick(dates.form.hours, Qt.Key.Key_Return)
    stage.settle()
    assert dates.model.rowCount() == before + 1
    assert not dates.form.isVisible()
    dates.table.selectRow(dates.model.index_of(date(2026, 12, 24).toordinal()).row())
    assert [dates.model.index(dates.table.currentIndex().row(), n).data() for n in range(5)] == [
        "24 dez 2026",
        "Véspera de Natal",
        "09:00–13:00",
        "meio dia",
        "próprio",
    ]
    dates.edit_button.click()
    dates.form.date.setDate(QDate(2026, 12, 23))
    dates.form.save_button.click()
    stage.settle()
    days = {each.day: each for each in stage.team.days}
    assert date(2026, 12, 24) not in days
    assert days[date(2026, 12, 23)].name == "Véspera de Natal"
    dates.table.selectRow(dates.model.index_of(date(2026, 12, 23).toordinal()).row())
    dates.remove_button.click()
    stage.settle()
    assert dates.model.rowCount() == before
    desk.undo.undo()
    stage.settle()
    assert dates.model.rowCount() == before + 1


def test_the_calendar_of_two_years_by_mouse_and_keys(stage: Stage) -> None:
    dates = stage.page.dates
    dates.views.choose("calendar")
    calendar = dates.calendar
    assert calendar.last == date(2028, 10, 31)
    assert calendar.day_text(date(2026, 12, 25)) == "sexta-feira, 25 de dezembro de 2026: Natal, fechado"
    assert "09:00–12:00" in calendar.day_text(date(2026, 11, 23))
    calendar.setFocus()
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Right):
        QTest.keyClick(calendar, key)
    assert calendar.at == date(2026, 12, 23)
    QTest.keyClick(calendar, Qt.Key.Key_End)
    assert calendar.at == calendar.last
    QTest.keyClick(calendar, Qt.Key.Key_Home)
    QTest.mouseDClick(calendar, Qt.MouseButton.LeftButton, pos=calendar.cell_rect(date(2026, 12, 25)).center())
    assert dates.form.isVisible()
    assert dates.form.name.text() == "Natal"
    QTest.keyClick(dates.form.name, Qt.Key.Key_Escape)
    assert not dates.form.isVisible()


def test_a_calendar_for_some_channels(stage: Stage) -> None:
    page = stage.page
    page.head.name_edit.setText("E-mail")
    QTest.keyClick(page.head.name_edit, Qt.Key.Key_Return)
    stage.settle()
    info = page.info
    assert info is not None
    assert (info.name, info.is_first) == ("E-mail", False)
    assert "de todos os canais" in page.dates.model.index(0, 4).data()
    email = next(each for each in stage.hours.book().users if each.key == "email")
    page.head.user_toggled.emit(email, True)  # noqa: FBT003 - as the menu says it
    stage.settle()
    assert page.head.users_text.text() == "Vale para: E-mail."
    page.head.name_edit.setText("Correio")
    page.head.rename_button.click()
    stage.settle()
    assert [each.name for each in stage.hours.book().calendars] == ["Horário comercial", "Correio"]
    page.head.zone_chosen.emit("America/Manaus")
    stage.settle()
    assert stage.hours.book().calendars[1].zone == "America/Manaus"
    page.head.remove_button.click()
    stage.settle()
    assert len(stage.hours.book().calendars) == 1
    info = page.info
    assert info is not None
    assert info.is_first


def test_holidays_are_filled_after_a_look(stage: Stage) -> None:
    page = stage.page
    page.dates.fill_button.click()
    dialog = page.findChild(FillDialog)
    assert dialog is not None
    stage.settle()
    dialog.first.setValue(2028)
    dialog.last.setValue(2028)
    dialog.state.setCurrentIndex(dialog.state.findData("BA"))
    stage.settle()
    plain = len(dialog.chosen())
    dialog.optional.setChecked(True)
    assert len(dialog.chosen()) > plain
    assert any("Independência da Bahia · fechado · estadual" in dialog.list.item(n).text() for n in range(plain))
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    wanted = {each.day for each in dialog.chosen()}
    assert date(2028, 1, 1) not in wanted
    dialog.submit_button.click()
    stage.settle()
    assert wanted <= {each.day for each in stage.team.days}


def test_a_towns_table_is_taken_in_with_reasons(stage: Stage, tmp_path: Path) -> None:
    page = stage.page
    page.dates.import_button.click()
    dialog = page.findChild(ImportDialog)
    assert dialog is not None
    dialog.submit_button.click()
    assert dialog.error_of("text") == "Nenhuma linha pôde ser lida como data."
    path = tmp_path / "feriados.csv"
    path.write_bytes("data;nome;horário\r\n08/12/2026;Imaculada Conceição;\r\n31/02/2027;Nada;\r\n".encode("cp1252"))
    dialog.open_file(path)
    stage.settle()
    dialog.read()
    stage.settle()
    assert [dialog.list.item(n).text() for n in range(2)] == [
        "✓ 8 dez 2026 · Imaculada Conceição · fechado",
        "✗ linha 3: não é uma data: “31/02/2027”",
    ]
    assert dialog.count.text() == "1 datas entram, 1 linhas ficam de fora."
    dialog.submit_button.click()
    stage.settle()
    assert next(each for each in stage.team.days if each.day == date(2026, 12, 8)).origin == "city"


def test_missing_years_are_warned(stage: Stage, desk: Desk) -> None:
    team = stage.team
    gone = [each.day for each in team.days if each.day.year == 2027]
    assert not stage.page.dates.missing.isVisible()
    stage.hours.change_days(desk.actor, team.id, remove=gone, expected_version=team.version)
    stage.settle()
    assert stage.page.dates.missing.isVisible()
    assert "Faltam os feriados de 2027." in stage.page.dates.missing_text.text()


def test_notice_and_answer(stage: Stage, said: list[str]) -> None:
    notice = stage.page.notice
    assert notice.count.text() == "125 caracteres"
    notice.copy_buttons["short"].click()
    assert QGuiApplication.clipboard().text() == "Seg–sex 9h–12h e 13h–18h · sáb 9h–13h"
    assert said == ["Aviso copiado"]
    notice.length.choose("full")
    assert "Não abrimos em" in notice.notice.toPlainText()
    assert "Atendemos de segunda a sexta" in notice.reply_preview.text()
    assert not notice.save_button.isEnabled()
    notice.reply.setPlainText("Abrimos {horarios}.")
    assert notice.reply_preview.text() == "Não sei preencher {horarios}."
    notice.reply.setPlainText("Abrimos {horario}.")
    notice.save_button.click()
    stage.settle()
    assert stage.hours.book().reply.value == "Abrimos {horario}."


def test_who_may_not_edit_reads(
    desk: Desk, stage: Stage, qtbot: QtBot, screen_database: Database, settle: Callable[[], None]
) -> None:
    object.__setattr__(desk, "actor", Actor(9, "Rui", Role.ATTENDANT))
    rules = RuleSet(database=screen_database, sections=[CalendarSection()])
    page = HoursPage(desk=desk, hours=stage.hours, replan=stage.replan, rule_set=rules)
    qtbot.addWidget(page)
    page.show()
    settle()
    assert page.week.picture.is_read_only
    assert not page.dates.add_button.isEnabled()
    assert not page.head.zone.isEnabled()
    drag(page.week.picture, (6, 20), (6, 23))
    settle()
    assert stage.team.week[6] == ()


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_names_and_sizes(stage: Stage, theme: Theme, qtbot: QtBot, scale: int) -> None:
    page = stage.page
    page.week.text_button.setChecked(True)
    page.dates.add_button.click()
    assert nameless(page) == []
    theme.apply(scale=scale)
    qtbot.waitUntil(lambda: cut(page) == [])


def test_a_real_case_gets_its_new_deadline_and_the_old_one_back(
    desk: Desk, services: Services, screen_database: Database, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    manual = ManualCase(channel_key="phone", title="Pedido trocado", text="Veio outro", customer_name="Ana Lua")
    opened = services.cases.open_manual(desk.actor, manual).value
    hours = OpeningHoursService(database=screen_database, settings_book=services.settings_book)
    replan = ReplanService(database=screen_database, clock=CaseClock())
    rules = RuleSet(database=screen_database, sections=[CalendarSection()])
    page = HoursPage(desk=desk, hours=hours, replan=replan, rule_set=rules)
    qtbot.addWidget(page)
    page.resize(1180, 900)
    page.show()
    settle()

    def due() -> object:
        return services.cases.detail(opened.id, desk.actor.person_id).deadlines.first_response_due_at

    before = due()
    drag(page.week.picture, (5, 26), (5, 35))
    settle()
    assert page.bar.text.startswith("1 atendimento aberto terá o prazo refeito")
    page.bar.save_button.click()
    settle()
    qtbot.waitUntil(lambda: page.bar.result == "1 prazo refeito.", timeout=5_000)
    assert due() != before
    desk.undo.undo()
    settle()
    qtbot.waitUntil(lambda: due() == before, timeout=5_000)
    qtbot.waitUntil(lambda: not desk.jobs.active, timeout=5_000)


def test_the_wheel_that_scrolls_changes_no_zone(stage: Stage) -> None:
    zone = stage.page.head.zone
    point = QPointF(zone.rect().center())
    wheel = QWheelEvent(
        point,
        QPointF(zone.mapToGlobal(point)),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's signature
    )
    QApplication.sendEvent(zone, wheel)
    stage.settle()
    assert stage.team.zone == "America/Sao_Paulo"
    assert zone.currentData() == "America/Sao_Paulo"
