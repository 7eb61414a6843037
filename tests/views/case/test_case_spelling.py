"""The reply editor with spelling: the customer's name is right, the guard's marks and the drafts are left alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.bootstrap.services import Services
from app.models.domain.case_detail import CaseDetail
from app.views.case.drafts import DraftKeeper
from app.views.case.reply_editor import ReplyEditor
from app.views.support.desk import Desk
from app.views.support.text_marks import MarkKind, marks_of


@pytest.fixture
def editor(
    desk: Desk, services: Services, case: CaseDetail, qtbot: QtBot, settle: Callable[[], None]
) -> Iterator[ReplyEditor]:
    keeper = DraftKeeper(desk=desk, drafts=services.drafts)
    made = ReplyEditor(desk=desk, keeper=keeper, spelling=services.spelling)
    qtbot.addWidget(made)
    made.show()
    made.show_case(case)
    yield made
    settle()
    services.spelling.stop()


def marked(editor: ReplyEditor, kind: MarkKind) -> list[str]:
    return [each.selectedText() for each in marks_of(editor.text, kind)]


def test_the_answer_is_checked_and_nothing_else_is_touched(editor: ReplyEditor, qtbot: QtBot) -> None:
    typed: list[str] = []
    editor.text.setPlainText("Oi, Marina! O reembolço vai por Pix até amanhã. Abraço, Marta Sá")
    editor.typing.connect(lambda: typed.append("typing"))
    qtbot.waitUntil(lambda: marked(editor, MarkKind.SPELLING) == ["reembolço"], timeout=20_000)
    assert typed == []
    editor.text.mark([(0, 2)])
    assert marked(editor, MarkKind.STOPPED) == ["Oi"]
    assert marked(editor, MarkKind.SPELLING) == ["reembolço"]
    editor.text.insertPlainText("x")
    assert marked(editor, MarkKind.STOPPED) == []
    assert marked(editor, MarkKind.SPELLING) == ["reembolço"]


def test_what_was_ignored_in_one_answer_is_wrong_in_the_next(
    editor: ReplyEditor, case: CaseDetail, qtbot: QtBot
) -> None:
    assert editor.spelling is not None
    editor.text.setPlainText("o xarlesso novo")
    qtbot.waitUntil(lambda: marked(editor, MarkKind.SPELLING) == ["xarlesso"], timeout=20_000)
    editor.spelling.layer.ignore("xarlesso")
    qtbot.waitUntil(lambda: marked(editor, MarkKind.SPELLING) == [], timeout=20_000)
    editor.show_case(case)
    editor.text.setPlainText("o xarlesso novo")
    qtbot.waitUntil(lambda: marked(editor, MarkKind.SPELLING) == ["xarlesso"], timeout=20_000)
