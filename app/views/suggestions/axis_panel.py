"""One axis in full: on or off, how good it is in plain words, and what it takes for what."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QTableView, QVBoxLayout, QWidget

from app.models.domain.suggestion import AxisLearning
from app.views.suggestions.suggestion_texts import detail_lines, verdict_text
from app.views.support.cards import Card
from app.views.support.labels import label
from app.views.support.row_model import Column, RowModel
from app.views.support.tables import dress_table
from app.views.support.texts import number_text

if TYPE_CHECKING:
    from datetime import datetime

    from app.views.support.theme import Theme

_MOST_SHOWN: Final = 10
_OTHERS: Final = -1


@dataclass(frozen=True, slots=True)
class Mistaken:
    """What cases of one real node were taken for; ``said`` in the order of the columns."""

    id: int
    name: str
    said: tuple[int, ...]
    total: int


class AxisPanel(QWidget):
    """Shows one axis; ``switched`` tells that it is to be proposed or not."""

    switched = Signal(bool)

    def __init__(self, *, theme: Theme, may_edit: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._may_edit = theme, may_edit
        self.setAccessibleName(self.tr("Qualidade das sugestões"))
        self.card = Card(theme=theme)
        self.title = label("", "title")
        self.wanted = QCheckBox(self.tr("Sugerir este eixo nos atendimentos"))
        self.verdict = label("", "strong", wrap=True)
        self.details = label("", wrap=True)
        self.caption = label(self.tr("Linha: o que as pessoas disseram. Coluna: o que o Balcão teria dito."), "small")
        self.matrix = QTableView()
        dress_table(self.matrix, theme=theme, name=self.tr("Tabela de confusão"))
        for part in (self.title, self.wanted, self.verdict, self.details, self.caption):
            self.card.body.addWidget(part)
        self.card.body.addWidget(self.matrix, 1)
        self._rest = QWidget()  # takes the height that a table would have, so that the words stand on top
        self.card.body.addWidget(self._rest, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.card)
        self.wanted.clicked.connect(self.switched)
        self.setEnabled(False)

    def show_axis(self, axis: AxisLearning, now: datetime) -> None:
        """Show an axis."""
        self.setEnabled(True)
        self.title.setText(axis.axis_name)
        self.card.setAccessibleName(axis.axis_name)
        self.wanted.setChecked(axis.is_wanted)
        self.wanted.setEnabled(self._may_edit)
        self.verdict.setText(verdict_text(axis))
        self.details.setText("\n".join(detail_lines(axis, now)))
        rows, columns = _confusion(axis, self.tr("Outros"))
        for part in (self.caption, self.matrix):
            part.setVisible(bool(rows))
        self._rest.setVisible(not rows)
        self._show_matrix(rows, columns)

    def _show_matrix(self, rows: list[Mistaken], columns: list[tuple[int, str]]) -> None:
        before = self.matrix.model()
        heads = [Column[Mistaken]("real", self.tr("Pessoas disseram"), lambda row: row.name)]
        heads += [
            Column(f"said-{node}", name, partial(_cell, at=at), numeric=True) for at, (node, name) in enumerate(columns)
        ]
        heads.append(Column("total", self.tr("Total"), lambda row: number_text(row.total), numeric=True))
        model: RowModel[Mistaken] = RowModel(columns=heads, key=lambda row: row.id, parent=self.matrix)
        model.set_rows(rows)
        self.matrix.setModel(model)
        self.matrix.setColumnWidth(0, self._theme.metrics.px(160))
        for at in range(len(columns)):
            self.matrix.setColumnWidth(at + 1, self._theme.metrics.px(84))
        if before is not None:
            before.deleteLater()


def _cell(row: Mistaken, *, at: int) -> str:
    return number_text(row.said[at]) if row.said[at] else "·"


def _confusion(axis: AxisLearning, others: str) -> tuple[list[Mistaken], list[tuple[int, str]]]:
    """Return rows and columns of the confusion table: the commonest nodes, and all others together."""
    sizes: Counter[int] = Counter()
    for real, _said, n in axis.quality.confusion:
        sizes[real] += n
    shown = [node for node, _n in sizes.most_common(_MOST_SHOWN)]
    cells: Counter[tuple[int, int]] = Counter()
    for real, said, n in axis.quality.confusion:
        cells[real if real in shown else _OTHERS, said if said in shown else _OTHERS] += n
    nodes = [*shown, *([_OTHERS] if any(_OTHERS in pair for pair in cells) else [])]
    names = {node: axis.names.get(node) or others for node in nodes}
    rows = []
    for real in nodes:
        counts = tuple(cells[real, each] for each in nodes)
        rows.append(Mistaken(real, names[real], counts, sum(counts)))
    return rows, [(node, names[node]) for node in nodes]
