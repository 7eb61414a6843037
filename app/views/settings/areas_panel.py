"""The tab *Áreas*: the areas in the team's order, and the chosen one with its deadlines and its people."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QTableView, QVBoxLayout, QWidget

from app.services.areas import AreaSheet
from app.views.settings.areas_members import MembersBox
from app.views.settings.areas_texts import area_line, area_warning, hours_text, members_text, minutes_of
from app.views.support.field_form import FieldForm
from app.views.support.flow_layout import FlowLayout
from app.views.support.labels import label
from app.views.support.list_details import ListAndDetails
from app.views.support.row_model import Column, RowModel
from app.views.support.tables import dress_table
from app.views.support.texts import number_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.services.acts import Done
    from app.services.area_book import AreaCard
    from app.services.areas import AreaService, CalendarChoice
    from app.services.people import TeamMember
    from app.views.settings.section_frame import SectionFrame
    from app.views.support.desk import Desk


class AreasPanel(QWidget):
    """Edits areas in place through ``frame.act``; the page hands in what was read by ``show_areas``."""

    deadlines_moved = Signal()
    """What was saved changes by when an area answers."""

    def __init__(self, *, desk: Desk, areas: AreaService, frame: SectionFrame, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._areas, self._frame = desk, areas, frame
        self._team: Sequence[TeamMember] = ()
        self._routed: frozenset[str] = frozenset()
        self._shown: int | None = None
        theme = desk.theme
        self.model: RowModel[AreaCard] = RowModel(columns=self._columns(), key=_key, parent=self)
        self.table = QTableView()
        self.table.setModel(self.model)
        dress_table(self.table, theme=theme, name=self.tr("Áreas da empresa"))
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.table.setColumnWidth(0, theme.metrics.px(190))
        self.table.setColumnWidth(1, theme.metrics.px(100))
        self.table.setColumnWidth(2, theme.metrics.px(80))
        self.form = FieldForm(theme=theme)
        self.members = MembersBox(theme=theme)
        self.warning = label("", "error", wrap=True)
        self.new_name = QLineEdit()
        self.new_name.setPlaceholderText(self.tr("Nome da área nova"))
        self.new_name.setAccessibleName(self.tr("Nome da área nova"))
        self.add_button = QPushButton(self.tr("Incluir área"))
        self.up_button = QPushButton(self.tr("Subir"))
        self.down_button = QPushButton(self.tr("Descer"))
        self.last_button = QPushButton(self.tr("Tornar última instância"))
        self.retire_button = QPushButton(self.tr("Aposentar"))
        self._build()
        self._connect()
        self._show()

    def chosen(self) -> AreaCard | None:
        """Return the area chosen."""
        rows = self.table.selectionModel().selectedRows()
        return self.model.row_at(rows[0].row()) if rows else None

    def choose(self, area_id: int) -> None:
        """Choose an area."""
        self.table.selectRow(self.model.index_of(area_id).row())

    def show_areas(
        self,
        areas: Sequence[AreaCard],
        team: Sequence[TeamMember],
        calendars: Sequence[CalendarChoice],
        routed: frozenset[str],
    ) -> None:
        """Show what was read; ``routed`` are the keys of areas that a route names."""
        self._team, self._routed = team, routed
        first = self.tr("Horário da equipe")
        self.form.set_choices("calendar_id", [(None, first), *((each.id, each.name) for each in calendars)])
        self.model.set_rows(areas)
        if areas and self.chosen() is None:
            self.table.selectRow(0)
        self._show()

    def _build(self) -> None:
        theme = self._desk.theme
        self.form.add_line("name", self.tr("Nome"))
        self.form.add_line("contact", self.tr("Contato"), placeholder=self.tr("ramal, e-mail ou grupo"))
        self.form.add_line("answer", self.tr("Prazo para responder, em horas de expediente"))
        self.form.add_line("silence", self.tr("Cliente sem notícia no máximo, em horas de expediente"))
        self.form.add_choice("calendar_id", self.tr("Expediente"))
        self.form.add_widget(self.members, stretch=1)
        left, acts, new = QVBoxLayout(), FlowLayout(spacing=theme.metrics.step(2)), QHBoxLayout()
        theme.space(new, spacing=2)
        for button in (self.up_button, self.down_button, self.last_button, self.retire_button):
            acts.addWidget(button)
        new.addWidget(self.new_name, 1)
        new.addWidget(self.add_button)
        theme.space(left, margins=(0, 0, 3, 0), spacing=2)
        left.addWidget(self.table, 1)
        left.addWidget(self.warning)
        left.addLayout(acts)
        left.addLayout(new)
        side, form = QWidget(), QWidget()
        side.setLayout(left)
        right = QVBoxLayout(form)
        theme.space(right, margins=(3, 0, 0, 0))
        right.addWidget(self.form)
        halves = ListAndDetails(theme=theme, first=side, details=form, items=self.table)
        layout = QVBoxLayout(self)
        theme.space(layout, margins=(0, 2, 0, 0))
        layout.addWidget(halves)
        for control in (self.new_name, self.add_button):
            control.setEnabled(self._frame.may_edit)
        self.form.set_may_edit(self._frame.may_edit)

    def _connect(self) -> None:
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show())
        self.form.edited.connect(self._on_edited)
        self.members.edited.connect(self._on_members_edited)
        self.add_button.clicked.connect(self.add)
        self.new_name.returnPressed.connect(self.add)
        self.up_button.clicked.connect(lambda: self.shift(-1))
        self.down_button.clicked.connect(lambda: self.shift(1))
        self.last_button.clicked.connect(self._on_last_clicked)
        self.retire_button.clicked.connect(self._on_retire_clicked)
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self.table, context=Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda step=step: self.shift(step))
        self.up_button.setToolTip(self.tr("Subir na ordem (Alt+seta para cima na tabela)"))
        self.down_button.setToolTip(self.tr("Descer na ordem (Alt+seta para baixo na tabela)"))

    def add(self) -> None:
        """Add the area typed."""
        name, actor, areas = self.new_name.text(), self._desk.actor, self._areas

        def added(_done: Done[Any]) -> None:
            self.new_name.clear()

        self._frame.act("areas", lambda: areas.add(actor, name), added)

    def shift(self, step: int) -> None:
        """Move the chosen area up or down in the team's order."""
        area, actor, areas = self.chosen(), self._desk.actor, self._areas
        order = [each for each in self.model.ids if (row := self.model.row_by_id(each)) and row.is_active]
        if area is None or area.id not in order or not self._frame.may_edit:
            return
        place = order.index(area.id)
        if 0 <= place + step < len(order):
            order[place], order[place + step] = order[place + step], order[place]
            self._frame.act("areas", lambda: areas.reorder(actor, order))

    def _show(self) -> None:
        area, may = self.chosen(), self._frame.may_edit
        values = {} if area is None else _values(area)
        if area is None:
            self.form.clear()
        elif area.id == self._shown:
            self.form.show_values(values)
        else:
            self.form.replace_values(values)
        self._shown = None if area is None else area.id
        self.members.show_area(area, self._team, may_edit=may)
        is_here = area is not None and may
        for button in (self.up_button, self.down_button):
            button.setEnabled(is_here and area is not None and area.is_active)
        self.last_button.setEnabled(is_here and area is not None and area.is_active and not area.is_ombudsman)
        self.retire_button.setEnabled(is_here)
        is_retired = area is not None and not area.is_active
        self.retire_button.setText(self.tr("Trazer de volta") if is_retired else self.tr("Aposentar"))
        warning = "" if area is None else area_warning(area, is_routed=area.key in self._routed)
        self.warning.setText(warning)
        self.warning.setVisible(bool(warning))

    def _on_edited(self, values: dict[str, Any]) -> None:
        area = self.chosen()
        if area is None:
            return
        sheet = AreaSheet(area.name, area.contact, area.answer_minutes, area.silence_minutes, area.calendar_id)
        given: dict[str, Any] = {name: values[name] for name in ("contact", "calendar_id") if name in values}
        given |= {f"{name}_minutes": minutes_of(values[name] or "") for name in ("answer", "silence") if name in values}
        if "name" in values:
            given["name"] = values["name"] or ""
        wanted = replace(sheet, **given)
        self._change(
            lambda a: self._areas.change(*a, wanted, expected_version=area.version),
            moves=(wanted.answer_minutes, wanted.calendar_id) != (area.answer_minutes, area.calendar_id),
        )

    def _on_members_edited(self, people: list[int], speaker: int | None) -> None:
        area = self.chosen()
        if area is not None:
            version = area.version
            self._change(lambda a: self._areas.set_members(*a, people, speaker, expected_version=version))

    def _on_last_clicked(self) -> None:
        area = self.chosen()
        if area is not None:
            version = area.version
            self._change(lambda a: self._areas.set_ombudsman(*a, expected_version=version))

    def _on_retire_clicked(self) -> None:
        area = self.chosen()
        if area is not None:
            act = self._areas.retire if area.is_active else self._areas.revive
            version = area.version
            self._change(lambda a: act(*a, expected_version=version))

    def _change(self, work: Callable[[tuple[Any, int]], Done[Any]], *, moves: bool = False) -> None:
        area, actor = self.chosen(), self._desk.actor
        if area is not None:
            area_id = area.id
            done = (lambda _: self.deadlines_moved.emit()) if moves else None
            self._frame.act("areas", lambda: work((actor, area_id)), done)

    def _columns(self) -> list[Column[AreaCard]]:
        return [
            Column("name", self.tr("Área"), area_line),
            Column(
                "answer",
                self.tr("Responde em"),
                lambda area: self.tr("{h} h").format(h=hours_text(area.answer_minutes)),
            ),
            Column("open", self.tr("Abertos"), lambda area: number_text(area.open_cases), numeric=True),
            Column("people", self.tr("Pessoas"), members_text),
        ]


def _key(area: AreaCard) -> int:
    return area.id


def _values(area: AreaCard) -> dict[str, Any]:
    return {
        "name": area.name,
        "contact": area.contact,
        "answer": hours_text(area.answer_minutes),
        "silence": hours_text(area.silence_minutes),
        "calendar_id": area.calendar_id,
    }
