"""A chart on the screen: hovered, walked by keys, opened; its card tables, tells, copies and says what is missing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QToolTip
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.models.domain.chart import ChartData, ChartKey, Shape
from app.views.support.charts.card import ChartCard
from app.views.support.charts.chart_texts import chart_definition, chart_title
from app.views.support.empty_state import EmptyKind
from app.views.support.theme import Theme
from tests.views.inbox.widget_tree import nameless
from tests.views.support.charts import samples


def card_of(data: ChartData, theme: Theme, qtbot: QtBot) -> ChartCard:
    card = ChartCard(theme=theme, key=data.key)
    qtbot.addWidget(card)
    card.resize(520, 380)
    card.show()
    card.show_data(data, samples.FIRST, samples.FIRST.replace(day=30))
    qtbot.waitExposed(card)
    return card


@pytest.mark.parametrize(
    ("data", "keys", "spot"),
    [
        (samples.heat(), "RRDL", (1, 1)),
        (samples.stack(), "URU", (2, 1)),
        (samples.bars(), "DDU", (0, 1)),
        (samples.lying_stack(), "DRR", (2, 1)),
        (samples.hours(Shape.CLOCK), "RDL", (0, 1)),
        (samples.minutes(), "R", (0, 2)),
    ],
)
def test_arrows_walk_as_the_eye_sees(
    data: ChartData, keys: str, spot: tuple[int, int], theme: Theme, qtbot: QtBot
) -> None:
    view = card_of(data, theme, qtbot).chart
    names = {"R": Qt.Key.Key_Right, "L": Qt.Key.Key_Left, "U": Qt.Key.Key_Up, "D": Qt.Key.Key_Down}
    qtbot.keyClick(view, Qt.Key.Key_Home)
    for key in keys:
        qtbot.keyClick(view, names[key])
    mark = view.marks[view.current]
    assert (mark.track, mark.place) == spot
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.current == len(view.marks) - 1
    with qtbot.waitSignal(view.drilled if data.key is not ChartKey.SUBJECTS else view.narrowed):
        qtbot.keyClick(view, Qt.Key.Key_Return)


def test_hovering_tells_and_a_click_opens(theme: Theme, qtbot: QtBot) -> None:
    card = card_of(samples.columns(), theme, qtbot)
    spot = card.chart.marks[1].area.center().toPoint()
    qtbot.mouseMove(card.chart.viewport(), QPoint(1, 1))
    qtbot.mouseMove(card.chart.viewport(), spot)
    qtbot.waitUntil(lambda: "terça-feira: 8" in QToolTip.text())
    with qtbot.waitSignal(card.drilled) as drilled:
        qtbot.mouseClick(card.chart.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert drilled.args == [samples.QUERY, "Dias da semana · terça-feira: 8"]
    with qtbot.assertNotEmitted(card.drilled):  # nothing stands behind a nought
        qtbot.mouseClick(
            card.chart.viewport(), Qt.MouseButton.LeftButton, pos=card.chart.marks[6].area.center().toPoint()
        )


def test_a_subject_opens_in_place_and_leads_back(theme: Theme, qtbot: QtBot) -> None:
    card = card_of(samples.bars(), theme, qtbot)
    spot = card.chart.marks[1].area.center().toPoint()
    with qtbot.waitSignal(card.node_wanted) as wanted:
        qtbot.mouseClick(card.chart.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert (wanted.args, card.node_id) == ([2], 2)
    card.show_data(samples.bars(2), samples.FIRST, samples.FIRST)
    assert card.texts.title == "Assuntos › Produto"
    back = next(each for each in card.findChildren(QPushButton) if each.text() == "Todos")
    with qtbot.waitSignal(card.node_wanted) as wanted:
        back.click()
    assert (wanted.args, card.node_id) == ([None], None)
    with qtbot.waitSignal(card.drilled):
        qtbot.mouseClick(card.chart.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, spot)
    texts = [action.text() for action in card.chart.cell_menu(0).actions()]
    assert texts == ["Abrir a lista: 2 atendimentos", "Ver por dentro: Atendimento"]


def test_words_table_and_clipboard(theme: Theme, qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    card = card_of(samples.minutes(), theme, qtbot)
    assert nameless(card) == []
    assert card.chart.accessibleName() == "1ª resposta"
    assert card.chart.accessibleDescription() == card.texts.summary == "Mediana do período: 30 min."
    assert card.texts.definition.endswith("1–30 nov 2026.")
    assert "linha a linha" in card.texts.notes
    card.show_as_table(as_table=True)
    assert card.table.isVisible()
    model = card.table.model()
    qtmodeltester.check(model)
    assert [model.index(0, column).data() for column in range(3)] == ["01/11/2026", "65", "65"]
    card.copy_table()
    assert QGuiApplication.clipboard().text().startswith("Dia\tMediana (minutos)\tAtendimentos\n01/11/2026\t65\t65\n")
    card.copy_image()
    assert QGuiApplication.clipboard().pixmap().width() > 700


def test_nothing_slow_and_wrong_are_said(theme: Theme, qtbot: QtBot) -> None:
    card = ChartCard(theme=theme, key=ChartKey.VOLUME_DAY)
    qtbot.addWidget(card)
    card.show()
    assert card.empty.kind is EmptyKind.LOADING
    card.show_reading()
    qtbot.waitUntil(card._bar.isVisible)
    card.show_data(samples.nothing(Shape.LINES), samples.FIRST, samples.FIRST)
    assert not card._bar.isVisible()
    assert (card.empty.kind, card.empty.text) == (EmptyKind.FILTERED, "Nada a mostrar neste período.")
    card.show_error("O banco não respondeu.")
    assert card.empty.kind is EmptyKind.UNAVAILABLE


def test_every_chart_has_its_name_and_its_definition() -> None:
    for key in ChartKey:
        assert chart_title(key)
        assert chart_definition(key).endswith("."), key
