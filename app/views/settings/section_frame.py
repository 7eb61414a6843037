"""Every section of the rules is edited in the same frame: title, tools, editor, who changed it last, the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.models.domain.changes import Changes, Topic
from app.models.domain.people import Right
from app.services.errors import UserError
from app.views.support.bars import ConfirmBar
from app.views.support.cards import Card
from app.views.support.errors import error_text
from app.views.support.labels import label
from app.views.support.texts import when_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from PySide6.QtGui import QShowEvent

    from app.services.acts import Done
    from app.services.rule_set import ChangeNote, RuleSet
    from app.views.support.desk import Desk


class SectionFrame(QWidget):
    """Holds the editor of one section: fill ``tools`` and ``body``; act through ``act`` and show errors by ``fail``."""

    def __init__(
        self,
        *,
        desk: Desk,
        rule_set: RuleSet,
        section: str,
        title: str,
        definition: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._rule_set, self._section = desk, rule_set, section
        self._stale = True
        theme = desk.theme
        self._card = Card(theme=theme, title=title, definition=definition)
        self.tools, self.body = self._card.tools, self._card.body
        self.may_edit = desk.actor.may(Right.EDIT_SETTINGS)
        self.message = label("", "error", wrap=True)
        self.message.hide()
        self.confirm = ConfirmBar(theme=theme)
        self._last = label("", "small", wrap=True)
        self.restore_button = QPushButton(self.tr("Restaurar o original desta seção"))
        self.restore_button.setProperty("kind", "link")
        self.restore_button.setEnabled(self.may_edit)
        self.restore_button.clicked.connect(self._on_restore_clicked)
        foot = QHBoxLayout()
        theme.space(foot, spacing=2)
        foot.addWidget(self._last, 1)
        if not self.may_edit:
            foot.addWidget(label(self.tr("Só a supervisão muda as regras."), "small", wrap=True), 1)
        foot.addWidget(self.restore_button)
        layout = QVBoxLayout(self)
        theme.space(layout, margins=(5, 4, 5, 2), spacing=2)
        layout.addWidget(self._card, 1)
        layout.addWidget(self.message)
        layout.addWidget(self.confirm)
        layout.addLayout(foot)
        desk.changes.changed.connect(self._on_changes)

    @property
    def last_text(self) -> str:
        """What the foot says of the last change."""
        return self._last.text()

    def act(self, slot: str, work: Callable[[], Done[Any]], done: Callable[[Done[Any]], object] | None = None) -> None:
        """Run an edit off the UI thread; its undo is offered, its error is shown here."""
        self.fail(None)

        def on_done(result: Done[Any]) -> None:
            self._desk.undo.push(result)
            self._read()
            if done is not None:
                done(result)

        self._desk.calls.run(self, slot, work, on_done, failed=self._on_failed)

    def fail(self, error: UserError | None) -> None:
        """Show what was wrong, or nothing any more."""
        self.message.setText("" if error is None else error_text(error))
        self.message.setVisible(error is not None)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask who changed the section last, when that may have changed."""
        super().showEvent(event)
        if self._stale:
            self._read()

    def _read(self) -> None:
        self._stale = False
        section, rule_set = self._section, self._rule_set
        self._desk.calls.run(self, "last", lambda: rule_set.last_change(section), self._on_last)

    def _on_last(self, note: ChangeNote | None) -> None:
        if note is None:
            self._last.setText(self.tr("Como veio dos documentos"))
            return
        who = note.who or self.tr("Balcão")
        when = when_text(note.at, self._desk.clock.now())
        self._last.setText(self.tr("Última mudança: {who}, {when}").format(who=who, when=when))

    def _on_failed(self, error: Exception) -> bool:
        if isinstance(error, UserError):
            self.fail(error)
            return True
        return False

    def _on_restore_clicked(self) -> None:
        section, rule_set, actor = self._section, self._rule_set, self._desk.actor
        self.confirm.ask(
            self.tr("Voltar esta seção ao original dos documentos? O que a equipe mudou aqui sai; dá para desfazer."),
            self.tr("Restaurar"),
            lambda: self.act("restore", lambda: rule_set.restore(actor, section)),
        )

    def _on_changes(self, changes: Changes) -> None:
        if Topic.SETTINGS in changes.topics:
            self._stale = True
            if self.isVisible():
                self._read()
