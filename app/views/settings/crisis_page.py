"""The crisis matrix as a supervisor edits it: gathered in the form, tried, previewed on 30 days, then saved at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QSplitter, QVBoxLayout, QWidget

from app.models.domain.changes import Changes, Topic
from app.views.settings.crisis_bursts import BurstForm
from app.views.settings.crisis_doubts import DoubtCard
from app.views.settings.crisis_level import LevelBlock
from app.views.settings.crisis_preview import PreviewPanel
from app.views.settings.crisis_texts import problem_text
from app.views.settings.crisis_try import TryBox
from app.views.settings.section_frame import SectionFrame
from app.views.support.labels import label
from app.views.support.theme import set_property

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from app.models.domain.crisis import CrisisMatrix
    from app.models.domain.crisis_check import Problem
    from app.services.crisis_matrix import Choices, CrisisMatrixService, MatrixState
    from app.services.crisis_review import CrisisReview
    from app.services.rule_set import RuleSet
    from app.views.support.desk import Desk

SECTION = "crisis"
_PROBLEMS_SHOWN = 6


class CrisisMatrixPage(QWidget):
    """Levels at the left; trying a text, the preview and the bursts at the right; saving above."""

    def __init__(
        self,
        *,
        desk: Desk,
        matrix: CrisisMatrixService,
        review: CrisisReview,
        rule_set: RuleSet,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._matrix = desk, matrix
        self._state: MatrixState | None = None
        self._choices: Choices | None = None
        self._stale, self._news, self._is_blocked = True, False, False
        theme = desk.theme
        self.setAccessibleName(self.tr("Matriz de crises"))
        self.frame = SectionFrame(
            desk=desk,
            rule_set=rule_set,
            section=SECTION,
            title=self.tr("Matriz de crises"),
            definition=self.tr(
                "Que palavras fazem de uma menção uma crise, em quanto tempo identificar e responder, e quem é avisado."
            ),
        )
        self.save_button = QPushButton(self.tr("Salvar a matriz"))
        self.save_button.setProperty("kind", "primary")
        self.drop_button = QPushButton(self.tr("Descartar o que mudei"))
        self.state_label = label("", "small", wrap=True)
        self.problems = label("", "error", wrap=True)
        self.levels: list[LevelBlock] = []
        self.doubts = DoubtCard(theme=theme, may_edit=self.frame.may_edit)
        self.try_box = TryBox(desk=desk, matrix=matrix, current=self.edited)
        self.preview = PreviewPanel(desk=desk, review=review, may_edit=self.frame.may_edit)
        self.bursts = BurstForm(theme=theme, may_edit=self.frame.may_edit)
        self._levels_box = QVBoxLayout()
        theme.space(self._levels_box, spacing=3)
        self._build()
        self._connect()
        self._show_state()

    def edited(self) -> CrisisMatrix | None:
        """Return the matrix as the form has it; None before it was read."""
        if self._state is None:
            return None
        matrix = replace(self._state.matrix, levels=tuple(block.level() for block in self.levels))
        for name, chips in self.doubts.lists.items():
            if matrix.words.get(name, ()) != chips.words():
                matrix = matrix.with_doubt_words(name, chips.words())
        return matrix

    def save(self) -> None:
        """Store the matrix, and who is alerted by name when that changed."""
        state, matrix, service, actor = self._state, self.edited(), self._matrix, self._desk.actor
        if state is None or matrix is None or not self.save_button.isEnabled():
            return
        people = self._people()
        if people != dict(state.people):
            self.frame.act(
                "people",
                lambda: service.set_people(actor, people, expected_version=state.people_version),
                lambda _: self._read(),
            )
        if matrix != state.matrix or matrix.words != state.matrix.words:
            self.frame.act(
                "save",
                lambda: service.save(actor, matrix, expected_version=state.version),
                lambda _: self._on_saved(),
            )

    def drop(self) -> None:
        """Go back to what is stored."""
        self.frame.fail(None)
        self._read()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the matrix when it may have changed."""
        super().showEvent(event)
        if self._stale:
            self._read()

    def is_edited(self) -> bool:
        """Tell whether the form differs from what is stored."""
        state, matrix = self._state, self.edited()
        if state is None or matrix is None:
            return False
        is_same = matrix == state.matrix and matrix.words == state.matrix.words
        return not is_same or self._people() != dict(state.people)

    def _build(self) -> None:
        theme = self._desk.theme
        for widget in (self.state_label, self.drop_button, self.save_button):
            self.frame.tools.addWidget(widget)
        left, right = QWidget(), QWidget()
        left_layout, right_layout = QVBoxLayout(left), QVBoxLayout(right)
        for side in (left, right):
            side.setProperty("ground", "surface")
        for layout in (left_layout, right_layout):
            theme.space(layout, margins=(0, 0, 2, 0), spacing=3)
        left_layout.addLayout(self._levels_box)
        left_layout.addWidget(self.doubts)
        left_layout.addStretch(1)
        for card in (self.try_box, self.preview, self.bursts):
            right_layout.addWidget(card)
        right_layout.addStretch(1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setProperty("kind", "gap")
        split.setHandleWidth(theme.metrics.step(3))
        for side, share, name in ((left, 3, self.tr("Níveis da matriz")), (right, 2, self.tr("Teste, prévia e picos"))):
            split.addWidget(_scrolled(side, name))
            split.setStretchFactor(split.count() - 1, share)
        self.frame.body.addWidget(self.problems)
        self.frame.body.addWidget(split, 1)
        layout = QVBoxLayout(self)
        theme.space(layout, margins=(0, 0, 0, 0))
        layout.addWidget(self.frame)

    def _connect(self) -> None:
        self.save_button.clicked.connect(self.save)
        self.drop_button.clicked.connect(self.drop)
        self.preview.asked.connect(self._on_preview_asked)
        self.preview.apply_asked.connect(self._on_apply_asked)
        self.doubts.changed.connect(self._on_edited)
        self.bursts.saved.connect(self._on_bursts_saved)
        self._desk.changes.changed.connect(self._on_changes)

    def _read(self) -> None:
        self._stale = self._news = False
        service = self._matrix
        self._desk.calls.run(self, "read", lambda: (service.read(), service.choices()), self._on_read)

    def _on_read(self, answer: tuple[MatrixState, Choices]) -> None:
        self._state, self._choices = answer
        state, choices = answer
        opened = {group for block in self.levels for group in _opened(block)}
        for old in self.levels:
            self._levels_box.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.levels = []
        for level in state.matrix.levels:
            block = LevelBlock(
                theme=self._desk.theme,
                level=level,
                people=state.people.get(level.level, ()),
                choices=choices,
                may_edit=self.frame.may_edit,
            )
            block.changed.connect(self._on_edited)
            for box in block.groups:
                if (level.level, box.group().key) in opened:
                    box.open()
            self.levels.append(block)
            self._levels_box.addWidget(block)
        for name, chips in self.doubts.lists.items():
            chips.set_words(state.matrix.words.get(name, ()))
        self.bursts.show_limits(state.bursts)
        self._show_state()
        self.try_box.look_again()

    def _people(self) -> dict[int, tuple[int, ...]]:
        found = {block.level().level: block.people_ids() for block in self.levels}
        return {level: tuple(sorted(ids)) for level, ids in found.items() if ids}

    def _on_edited(self) -> None:
        self._show_state()
        self.preview.forget()
        self.try_box.look_again()

    def _show_state(self) -> None:
        """Say whether there is something to save; what is wrong with it is looked for off the UI thread."""
        matrix, service = self.edited(), self._matrix
        self._show_buttons()
        if matrix is not None:
            self._desk.calls.run(self, "check", lambda: service.check(matrix), self._on_checked)

    def _on_checked(self, found: tuple[Problem, ...]) -> None:
        self._is_blocked = any(each.is_blocking for each in found)
        shown = [problem_text(each) for each in found[:_PROBLEMS_SHOWN]]
        if len(found) > _PROBLEMS_SHOWN:
            shown.append(self.tr("e mais {n}.").format(n=len(found) - _PROBLEMS_SHOWN))
        set_property(self.problems, "role", "error" if self._is_blocked else "small")
        self.problems.setText("\n".join(shown))
        self.problems.setVisible(bool(shown))
        self._show_buttons()

    def _show_buttons(self) -> None:
        is_edited = self.is_edited()
        self.save_button.setEnabled(is_edited and not self._is_blocked and self.frame.may_edit)
        self.drop_button.setVisible(is_edited or self._news)
        self.state_label.setText(self._state_text(is_edited=is_edited))

    def _state_text(self, *, is_edited: bool) -> str:
        if self._news and is_edited:
            return self.tr("Outra pessoa salvou a matriz. Descarte para ver a dela.")
        return self.tr("Há mudanças por salvar") if is_edited else ""

    def _on_saved(self) -> None:
        self._desk.say(self.tr("Matriz salva. Vale para o que entrar a partir de agora."))
        self._read()

    def _on_preview_asked(self) -> None:
        matrix = self.edited()
        if matrix is not None:
            self.preview.preview(matrix)

    def _on_apply_asked(self) -> None:
        if self._state is None:
            return
        if self.is_edited():
            self.frame.confirm.ask(
                self.tr("Há mudanças por salvar. Aplicar aos últimos 30 dias usa só o que já está salvo."),
                self.tr("Aplicar o que está salvo"),
                self._apply,
            )
        else:
            self._apply()

    def _apply(self) -> None:
        if self._state is not None:
            self.preview.apply(self._state.matrix)

    def _on_bursts_saved(self, limits: object) -> None:
        state, service, actor = self._state, self._matrix, self._desk.actor
        if state is not None:
            self.frame.act(
                "bursts",
                lambda: service.set_bursts(actor, limits, expected_version=state.bursts_version),  # type: ignore[arg-type]  # the form's signal carries limits
                lambda _: self._read(),
            )

    def _on_changes(self, changes: Changes) -> None:
        if not changes.topics & {Topic.PEOPLE, Topic.AREAS, Topic.SETTINGS}:
            return
        self._stale = True
        if not self.isVisible():
            return
        if self.is_edited():
            # What the person has typed stays; saving it over a colleague's edit would be a conflict that says so.
            self._desk.calls.run(self, "news", self._matrix.read, self._on_news)
        else:
            self._read()

    def _on_news(self, stored: MatrixState) -> None:
        self._news = self._state is not None and stored.version != self._state.version
        self._show_state()


def _scrolled(inside: QWidget, name: str) -> QScrollArea:
    area = QScrollArea()
    area.setAccessibleName(name)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(inside)
    return area


def _opened(block: LevelBlock) -> list[tuple[int, str]]:
    level = block.level().level
    return [(level, box.group().key) for box in block.groups if box.open_button.isChecked()]
