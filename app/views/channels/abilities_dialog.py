"""What can be read, answered and done on each network, and why not: the same table that the help shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTableView, QVBoxLayout, QWidget

from app.models.domain.channel_kind import Ability, AbilityNote, ChannelKind, Grade
from app.views.support.channel_texts import ability_heading, ability_text, grade_text
from app.views.support.labels import label
from app.views.support.network_texts import network_text, reason_text
from app.views.support.row_model import Column, RowModel
from app.views.support.tables import dress_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.views.support.theme import Theme


@dataclass(frozen=True, slots=True)
class _Line:
    place: int
    kind: ChannelKind

    def note(self, ability: Ability) -> AbilityNote:
        found = next((each for each in self.kind.abilities if each.ability is ability), None)
        return found or AbilityNote(ability, Grade.NO)


class AbilitiesDialog(QDialog):
    """A row per network, a column per ability; the reasons of the chosen row stand below in words."""

    def __init__(self, *, theme: Theme, kinds: Sequence[ChannelKind], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("O que cada rede permite"))
        self.model: RowModel[_Line] = RowModel(columns=self._columns(), key=lambda line: line.place, parent=self)
        self.table = QTableView()
        self.table.setModel(self.model)
        dress_table(self.table, theme=theme, name=self.tr("Redes e o que elas permitem"))
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.model.set_rows([_Line(place, kind) for place, kind in enumerate(kinds, start=1)])
        self.reasons = label("", wrap=True)
        self.reasons.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.reasons.setMinimumHeight(theme.metrics.px(100))
        close = QPushButton(self.tr("Fechar"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        theme.space(layout, margins=(5, 4, 5, 4), spacing=3)
        layout.addWidget(label(self.tr("O que cada rede permite"), "title"))
        layout.addWidget(self.table, 1)
        layout.addWidget(self.reasons)
        layout.addLayout(foot)
        for place in range(self.model.columnCount()):
            self.table.setColumnWidth(place, theme.metrics.px(150 if place == 0 else 96))
        self.resize(theme.metrics.px(1264), theme.metrics.px(690))
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_reasons())
        self.table.selectRow(0)

    def _columns(self) -> list[Column[_Line]]:
        def cell(ability: Ability) -> Column[_Line]:
            return Column(
                ability.value,
                ability_heading(ability),
                lambda line: grade_text(line.note(ability).grade),
                tooltip=lambda line: reason_text(line.note(ability).reason),
            )

        return [
            Column("network", self.tr("Rede"), lambda line: network_text(line.kind.key)),
            *(cell(each) for each in Ability),
        ]

    def _show_reasons(self) -> None:
        rows = self.table.selectionModel().selectedRows()
        line = self.model.row_at(rows[0].row()) if rows else None
        if line is None:
            return
        told: dict[str, list[str]] = {}
        for ability in Ability:
            why = reason_text(line.note(ability).reason)
            if why:
                told.setdefault(why, []).append(ability_text(ability).lower())
        text = "\n".join(f"{', '.join(abilities).capitalize()}: {why}" for why, abilities in told.items())
        self.reasons.setText(text or self.tr("Tudo o que o Balcão faz funciona nesta rede."))
