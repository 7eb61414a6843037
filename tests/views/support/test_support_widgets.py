"""The small widgets do what they promise by mouse, key and screen reader."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListView, QSplitter, QTableView, QWidget
from pytestqt.qtbot import QtBot

from app.services.settings import SettingsStore
from app.views.support.bars import ConfirmBar, UndoBar
from app.views.support.cards import Card, FigureCard, line
from app.views.support.chips import Chip, deadline_tone
from app.views.support.empty_state import EmptyKind, EmptyState
from app.views.support.fields import SearchField, Segment, SegmentedControl
from app.views.support.flow_layout import FlowLayout
from app.views.support.form_dialog import FormDialog
from app.views.support.labels import ElidedLabel, ProtocolLabel, label
from app.views.support.preferences import Preferences, decode, encode
from app.views.support.steps_bar import StepsBar
from app.views.support.tables import dress_list, dress_table
from app.views.support.tasks import Calls
from app.views.support.theme import Theme
from app.views.support.toasts import ToastHost
from app.views.support.tokens import TONES

NOW = datetime(2026, 11, 21, 14, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def colors(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("tone", TONES)
def test_chip_paints_word_and_ground(theme: Theme, qtbot: QtBot, tone: str) -> None:
    chip = Chip("Texto", theme=theme, tone=tone, icon="clock")
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    soft = theme.tokens.tone(tone)[1]
    assert soft in colors(chip.grab().toImage())
    assert chip.accessibleName() == "Texto"
    width = chip.sizeHint().width()
    chip.set_chip("Um texto maior", "bad", tooltip="às 14:22")
    assert chip.sizeHint().width() > width
    assert (chip.text, chip.tone, chip.toolTip()) == ("Um texto maior", "bad", "<qt>às 14:22</qt>")
    theme.apply(scale=200)
    assert chip.sizeHint().height() == 40


def test_tone_of_a_deadline() -> None:
    assert deadline_tone(None, NOW, soon=HOUR) == "neutral"
    assert deadline_tone(NOW - HOUR, NOW, soon=HOUR) == "bad"
    assert deadline_tone(NOW + HOUR, NOW, soon=HOUR) == "warn"
    assert deadline_tone(NOW + 2 * HOUR, NOW, soon=HOUR) == "ok"


def test_at_most_two_toasts_and_the_oldest_leaves(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    host = ToastHost(theme=theme, window=window)
    for text in ("um", "dois", "três"):
        host.show_text(text)
    assert [toast.message.text() for toast in host.toasts] == ["dois", "três"]
    assert host.isVisible()
    assert host.geometry().bottom() < 600
    window.resize(400, 300)
    qtbot.waitUntil(lambda: host.geometry().right() <= 400)


def test_toast_leaves_by_itself_but_waits_for_the_mouse(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    host = ToastHost(theme=theme, window=window)
    toast = host.show_text("um", milliseconds=60)
    enter = QEnterEvent(QPointF(1, 1), QPointF(1, 1), QPointF(1, 1))
    toast.enterEvent(enter)
    qtbot.wait(120)
    assert host.toasts == [toast]
    assert toast.is_waiting
    toast.leaveEvent(QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: host.toasts == [])
    assert not host.isVisible()


def test_toast_action_and_undo(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    host = ToastHost(theme=theme, window=window)
    undone: list[int] = []
    toast = host.show_undo("3 menções ignoradas", lambda: undone.append(1))
    assert toast.action.text() == "Desfazer"
    toast.action.click()
    assert undone == [1]
    assert host.toasts == []
    host.show_undo("Resposta na fila", lambda: undone.append(2), within=timedelta(milliseconds=1))
    qtbot.waitUntil(lambda: host.toasts == [])
    assert undone == [1]


def test_undo_bar_offers_and_expires(theme: Theme, qtbot: QtBot) -> None:
    bar = UndoBar(theme=theme)
    qtbot.addWidget(bar)
    undone: list[str] = []
    bar.offer("Encerrado", lambda: undone.append("first"))
    bar.offer("Adiado", lambda: undone.append("second"))
    bar.undo()
    bar.undo()
    assert undone == ["second"]
    bar.offer("Adiado", lambda: undone.append("late"), milliseconds=20)
    with qtbot.waitSignal(bar.expired):
        pass
    assert not bar.is_offering
    bar.undo()
    assert undone == ["second"]


def test_confirm_bar_is_safe_by_default(theme: Theme, qtbot: QtBot) -> None:
    bar = ConfirmBar(theme=theme)
    qtbot.addWidget(bar)
    bar.show()
    done: list[str] = []
    bar.ask("Apagar tudo?", "Apagar", lambda: done.append("x"), tone="bad")
    qtbot.waitUntil(lambda: bar.focusWidget() is not None and bar.focusWidget().hasFocus())
    assert bar.focusWidget().text() == "Cancelar"
    QTest.keyClick(bar.focusWidget(), Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert done == []
    bar.ask("Apagar tudo?", "Apagar", lambda: done.append("x"), tone="bad")
    bar._yes.click()
    assert done == ["x"]


@pytest.mark.parametrize("kind", EmptyKind)
def test_empty_states_tell_apart(theme: Theme, qtbot: QtBot, kind: EmptyKind) -> None:
    state = EmptyState(theme=theme)
    qtbot.addWidget(state)
    state.show_state(kind, button="Limpar filtros")
    assert state.text
    assert state.accessibleName() == state.text
    with qtbot.waitSignal(state.requested):
        state._button.click()
    others = EmptyState(theme=theme)
    qtbot.addWidget(others)
    texts = set()
    for other in EmptyKind:
        others.show_state(other)
        texts.add(others.text)
    assert len(texts) == len(EmptyKind)


def test_elided_label_shows_the_whole_on_hover(qtbot: QtBot) -> None:
    text = ElidedLabel("Pedido trocado pela terceira vez e ninguém responde")
    qtbot.addWidget(text)
    text.resize(80, 20)
    text.show()
    assert text.toolTip() == f"<qt>{text.text()}</qt>"
    text.resize(900, 20)
    qtbot.waitUntil(lambda: not text.toolTip())
    assert text.minimumSizeHint().width() < 80


def test_protocol_is_large_spoken_and_copied(theme: Theme, qtbot: QtBot) -> None:
    protocol = ProtocolLabel(theme=theme, large=True)
    qtbot.addWidget(protocol)
    protocol.copy()
    protocol.set_protocol("2026 1121 0042-7", spoken="dois mil e vinte e seis…")
    with qtbot.waitSignal(protocol.copied):
        protocol._copy.click()
    assert QGuiApplication.clipboard().text() == protocol.number == "2026 1121 0042-7"


def test_segments_by_keyboard(theme: Theme, qtbot: QtBot) -> None:
    control = SegmentedControl(
        theme=theme, name="Resposta", segments=[Segment("a", "Privado", "lock", "private"), Segment("b", "Público")]
    )
    qtbot.addWidget(control)
    control.show()
    assert control.current == "a"
    button = control._group.button(0)
    with qtbot.waitSignal(control.chosen) as caught:
        QTest.keyClick(button, Qt.Key.Key_Right)
    assert caught.args == ["b"]
    QTest.keyClick(control._group.button(1), Qt.Key.Key_Right)
    assert control.current == "a"
    control.choose("unheard of")
    assert control.current == "a"
    assert button.accessibleName() == "Resposta: Privado"


def test_search_field(theme: Theme, qtbot: QtBot) -> None:
    field = SearchField(theme=theme, placeholder="Buscar", name="Buscar", key_hint="Ctrl K")
    qtbot.addWidget(field)
    field.show()
    found: list[str] = []
    field.searched.connect(found.append)
    QTest.keyClicks(field.edit, "proc ")
    qtbot.waitUntil(lambda: found == ["proc"])
    with qtbot.waitSignal(field.submitted):
        QTest.keyClick(field.edit, Qt.Key.Key_Return)
    QTest.keyClick(field.edit, Qt.Key.Key_Escape)
    assert field.text == ""
    assert found == ["proc", "proc", ""]
    field.set_text("x")
    field.set_key_hint("")
    assert field.edit.text() == "x"


def test_steps_bar_says_where_it_stands(theme: Theme, qtbot: QtBot) -> None:
    bar = StepsBar(theme=theme)
    qtbot.addWidget(bar)
    bar.resize(600, bar.sizeHint().height())
    bar.set_current(2)
    assert bar.accessibleName() == "Etapa 3 de 6: Atender"
    assert theme.tokens.accent in colors(bar.grab().toImage())
    narrow = bar.sizeHint().height()
    bar.resize(300, 60)
    assert bar.sizeHint().height() > narrow
    bar.set_current(9)
    assert bar.accessibleName() == "Todas as etapas concluídas"
    assert bar.current == 6


class NameForm(FormDialog):
    def __init__(self, *, theme: Theme) -> None:
        super().__init__(theme=theme, title="Nova área", verb="Criar", intro="Uma área recebe encaminhamentos.")
        self.edit = QLineEdit()
        self.other = QLineEdit()
        self.add_field("name", "Nome", self.edit, hint="Como o time chama")
        self.add_field("mail", "E-mail", self.other)
        self.add_widget(label("nota"))

    def check(self) -> dict[str, str]:
        return {} if self.edit.text() else {"name": "Falta o nome.", "": "Confira os campos."}


def test_form_shows_errors_in_place_and_keeps_the_text(theme: Theme, qtbot: QtBot) -> None:
    form = NameForm(theme=theme)
    qtbot.addWidget(form)
    form.show()
    form.other.setText("fica")
    form.submit_button.click()
    assert form.isVisible()
    assert form.error_of("name") == "Falta o nome."
    assert form.error_of("") == "Confira os campos."
    assert form.edit.property("invalid") == "true"
    assert form.other.text() == "fica"
    assert form.edit.accessibleName() == "Nome"
    form.edit.setText("Qualidade")
    form.set_busy(True)
    assert not form.submit_button.isEnabled()
    form.set_busy(False)
    form.try_submit()
    assert form.result() == FormDialog.DialogCode.Accepted
    assert form.error_of("name") == ""


def test_flow_layout_wraps(theme: Theme, qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box, spacing=4)
    chips = [Chip(f"Etiqueta {number}", theme=theme) for number in range(8)]
    for chip in chips:
        flow.addWidget(chip)
    assert flow.heightForWidth(1000) < flow.heightForWidth(200)
    box.resize(200, flow.heightForWidth(200))
    box.show()
    assert all(chip.geometry().right() <= 200 for chip in chips)
    assert len({chip.y() for chip in chips}) > 1
    assert flow.itemAt(99) is None
    assert flow.takeAt(0) is not None
    assert flow.count() == 7
    assert flow.takeAt(99) is None


def test_cards(theme: Theme, qtbot: QtBot) -> None:
    card = Card(theme=theme, title="Horário nobre", definition="Menções por hora.")
    figure = FigureCard(theme=theme, name="Menções")
    for widget in (card, figure):
        qtbot.addWidget(widget)
    card.body.addWidget(line())
    card.set_definition("")
    figure.set_figure("807.774", "+4,3 %", tone="warn")
    assert figure.accessibleName() == "Menções: 807.774 +4,3 %"
    assert card.accessibleName() == "Horário nobre"


def test_tables_follow_the_font_and_die_quietly(theme: Theme, qtbot: QtBot) -> None:
    table = QTableView()
    dress_table(table, theme=theme, name="Linhas")
    assert table.verticalHeader().defaultSectionSize() == 32
    theme.apply(scale=200)
    assert table.verticalHeader().defaultSectionSize() == 64
    table.deleteLater()
    qtbot.wait(10)
    theme.apply(scale=100)


def test_preferences_are_written_a_moment_later(
    tmp_path: Path, calls: Calls, qtbot: QtBot, errors: list[Exception]
) -> None:
    store = SettingsStore(folder=tmp_path)
    preferences = Preferences(store=store, calls=calls)
    seen: list[object] = []
    preferences.changed.connect(seen.append)
    preferences.change(theme="dark")
    preferences.change(theme="dark")
    assert preferences.current.theme == "dark"
    assert len(seen) == 1
    assert not store.path.exists()
    qtbot.waitUntil(store.path.exists, timeout=3_000)
    preferences.change(sound=False)
    preferences.flush()
    assert SettingsStore(folder=tmp_path).load().settings.sound is False
    assert errors == []


def test_unwritable_preferences_take_the_one_road(
    tmp_path: Path, calls: Calls, qtbot: QtBot, errors: list[Exception], settle: Callable[[], None]
) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    preferences = Preferences(store=SettingsStore(folder=tmp_path / "file" / "sub"), calls=calls)
    preferences.change(theme="dark")
    qtbot.waitUntil(lambda: bool(errors), timeout=3_000)
    settle()
    assert getattr(errors[0], "code", "") == "settings.unwritable"
    preferences.change(theme="light")
    preferences.flush()


def test_layouts_are_kept_by_name(preferences: Preferences, qtbot: QtBot) -> None:
    splitter = QSplitter()
    qtbot.addWidget(splitter)
    for _ in range(2):
        splitter.addWidget(QWidget())
    splitter.resize(400, 100)
    splitter.show()
    splitter.setSizes([100, 299])
    preferences.keep_layout("inbox", splitter)
    splitter.setSizes([300, 99])
    assert preferences.restore_layout("inbox", splitter)
    assert splitter.sizes()[0] < 150
    assert not preferences.restore_layout("unheard of", splitter)
    assert decode(encode(splitter.saveState())) == splitter.saveState()
    assert decode("not base 64 ç").size() >= 0


def test_lists_are_dressed(theme: Theme, qtbot: QtBot) -> None:
    view = QListView()
    qtbot.addWidget(view)
    dress_list(view, theme=theme, name="Menções")
    assert view.accessibleName() == "Menções"
    assert view.uniformItemSizes()
