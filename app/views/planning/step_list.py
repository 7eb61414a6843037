"""The steps of the plan under their blocks, each with its state, moved within its block by Alt and the arrows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app.models.domain.plan import Block
from app.views.planning.plan_words import block_text, step_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from app.models.domain.plan import PlanStep

_NUMBER = int(Qt.ItemDataRole.UserRole)


class StepList(QListWidget):
    """Blocks as headings, steps as lines."""

    chosen = Signal(int)
    """Carries a step's number."""
    ordered = Signal(object)
    """Carries all steps' numbers in the order wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Passos do planejamento"))
        self.setProperty("kind", "entries")
        self.setWordWrap(True)
        self._steps: tuple[PlanStep, ...] = ()
        self._number = 0
        self.currentItemChanged.connect(lambda item, _before: self._on_item(item))

    def show_steps(self, steps: Sequence[PlanStep], number: int) -> None:
        """Show the steps; ``number`` is the one shown beside."""
        self._steps, self._number = tuple(steps), number
        self.blockSignals(True)
        self.clear()
        for block in Block:
            head = QListWidgetItem(block_text(block))
            head.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(head)
            for step in (each for each in steps if each.spec.block is block):
                self._add(step)
        self.blockSignals(False)

    def choose(self, number: int) -> None:
        """Make a step the current one."""
        self._number = number
        self.show_steps(self._steps, number)

    def move_current(self, by: int) -> None:
        """Ask to move the step shown one place up (-1) or down (1) within its block."""
        numbers = [step.spec.number for step in self._steps]
        shown = next((step for step in self._steps if step.spec.number == self._number), None)
        if shown is None:
            return
        block = [step.spec.number for step in self._steps if step.spec.block is shown.spec.block]
        place = block.index(self._number) + by
        if 0 <= place < len(block):
            here, there = numbers.index(self._number), numbers.index(block[place])
            numbers[here], numbers[there] = numbers[there], numbers[here]
            self.ordered.emit(tuple(numbers))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the step with Alt and the arrows."""
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if by and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_current(by)
        else:
            super().keyPressEvent(event)

    def _add(self, step: PlanStep) -> None:
        number = step.spec.number
        title = f"{number}. {step_title(number)}" if number else step_title(0)
        item = QListWidgetItem(f"  {'✓' if step.is_done else '○'}  {title}")
        item.setData(_NUMBER, number)
        state = self.tr("resolvido") if step.is_done else self.tr("em aberto")
        item.setData(int(Qt.ItemDataRole.AccessibleTextRole), f"{title}, {state}")
        self.addItem(item)
        if number == self._number:
            self.setCurrentItem(item)

    def _on_item(self, item: QListWidgetItem | None) -> None:
        number = None if item is None else item.data(_NUMBER)
        if isinstance(number, int) and number != self._number:
            self._number = number
            self.chosen.emit(number)
