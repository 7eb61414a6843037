"""The SWOT sheet of a period: proposed from the data, written by people, kept in versions, printed on a page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QGridLayout, QPushButton, QVBoxLayout, QWidget

from app.models.domain.changes import Topic
from app.models.domain.people import Right
from app.models.domain.swot import Quadrant, SwotEntry, query_of, with_proposals
from app.views.support.charts.chart_words import period_text
from app.views.support.flow_layout import FlowLayout
from app.views.support.labels import label
from app.views.support.printing import Letterhead, Space, Text, write_pdf
from app.views.support.texts import exact_text
from app.views.swot.quadrant_card import QuadrantCard
from app.views.swot.swot_words import entry_text, evidence_text, quadrant_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.models.domain.changes import Changes
    from app.models.domain.inbox import InboxQuery
    from app.models.domain.series import ReportFilter
    from app.models.domain.swot import SwotSheet
    from app.services.acts import Done
    from app.services.cancel import CancelToken
    from app.services.swot import SwotService
    from app.views.support.desk import Desk
    from app.views.support.printing import Block


class SwotPage(QWidget):
    """Four cards; what is changed is kept at once."""

    written = Signal(str)
    """Carries the name of a file just written."""

    def __init__(
        self,
        *,
        desk: Desk,
        swot: SwotService,
        company: Callable[[], str],
        open_query: Callable[[InboxQuery, str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._swot, self._company, self._open_query = desk, swot, company, open_query
        self._wanted: ReportFilter | None = None
        self._shown: ReportFilter | None = None
        self._sheets: tuple[SwotSheet, ...] = ()
        self._seen: SwotSheet | None = None
        self._is_keeping, self._again = False, False
        self.cards = {each: QuadrantCard(theme=desk.theme, quadrant=each) for each in Quadrant}
        self.versions = QComboBox()
        self.versions.setAccessibleName(self.tr("Versões da folha"))
        self.versions.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.propose = QPushButton(desk.theme.icon("refresh"), self.tr("Propor a partir dos dados"))
        self.pdf = QPushButton(desk.theme.icon("file"), self.tr("Salvar PDF…"))
        self.state = label("", "muted", wrap=True)
        self._lay_out()
        for card in self.cards.values():
            card.changed.connect(self._keep)
            card.moved.connect(self._on_moved)
            card.opened.connect(self._on_opened)
        self.propose.clicked.connect(lambda _checked=False: self.ask_proposals())
        self.pdf.clicked.connect(lambda _checked=False: self._ask_pdf())
        self.versions.activated.connect(self._on_version)
        desk.changes.changed.connect(self._on_changes)

    @property
    def entries(self) -> tuple[SwotEntry, ...]:
        """The sheet as it stands."""
        return tuple(entry for card in self.cards.values() for entry in card.entries)

    def show_filter(self, wanted: ReportFilter) -> None:
        """Show the sheet of a period."""
        self._wanted = wanted
        self.reload()

    def reload(self) -> None:
        """Read the versions again."""
        wanted, swot, actor = self._wanted, self._swot, self._desk.actor
        if wanted is not None:
            self._desk.calls.run(self, "read", lambda: swot.versions(actor, wanted), self._on_read)

    def ask_proposals(self) -> None:
        """Count what the data proposes, in the background, and put it on the sheet."""
        wanted, swot, actor = self._wanted, self._swot, self._desk.actor
        if wanted is None:
            return
        self.propose.setEnabled(False)
        self.state.setText(self.tr("Lendo os dados do período…"))

        def work(token: CancelToken, _report: Callable[[int, int | None], None]) -> tuple[SwotEntry, ...]:
            return swot.propose(actor, wanted, token)

        job = self._desk.jobs.start(title=self.tr("Propor a folha SWOT"), work=work, done=self._on_proposed)
        job.ended.connect(self._show_state)

    def write_pdf(self, path: Path) -> None:
        """Print the sheet on paper."""
        wanted = self._wanted
        if wanted is None:
            return
        title = self.tr("SWOT · {days}").format(days=period_text(wanted.since, wanted.until))
        font = self._desk.theme.font()
        made = self.tr("Feito em {when} por {who}").format(
            when=exact_text(self._desk.clock.now()), who=self._desk.actor.name
        )
        company, blocks = self._company, sheet_blocks(title, self.entries)
        saved = self.tr("Salvo em {name}").format(name=path.name)

        def work(token: CancelToken, _report: Callable[[int, int | None], None]) -> None:
            write_pdf(path, font, Letterhead(company(), title, made), blocks, token.raise_if_cancelled)

        def done(_nothing: None) -> None:
            self._desk.say(saved)
            self.written.emit(path.name)

        self._desk.jobs.start(title=title, work=work, done=done)

    def _lay_out(self) -> None:
        theme = self._desk.theme
        head = QWidget()
        flow = FlowLayout(head, spacing=theme.metrics.step(2))
        for part in (self.propose, self.versions, self.pdf):
            flow.addWidget(part)
        grid = QGridLayout()
        theme.space(grid, spacing=3)
        for place, card in enumerate(self.cards.values()):
            grid.addWidget(card, place // 2, place % 2)
        layout = QVBoxLayout(self)
        theme.space(layout, spacing=3)
        layout.addWidget(head)
        layout.addWidget(self.state)
        layout.addLayout(grid, 1)

    def _on_read(self, sheets: tuple[SwotSheet, ...]) -> None:
        if self._is_keeping:
            return
        # A line being written stays, and so does an older version that is looked at; a colleague's new version is told
        # when the line is stored.
        is_writing = any(card.is_writing for card in self.cards.values())
        if self._shown == self._wanted and (is_writing or (sheets and sheets == self._sheets)):
            return
        self._shown = self._wanted
        self._sheets, self._seen = sheets, sheets[0] if sheets else None
        self._show_versions()
        self._show(self._seen.entries if self._seen else ())

    def _show_versions(self) -> None:
        self.versions.clear()
        for sheet in self._sheets:
            words = self.tr("Versão {n} · {when} · {who}")
            self.versions.addItem(words.format(n=sheet.number, when=exact_text(sheet.saved_at), who=sheet.saved_by))
        self.versions.setVisible(bool(self._sheets))

    def _show(self, entries: Sequence[SwotEntry]) -> None:
        may_write = self._desk.actor.may(Right.WRITE_REPORTS)
        for quadrant, card in self.cards.items():
            card.show_entries([entry for entry in entries if entry.quadrant is quadrant], may_write=may_write)
        self._show_state()

    def _show_state(self) -> None:
        self.propose.setEnabled(self._desk.actor.may(Right.WRITE_REPORTS))
        self.pdf.setEnabled(self._desk.actor.may(Right.EXPORT))
        empty = self.tr("Ainda em branco neste período. Peça uma proposta ou escreva a primeira linha.")
        self.state.setText("" if self.entries else empty)
        self.state.setVisible(not self.entries)

    def _on_proposed(self, new: tuple[SwotEntry, ...]) -> None:
        before = self.entries
        sheet = with_proposals(before, new)
        if not new:
            self._desk.say(self.tr("Os dados deste período são poucos para uma proposta."))
        elif sheet == before:
            self._desk.say(self.tr("Nada novo: a folha já tem tudo o que os dados propõem."))
        else:
            self._show(sheet)
            self._keep()

    def _on_moved(self, entry: SwotEntry, quadrant: Quadrant) -> None:
        entries = [replace(each, quadrant=quadrant) if each is entry else each for each in self.entries]
        self._show(entries)
        self._keep()

    def _on_opened(self, entry: SwotEntry) -> None:
        if self._wanted is not None and entry.evidence is not None:
            self._open_query(query_of(entry.evidence, self._wanted), entry_text(entry))

    def _keep(self) -> None:
        wanted, swot, actor = self._wanted, self._swot, self._desk.actor
        if wanted is None:
            return
        if self._is_keeping:  # the next one starts from what this one saves
            self._again = True
            return
        entries, seen = self.entries, self._seen
        self._is_keeping, self._again = True, False
        self._desk.calls.run(
            self, "keep", lambda: swot.save(actor, wanted, entries, seen), self._on_kept, failed=self._on_not_kept
        )

    def _on_kept(self, done: Done[SwotSheet]) -> None:
        self._is_keeping, self._seen = False, done.value
        self._sheets = (done.value, *(sheet for sheet in self._sheets if sheet.number != done.value.number))
        self._show_versions()
        self._show_state()
        if self._again:
            self._keep()

    def _on_not_kept(self, _error: Exception) -> bool:
        # What was written stays on the screen; a colleague's version joins the list, the next change saves on top.
        self._is_keeping = False
        wanted, swot, actor = self._wanted, self._swot, self._desk.actor
        if wanted is not None:
            self._desk.calls.run(self, "read", lambda: swot.versions(actor, wanted), self._on_news)
        return False

    def _on_news(self, sheets: tuple[SwotSheet, ...]) -> None:
        self._sheets, self._seen = sheets, sheets[0] if sheets else None
        self._show_versions()

    def _on_version(self, place: int) -> None:
        if 0 <= place < len(self._sheets):
            self._show(self._sheets[place].entries)
            if place:
                self.state.setText(self.tr("Versão antiga. O que você mudar aqui vira a versão atual."))

    def _on_changes(self, changes: Changes) -> None:
        if Topic.PLAN in changes.topics and self.isVisible():
            self.reload()

    def _ask_pdf(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Salvar a folha SWOT"), "SWOT.pdf", self.tr("Documento PDF (*.pdf)")
        )
        if path:
            self.write_pdf(Path(path))


def sheet_blocks(title: str, entries: Sequence[SwotEntry]) -> list[Block]:
    """Return the sheet as it stands on paper."""
    blocks: list[Block] = [Text(title, "title"), Space(6, line=True)]
    for quadrant in Quadrant:
        blocks.append(Text(quadrant_text(quadrant), "strong", "accent", keep=True))
        for entry in (each for each in entries if each.quadrant is quadrant):
            blocks.append(Text(f"• {entry_text(entry)}", "small", indent=8))
            if entry.evidence is not None:
                line = f"{entry.evidence.path}: {evidence_text(entry.evidence)}"
                blocks.append(Text(line, "tiny", "muted", indent=18))
        blocks.append(Space(10))
    return blocks
