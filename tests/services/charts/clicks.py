"""A click on a bar, tried."""

from __future__ import annotations

from app.models.domain.chart import ChartData
from app.models.domain.people import PROGRAM
from app.services.inbox import InboxService

_MOST_CLICKS = 16


def clicks(data: ChartData, inbox: InboxService) -> int:
    """Open what stands behind the cells, all of a small chart and a spread sample of a large one."""
    cells = [cell for track in (*data.tracks, *data.before) for cell in track.cells if cell.query is not None]
    step = max(1, len(cells) // _MOST_CLICKS)
    for cell in cells[::step]:
        assert cell.query is not None
        assert inbox.count(cell.query, PROGRAM, None).n == cell.count, (data.key, cell)
    return len(cells)
