"""Taking data out: what is offered, what each column says, and the file at the end."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from app.models.domain.inbox import InboxQuery, InboxView
from app.services.data_exports import DataExportService
from app.services.database import Database
from app.services.inbox import InboxService
from app.views.exports.export_dialog import ExportDialog, choices_of_list
from app.views.support.desk import Desk
from tests.services.inbox.counter_data import populate


def dialog(qtbot: QtBot, desk: Desk, database: Database, view: InboxView) -> ExportDialog:
    exports = DataExportService(database=database, inbox=InboxService(database=database))
    made = ExportDialog(desk=desk, exports=exports, choices=choices_of_list(InboxQuery(view)), shown="Lista")
    qtbot.addWidget(made)
    return made


def test_a_list_goes_to_a_file(
    qtbot: QtBot, desk: Desk, screen_database: Database, said: list[str], tmp_path: Path
) -> None:
    populate(screen_database, desk.actor, seed=11, mentions=12, cases=3)
    form = dialog(qtbot, desk, screen_database, InboxView.CRISIS)
    assert [choice.kind.value for choice in choices_of_list(InboxQuery(InboxView.CRISIS))] == ["mentions", "cases"]
    first = form.columns.item(0, 0)
    assert first is not None
    assert first.text() == "Número"
    form.kind.choose("cases")
    assert form.columns.rowCount() == 31
    all_meant = [form.columns.item(row, 1) for row in range(31)]
    assert all(item is not None and item.text() for item in all_meant)

    form = dialog(qtbot, desk, screen_database, InboxView.ALL_MENTIONS)
    qtbot.waitUntil(lambda: form.count.text().startswith("12 linhas"))
    path = tmp_path / "menções.csv"
    form.write(path)
    qtbot.waitUntil(lambda: said == ["12 linhas salvas em menções.csv"])
    assert len(path.read_text("utf-8-sig").splitlines()) >= 13
