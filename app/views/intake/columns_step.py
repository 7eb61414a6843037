"""The step where a person sees the first rows of a file and says what its columns, dates and channel are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QHBoxLayout, QTableView, QVBoxLayout, QWidget

from app.services.files.detect import Format
from app.services.files.guess import guess
from app.services.files.mapping import DEFAULT_ZONE, DIRECT_CHANNELS, PRIVATE_CHANNELS, DateForm, Mapping
from app.services.files.stream import chat_mapping
from app.views.intake.intake_texts import channel_names, form_names, zone_names
from app.views.intake.mapping_header import MappingHeader
from app.views.intake.preview_model import PreviewModel
from app.views.support.fields import Segment, SegmentedControl
from app.views.support.flow_layout import FlowLayout
from app.views.support.labels import label
from app.views.support.tables import dress_table
from app.views.support.texts import day_text, number_text
from app.views.support.theme import set_property

if TYPE_CHECKING:
    from collections.abc import Mapping as ReadOnlyMapping
    from datetime import datetime

    from app.services.files.stream import Look
    from app.views.support.theme import Theme

_PUBLIC, _PRIVATE = "public", "private"
_WITH_HEADINGS = frozenset({Format.CSV, Format.XLSX})


class ColumnsStep(QWidget):
    """Choices above, the table of first rows below; what was read wrong is said at once."""

    changed = Signal()
    look_again = Signal(object)
    """Carries the ``Mapping`` with another sheet or heading row: the file must be looked at again."""

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look: Look | None = None
        self._now: datetime | None = None
        self._base = Mapping()
        self._remembered = ""
        self.channel = _combo(channel_names(), self.tr("Canal"))
        self.date_form = _combo(form_names(), self.tr("Forma da data"))
        self.zone = _combo(zone_names(), self.tr("Fuso horário"))
        self.sheet = _combo({}, self.tr("Planilha"))
        self.own_name = _combo({}, self.tr("Quem somos nós na conversa"))
        self.headings = QCheckBox(self.tr("O arquivo tem linha de títulos"))
        self.visibility = SegmentedControl(
            theme=theme,
            name=self.tr("Quem pode ler as mensagens"),
            segments=[
                Segment(_PUBLIC, self.tr("Públicas"), "eye"),
                Segment(_PRIVATE, self.tr("Privadas"), "lock", _PRIVATE),
            ],
        )
        self._notice = label("", "", wrap=True)
        self._notice_box = QFrame()
        self.model = PreviewModel(theme=theme, parent=self)
        self.table = QTableView()
        dress_table(self.table, theme=theme, name=self.tr("Primeiras linhas do arquivo"))
        self.header = MappingHeader(theme=theme, view=self.table)
        self.table.setHorizontalHeader(self.header)
        self.table.setModel(self.model)
        self._named: list[QWidget] = []
        self._build()
        self._connect()

    def show_look(self, look: Look, *, filename: str, remembered_at: datetime | None, now: datetime) -> None:
        """Show what was found; ``remembered_at`` is when the same columns were last imported."""
        other_columns = self._look is not None and self._look.headers != look.headers
        self._look, self._now = look, now
        mapping = look.mapping
        if mapping is not None and other_columns:
            guessed = guess(look.headers, look.rows, filename)
            mapping = replace(guessed, sheet=mapping.sheet, header_row=mapping.header_row)
        self._show_rows(look, mapping)
        self._remembered = self._remembered_text(remembered_at, now)
        self._refresh()

    def mapping(self) -> Mapping | None:
        """Return the mapping as chosen, for a conversation only who we are in it; None for e-mail, which needs none."""
        if self._look is not None and self._look.authors:
            return chat_mapping(self.chosen_zone, str(self.own_name.currentData()))
        if self._look is None or self._look.mapping is None:
            return None
        channel = str(self.channel.currentData())
        return replace(
            self._base,
            channel=channel,
            columns=self.header.columns(),
            date_form=DateForm(self.date_form.currentData()),
            zone=str(self.zone.currentData()),
            is_private=self.visibility.current == _PRIVATE,
            is_direct=channel in DIRECT_CHANNELS or self.visibility.current == _PRIVATE,
        )

    @property
    def chosen_zone(self) -> str:
        """The zone of dates without offset, also for e-mail."""
        return str(self.zone.currentData() or DEFAULT_ZONE)

    def problem(self) -> str:
        """Return what must still be chosen, or nothing."""
        mapping = self.mapping()
        if mapping is None:
            return ""
        if "text" not in mapping.columns and "title" not in mapping.columns:
            return self.tr("Diga qual coluna tem o texto da mensagem.")
        if "posted_at" not in mapping.columns:
            return self.tr("Diga qual coluna tem a data.")
        return ""

    @property
    def notice(self) -> str:
        """What is said above the table."""
        return self._notice.text()

    def _build(self) -> None:
        options = FlowLayout(spacing=self._theme.metrics.step(3))
        for name, widget in (
            (self.tr("Canal"), self.channel),
            (self.tr("Menções"), self.visibility),
            (self.tr("Datas como"), self.date_form),
            (self.tr("Fuso"), self.zone),
            (self.tr("Planilha"), self.sheet),
            ("", self.headings),
            (self.tr("Nós somos"), self.own_name),
        ):
            options.addWidget(self._with_name(name, widget))
        inner = QHBoxLayout(self._notice_box)
        self._theme.space(inner, margins=(3, 2, 3, 2))
        inner.addWidget(self._notice)
        layout = QVBoxLayout(self)
        self._theme.space(layout, spacing=3)
        layout.addLayout(options)
        layout.addWidget(self._notice_box)
        layout.addWidget(self.table, 1)

    def _with_name(self, name: str, widget: QWidget) -> QWidget:
        holder = QWidget()
        holder.setMinimumHeight(self._theme.metrics.control)
        row = QHBoxLayout(holder)
        self._theme.space(row, spacing=2)
        if name:
            row.addWidget(label(name, "muted"))
        row.addWidget(widget)
        self._named.append(holder)
        return holder

    def _connect(self) -> None:
        self.channel.currentIndexChanged.connect(self._on_channel_changed)
        self.date_form.currentIndexChanged.connect(lambda _: self._refresh())
        self.zone.currentIndexChanged.connect(lambda _: self._refresh())
        self.visibility.chosen.connect(lambda _: self._refresh())
        self.header.changed.connect(self._refresh)
        self.sheet.currentIndexChanged.connect(lambda _: self._on_shape_changed())
        self.headings.toggled.connect(lambda _: self._on_shape_changed())

    def _show_rows(self, look: Look, mapping: Mapping | None) -> None:
        headers = look.headers if mapping is not None else self._fixed_headers(look)
        self.model.show_rows(headers, look.rows)
        self.header.show_columns(headers if mapping is not None else (), mapping.columns if mapping else {})
        for holder in (self._named[0], self._named[1], self._named[2]):
            holder.setVisible(mapping is not None)
        self._named[4].setVisible(len(look.kind.sheets) > 1)
        self._named[5].setVisible(mapping is not None and look.kind.format in _WITH_HEADINGS)
        self._named[6].setVisible(bool(look.authors))
        self._offer_names(look)
        if mapping is not None:
            self._fill(look, mapping)
            if self._now is not None:
                self.model.read_with(mapping, self._now)
        self._set_widths(headers, look.rows)

    def _fill(self, look: Look, mapping: Mapping) -> None:
        self._base = mapping
        quiet = (self.channel, self.date_form, self.zone, self.sheet, self.headings)
        for widget in quiet:
            widget.blockSignals(True)
        self.sheet.clear()
        for name in look.kind.sheets:
            self.sheet.addItem(name, name)
        self.sheet.setCurrentIndex(max(0, self.sheet.findData(mapping.sheet)))
        if self.zone.findData(mapping.zone) < 0:
            self.zone.addItem(mapping.zone, mapping.zone)
        self.zone.setCurrentIndex(self.zone.findData(mapping.zone))
        self.channel.setCurrentIndex(self.channel.findData(mapping.channel))
        self.date_form.setCurrentIndex(self.date_form.findData(mapping.date_form.value))
        self.headings.setChecked(mapping.header_row is not None)
        for widget in quiet:
            widget.blockSignals(False)
        self.visibility.choose(_PRIVATE if mapping.is_private else _PUBLIC)

    def _set_widths(self, headers: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
        metrics = self._theme.metrics
        for place in range(len(headers)):
            longest = max((len(row[place]) for row in rows[:10]), default=0)
            self.table.setColumnWidth(place, metrics.px(min(320, max(176, longest * 7))))
        dated = self.model.date_column
        if dated >= 0:
            self.table.setColumnWidth(dated, metrics.px(280))

    def _on_channel_changed(self) -> None:
        self.visibility.choose(_PRIVATE if self.channel.currentData() in PRIVATE_CHANNELS else _PUBLIC)
        self._refresh()

    def _on_shape_changed(self) -> None:
        mapping = self.mapping()
        if mapping is not None:
            row = (mapping.header_row or 0) if self.headings.isChecked() else None
            self.look_again.emit(replace(mapping, sheet=self.sheet.currentData(), header_row=row, columns={}))

    def _refresh(self) -> None:
        mapping = self.mapping()
        if mapping is not None and self._now is not None and self._look is not None and not self._look.authors:
            self.model.read_with(mapping, self._now)
        wrong = self.model.wrong_dates
        problem = self.problem()
        if problem:
            self._say(problem, "bad")
        elif wrong:
            text = self.tr("{wrong} de {rows} datas mostradas não foram entendidas. Confira a forma da data.")
            self._say(text.format(wrong=number_text(wrong), rows=number_text(self.model.rowCount())), "warn")
        else:
            self._say(self._remembered, "ok")
        self.changed.emit()

    def _say(self, text: str, tone: str) -> None:
        self._notice.setText(text)
        set_property(self._notice_box, "note", tone)
        self._notice_box.setVisible(bool(text))

    def _remembered_text(self, at: datetime | None, now: datetime) -> str:
        if at is None:
            return ""
        return self.tr("Reconhecido: mesmas colunas de {day}.").format(day=day_text(at.date(), now.date()))

    def _offer_names(self, look: Look) -> None:
        self.own_name.clear()
        self.own_name.addItem(self.tr("ninguém"), "")
        for name in look.authors:
            self.own_name.addItem(name, name)
        self.own_name.setCurrentIndex(max(0, self.own_name.findData(look.own_name)))

    def _fixed_headers(self, look: Look) -> tuple[str, ...]:
        if look.authors:
            return (self.tr("De"), self.tr("Data"), self.tr("Texto"))
        return (self.tr("De"), self.tr("Data"), self.tr("Assunto"), self.tr("Texto"))


def _combo(choices: ReadOnlyMapping[str, str], name: str) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(name)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    for key, text in choices.items():
        combo.addItem(text, key)
    return combo
