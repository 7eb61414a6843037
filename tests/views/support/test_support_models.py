"""Row models keep their promises to Qt and to the person's selection."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QListView, QTableView
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.views.support.item_model import ID_ROLE, ROW_ROLE, Column, Page, PagedModel
from app.views.support.row_model import RowModel
from app.views.support.tasks import Calls

Settle = Callable[[], None]


@dataclass(frozen=True)
class Item:
    id: int
    name: str


COLUMNS = [
    Column[Item]("name", "Nome", lambda item: item.name, spoken=lambda item: f"nome {item.name}"),
    Column[Item]("id", "Número", lambda item: str(item.id), numeric=True, tooltip=lambda item: f"nº {item.id}"),
]


class Source:
    """A keyset source of rows whose fetches are counted, with the thread they ran in."""

    def __init__(self, count: int, size: int = 50) -> None:
        self.items = [Item(number, f"n{number}") for number in range(count)]
        self.size = size
        self.fetches: list[int | None] = []
        self.threads: set[int] = set()

    def fetch(self, cursor: int | None) -> Page[Item]:
        self.fetches.append(cursor)
        self.threads.add(threading.get_ident())
        start = cursor or 0
        rows = self.items[start : start + self.size]
        following = start + self.size if start + self.size < len(self.items) else None
        return Page(rows, following, len(self.items))


@pytest.fixture
def model(calls: Calls) -> PagedModel[Item]:
    return PagedModel(columns=COLUMNS, key=lambda item: item.id, calls=calls)


def strict(model: QAbstractItemModel) -> QAbstractItemModelTester:
    return QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_first_page_then_more(model: PagedModel[Item], settle: Settle, qtmodeltester: ModelTester) -> None:
    tester = strict(model)
    source = Source(120)
    model.load(source.fetch)
    assert model.is_loading
    assert not model.canFetchMore(QModelIndex())
    settle()
    assert model.rowCount() == 50
    assert model.total == 120
    model.fetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    settle()
    model.fetchMore(QModelIndex())
    settle()
    assert model.rowCount() == 120
    assert not model.canFetchMore(QModelIndex())
    assert source.fetches == [None, 50, 100]
    assert threading.get_ident() not in source.threads
    qtmodeltester.check(model)
    del tester


@pytest.mark.parametrize("view_type", [QTableView, QListView])
def test_views_do_not_drain_the_model(
    model: PagedModel[Item], settle: Settle, qtbot: QtBot, view_type: type[QTableView] | type[QListView]
) -> None:
    view = view_type()
    qtbot.addWidget(view)
    view.setModel(model)
    view.resize(300, 300)
    view.show()
    source = Source(100_000)
    model.load(source.fetch)
    settle()
    qtbot.wait(50)
    settle()
    assert len(source.fetches) <= 3
    view.scrollToBottom()
    qtbot.wait(30)
    settle()
    assert model.rowCount() <= 250


def test_data_of_a_row(model: PagedModel[Item], settle: Settle) -> None:
    model.load(Source(3).fetch)
    settle()
    index = model.index(2, 1)
    assert index.data() == "2"
    assert index.data(ROW_ROLE) == Item(2, "n2")
    assert index.data(ID_ROLE) == 2
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "<qt>nº 2</qt>"
    assert model.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "nome n2"
    assert index.data(Qt.ItemDataRole.TextAlignmentRole) & int(Qt.AlignmentFlag.AlignRight)
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Número"
    assert model.headerData(9, Qt.Orientation.Horizontal) is None
    assert model.row_at(99) is None
    assert model.row_by_id(1) == Item(1, "n1")
    assert not model.index_of(77).isValid()


def test_new_filter_drops_the_old_page(model: PagedModel[Item], settle: Settle) -> None:
    gate = threading.Event()

    def slow(cursor: int | None) -> Page[Item]:
        gate.wait(5)
        return Page([Item(999, f"old {cursor}")])

    model.load(slow)
    model.load(Source(3).fetch)
    gate.set()
    settle()
    assert model.ids == [0, 1, 2]


def test_touch_patches_rows_and_keeps_the_selection(model: PagedModel[Item], settle: Settle, qtbot: QtBot) -> None:
    tester = strict(model)
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(model)
    model.load(Source(20).fetch)
    settle()
    choose(view, [4, 6])
    asked: list[Sequence[int]] = []

    def rows(ids: Sequence[int]) -> dict[int, Item]:
        asked.append(ids)
        return {row_id: Item(row_id, "new") for row_id in ids if row_id != 5}

    model.touch([4, 5, 12_345], rows)
    settle()
    assert asked == [[4, 5]]
    assert model.row_by_id(4) == Item(4, "new")
    assert model.index_of(5).row() == -1
    assert chosen(view) == [4, 6]
    del tester


def test_touches_in_a_row_lose_nothing(model: PagedModel[Item], settle: Settle) -> None:
    model.load(Source(20).fetch)
    settle()
    gate = threading.Event()

    def rows(ids: Sequence[int]) -> dict[int, Item]:
        gate.wait(5)
        return {row_id: Item(row_id, "new") for row_id in ids}

    model.touch([1], rows)
    model.touch([2], rows)
    model.touch([3], rows)
    gate.set()
    settle()
    assert [model.row_by_id(n) for n in (1, 2, 3)] == [Item(n, "new") for n in (1, 2, 3)]


def test_refresh_moves_inserts_and_removes_with_the_selection(
    model: PagedModel[Item], settle: Settle, qtbot: QtBot
) -> None:
    tester = strict(model)
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(model)
    source = Source(120)
    model.load(source.fetch)
    settle()
    model.fetchMore(QModelIndex())
    settle()
    choose(view, [3, 60])
    source.items = [Item(500, "top"), *reversed(source.items[:90]), Item(501, "end")]
    model.mark_stale()
    assert model.is_stale
    assert model.refresh_if_stale()
    settle()
    assert not model.refresh_if_stale()
    assert model.ids == [item.id for item in source.items]
    assert chosen(view) == [3, 60]
    del tester


def test_failed_page_can_be_asked_for_again(model: PagedModel[Item], settle: Settle, errors: list[Exception]) -> None:
    source = Source(80)
    state = {"down": False}

    def fetch(cursor: int | None) -> Page[Item]:
        if state["down"]:
            raise OSError
        return source.fetch(cursor)

    model.load(fetch)
    settle()
    state["down"] = True
    model.fetchMore(QModelIndex())
    settle()
    assert len(errors) == 1
    assert not model.is_loading
    state["down"] = False
    assert model.canFetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    settle()
    assert model.rowCount() == 80


def test_repeated_rows_across_pages_are_shown_once(model: PagedModel[Item], settle: Settle) -> None:
    tester = strict(model)
    pages = {None: Page([Item(1, "a"), Item(2, "b")], 1), 1: Page([Item(2, "b"), Item(3, "c")], None)}
    model.load(lambda cursor: pages[cursor])
    settle()
    model.fetchMore(QModelIndex())
    settle()
    assert model.ids == [1, 2, 3]
    del tester


def test_insert_top_and_repaint(model: PagedModel[Item], settle: Settle, qtbot: QtBot) -> None:
    model.load(Source(5).fetch)
    settle()
    model.insert_top(Item(77, "new"))
    model.insert_top(Item(77, "newer"))
    assert model.ids[0] == 77
    assert model.row_at(0) == Item(77, "newer")
    with qtbot.waitSignal(model.dataChanged) as caught:
        model.repaint_column("id", 1, 3)
    assert (caught.args[0].row(), caught.args[1].row(), caught.args[0].column()) == (1, 3, 1)
    model.repaint_column("unheard of")


def test_plain_row_model(qtmodeltester: ModelTester) -> None:
    model: RowModel[Item] = RowModel(columns=COLUMNS, key=lambda item: item.id)
    tester = strict(model)
    model.set_rows([Item(1, "a"), Item(2, "b"), Item(3, "c")])
    model.set_rows([Item(3, "c"), Item(9, "x"), Item(1, "z")])
    assert model.ids == [3, 9, 1]
    assert model.index(2, 0).data() == "z"
    qtmodeltester.check(model)
    model.clear()
    assert model.rowCount() == 0
    assert model.rowCount(model.index(0, 0)) == 0
    del tester


def choose(view: QTableView, ids: list[int]) -> None:
    model = view.model()
    assert isinstance(model, RowModel)
    for row_id in ids:
        view.selectionModel().select(
            model.index_of(row_id),
            QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows,
        )


def chosen(view: QTableView) -> list[int]:
    return sorted(index.data(ID_ROLE) for index in view.selectionModel().selectedRows())
