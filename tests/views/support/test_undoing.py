"""Ctrl+Z takes back the newest act; a notice's own button takes back its own."""

from __future__ import annotations

from typing import Any

from pytestqt.qtbot import QtBot

from app.models.domain.changes import Changes
from app.services.acts import Done, Undo
from app.views.support.tasks import Calls
from app.views.support.undoing import UndoStack


def done(name: str, reverted: list[str]) -> Done[None]:
    def revert() -> Done[Any]:
        reverted.append(name)
        return Done(None, Changes(origin="test"))

    return Done(None, Changes(origin="test"), Undo("ignore", 1, revert))


def test_each_notice_takes_back_its_own_act(qtbot: QtBot, calls: Calls) -> None:
    stack, reverted, offered = UndoStack(calls=calls), [], []  # type: ignore[var-annotated]  # filled by signals
    stack.offered.connect(lambda text, way: offered.append((text, way)))
    for name in ("first", "second", "third"):
        stack.push(done(name, reverted))
    assert [text for text, _ in offered] == ["Menção ignorada"] * 3
    with qtbot.waitSignal(stack.reverted):
        stack.take_back(offered[0][1])
    stack.take_back(offered[0][1])
    with qtbot.waitSignal(stack.reverted):
        stack.undo()
    assert reverted == ["first", "third"]
    assert stack.can_undo
    with qtbot.waitSignal(stack.reverted):
        stack.undo()
    with qtbot.waitSignal(stack.emptied):
        stack.undo()
