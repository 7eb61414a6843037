"""The first form a new person meets, by keyboard: name, place, what is wrong with them, and reading only."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.services.errors import Invalid, Unavailable
from app.views.support.tasks import Calls
from app.views.support.theme import Theme
from app.views.welcome.choice import StartChoice
from app.views.welcome.start_dialog import StartDialog
from tests.views.inbox.widget_tree import cut, nameless

FILE = "atendimentos.balcao"


class Opening:
    """Stands for the program's own opening: notes what was asked, fails as told."""

    def __init__(self) -> None:
        self.asked: list[StartChoice] = []
        self.error: Exception | None = None

    def __call__(self, choice: StartChoice) -> str:
        self.asked.append(choice)
        if self.error is not None:
            raise self.error
        return "opened"


@pytest.fixture
def opening() -> Opening:
    return Opening()


@pytest.fixture
def make(theme: Theme, calls: Calls, opening: Opening, qtbot: QtBot) -> Callable[[StartChoice], StartDialog]:
    def build(choice: StartChoice) -> StartDialog:
        dialog = StartDialog(theme=theme, calls=calls, open_database=opening, choice=choice)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return build


def test_name_and_file_open_the_database(
    make: Callable[[StartChoice], StartDialog], opening: Opening, qtbot: QtBot
) -> None:
    dialog = make(StartChoice("", FILE))
    dialog.submit_button.click()
    assert dialog.error_of("name").startswith("Escreva seu nome")
    dialog.name_edit.setText("Ana Lima")
    with qtbot.waitSignal(dialog.opened) as signal:
        qtbot.keyClick(dialog.name_edit, Qt.Key.Key_Return)
    assert signal.args == ["opened"]
    assert opening.asked == [StartChoice("Ana Lima", FILE)]
    assert dialog.result() == StartDialog.DialogCode.Accepted


def test_a_server_needs_its_fields_and_keeps_the_password_apart(
    make: Callable[[StartChoice], StartDialog], opening: Opening, settle: Callable[[], None]
) -> None:
    dialog = make(StartChoice("Ana", FILE))
    dialog.place.segments.choose("server")
    dialog.submit_button.click()
    assert dialog.error_of("place").startswith("Preencha servidor, banco e usuário.")
    dialog.place.host_edit.setText("servidor")
    dialog.place.database_edit.setText("sac equipe")
    dialog.place.user_edit.setText("ana")
    dialog.place.password_edit.setText("segredo")
    dialog.submit_button.click()
    settle()
    assert opening.asked == [StartChoice("Ana", "postgresql://ana@servidor:5432/sac%20equipe", "segredo")]


def test_an_address_of_before_fills_the_fields(make: Callable[[StartChoice], StartDialog]) -> None:
    dialog = make(StartChoice("Ana", "postgresql://bia@banco:5433/sac%20equipe"))
    place = dialog.place
    assert not place.is_local
    fields = (place.host_edit.text(), place.port_spin.value(), place.database_edit.text(), place.user_edit.text())
    assert fields == ("banco", 5433, "sac equipe", "bia")
    assert place.database() == "postgresql://bia@banco:5433/sac%20equipe"


def test_what_is_wrong_stands_beside_its_field_and_reading_is_offered(
    make: Callable[[StartChoice], StartDialog], opening: Opening, settle: Callable[[], None]
) -> None:
    dialog = make(StartChoice("Ana", FILE))
    opening.error = Unavailable("database_newer", found="0009", known="0001")
    dialog.submit_button.click()
    settle()
    assert "Balcão mais novo" in dialog.error_of("place")
    assert dialog.read_button.isVisible()
    assert dialog.name_edit.text() == "Ana"
    opening.error = Invalid("person_unknown")
    dialog.read_button.click()
    settle()
    assert opening.asked[-1].is_read_only
    assert "ainda não faz parte da equipe" in dialog.error_of("name")
    dialog.place.segments.choose("server")
    assert not dialog.read_button.isVisible()
    assert dialog.error_of("name") == ""


def test_a_bug_is_not_taken_for_a_wrong_place(make: Callable[[StartChoice], StartDialog]) -> None:
    dialog = make(StartChoice("Ana", FILE))
    assert dialog.show_error(ValueError("x")) is False


def test_file_is_chosen_and_names_are_spoken(
    make: Callable[[StartChoice], StartDialog], monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = make(StartChoice("Ana", FILE))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_options: ("outro.balcao", ""))
    dialog.place.browse_button.click()
    assert dialog.place.database() == "outro.balcao"
    assert nameless(dialog) == []


@pytest.mark.parametrize("scale", [80, 200])
def test_nothing_is_cut_at_any_size(make: Callable[[StartChoice], StartDialog], theme: Theme, scale: int) -> None:
    theme.apply(scale=scale)
    dialog = make(StartChoice("", FILE))
    dialog.place.segments.choose("server")
    dialog.submit_button.click()
    assert cut(dialog) == []
    layout = dialog.layout()
    assert layout is not None
    assert dialog.height() >= layout.totalHeightForWidth(dialog.width())
