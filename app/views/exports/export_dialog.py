"""Takes the whole of a list, or all of a period, to a file: which data, which form, where, then a job that can stop."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QTableWidget, QTableWidgetItem, QWidget

from app.models.domain.inbox import VIEW_KINDS, RowKind
from app.services.data_exports import DataChoice, DataKind
from app.services.exports import FileKind, Target
from app.views.exports.export_texts import columns_of, file_labels, kind_text
from app.views.support.fields import Segment, SegmentedControl
from app.views.support.form_dialog import FormDialog
from app.views.support.labels import label
from app.views.support.tables import dress_table
from app.views.support.texts import number_text

if TYPE_CHECKING:
    from app.models.domain.inbox import InboxQuery
    from app.services.data_exports import DataExportService
    from app.views.support.desk import Desk

_CSV, _XLSX = "csv", "xlsx"


class ExportDialog(FormDialog):
    """Asks what and in which form; the file is then written in the background, whole or not at all.

    ``choices`` hold what may be taken out here, the first one chosen; ``shown`` names it ("Todas as menções").
    """

    def __init__(
        self,
        *,
        desk: Desk,
        exports: DataExportService,
        choices: tuple[DataChoice, ...],
        shown: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            theme=desk.theme,
            title=self.tr("Exportar dados"),
            verb=self.tr("Escolher o arquivo…"),
            intro=self.tr("{shown}: todas as linhas, sem limite.").format(shown=shown),
            parent=parent,
        )
        self._desk, self._exports, self._shown = desk, exports, shown
        self._choices = {choice.kind: choice for choice in choices}
        kinds = [Segment(kind.value, kind_text(kind)) for kind in self._choices]
        self.kind = SegmentedControl(theme=desk.theme, segments=kinds, name=self.tr("O que exportar"))
        forms = [Segment(_CSV, self.tr("CSV (rápido)")), Segment(_XLSX, self.tr("Planilha (XLSX)"))]
        self.form = SegmentedControl(theme=desk.theme, segments=forms, name=self.tr("Formato"))
        self.count = label("", "muted", wrap=True)
        self.columns = QTableWidget(0, 2)
        dress_table(self.columns, theme=desk.theme, name=self.tr("Colunas do arquivo"))
        self.columns.setHorizontalHeaderLabels([self.tr("Coluna"), self.tr("O que diz")])
        self.columns.setMinimumHeight(desk.theme.metrics.px(180))
        self.add_field("kind", self.tr("O que exportar"), self.kind)
        hint = self.tr("O CSV abre no Excel em português. A planilha passa para outra aba a cada 1.000.000 de linhas.")
        self.add_field("form", self.tr("Formato"), self.form, hint=hint)
        self.add_field("columns", self.tr("Colunas do arquivo"), self.columns)
        self.add_widget(self.count)
        self.kind.chosen.connect(lambda _: self._show_kind())
        self._show_kind()

    @property
    def choice(self) -> DataChoice:
        """What is to be taken out."""
        return self._choices[DataKind(self.kind.current)]

    def submit(self) -> None:
        """Ask where, then start."""
        form = self.form.current
        kinds = {_CSV: self.tr("Tabela CSV (*.csv)"), _XLSX: self.tr("Planilha (*.xlsx)")}
        name = f"{kind_text(self.choice.kind)}.{form}"
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Salvar os dados"), name, kinds[form])
        if path:
            self.write(Path(path))

    def write(self, path: Path) -> None:
        """Write the file in the background; the strip below shows how far it is and lets it be stopped."""
        choice, actor, exports, words = self.choice, self._desk.actor, self._exports, file_labels()
        target = Target(path, FileKind.XLSX if self.form.current == _XLSX else FileKind.CSV)
        say, done_text = self._desk.say, self.tr("{n} linhas salvas em {name}")
        self._desk.jobs.start(
            title=self.tr("Exportar {what}").format(what=kind_text(choice.kind).lower()),
            work=lambda token, report: exports.export(
                actor, choice, target, words, progress=lambda n: report(n, None), cancel=token
            ),
            done=lambda n: say(done_text.format(n=number_text(n), name=path.name)),
        )
        self.accept()

    def _show_kind(self) -> None:
        choice, actor, exports = self.choice, self._desk.actor, self._exports
        columns = columns_of(choice.kind)
        self.columns.setRowCount(len(columns))
        for row, (name, meaning) in enumerate(columns):
            self.columns.setItem(row, 0, QTableWidgetItem(name))
            self.columns.setItem(row, 1, QTableWidgetItem(meaning))
        self.columns.resizeColumnsToContents()
        self.columns.horizontalHeader().setStretchLastSection(True)
        self.count.setText(self.tr("Contando as linhas…"))
        self._desk.calls.run(self, "count", lambda: exports.total(actor, choice), self._on_counted)

    def _on_counted(self, total: int | None) -> None:
        if total is None:
            self.count.setText(self.tr("Todo o histórico do período, na ordem em que aconteceu."))
        else:
            self.count.setText(
                self.tr("{n} linhas. Pode levar alguns minutos; o trabalho continua.").format(n=number_text(total))
            )


def choices_of_days(since: date, until: date) -> tuple[DataChoice, ...]:
    """Return what can be taken out of some days: all their mentions, cases opened, and history."""
    return tuple(DataChoice(kind, since=since, until=until) for kind in DataKind)


def choices_of_list(query: InboxQuery) -> tuple[DataChoice, ...]:
    """Return what can be taken out of a list: its mentions or its cases, as far as the view holds them."""
    kinds = VIEW_KINDS[query.view]
    found = []
    if RowKind.MENTION in kinds:
        found.append(DataChoice(DataKind.MENTIONS, query))
    if RowKind.CASE in kinds:
        found.append(DataChoice(DataKind.CASES, query))
    return tuple(found)
