"""Before a rule moves deadlines the team is told how many; after it the open cases are counted anew, in view of all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.models.domain import protocol
from app.services.cancel import CancelToken
from app.services.errors import UserError
from app.views.support.announce import announce
from app.views.support.errors import error_text
from app.views.support.labels import label
from app.views.support.texts import number_text, when_text
from app.views.support.theme import set_property

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.models.domain.changes import Topic
    from app.services.acts import Done
    from app.services.replanning import ReplanPreview, ReplanService
    from app.views.settings.section_frame import SectionFrame
    from app.views.support.desk import Desk


@dataclass(frozen=True)
class Edit:
    """An edit that may move deadlines: ``preview`` counts, ``save`` writes, ``dropped`` shows what is stored again.

    ``preview`` None = cannot be counted before: it is saved at once and the cases are counted anew.
    """

    preview: Callable[[CancelToken], ReplanPreview] | None
    save: Callable[[], Done[Any]]
    dropped: Callable[[], object]
    saved: Callable[[Done[Any]], object]


class ReplanBar(QWidget):
    """One line that asks before deadlines move, and one that tells how counting anew went."""

    def __init__(
        self, *, desk: Desk, frame: SectionFrame, replan: ReplanService, topic: Topic, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._frame, self._replan, self._topic = desk, frame, replan, topic
        self._edit: Edit | None = None
        self._found: ReplanPreview | None = None
        self._text = label("", wrap=True)
        self.which_button = self._button(self.tr("Ver quais"), "link", self._on_which_clicked)
        self.save_button = self._button(self.tr("Salvar"), "primary", self._on_save_clicked)
        self.drop_button = self._button(self.tr("Cancelar"), "", self.drop)
        self._which = label("", "small", wrap=True)
        self._result = label("", "small", wrap=True)
        self.again_button = self._button(self.tr("Tentar de novo"), "link", self.start)
        self._ask, self._told = QFrame(), QWidget()
        self._build()
        desk.undo.reverted.connect(self._on_reverted)
        desk.undo.offered.connect(self._on_offered)

    def propose(self, edit: Edit) -> None:
        """Count what an edit would move; save it at once when nothing moves, else ask. A newer edit replaces it."""
        self._frame.fail(None)
        self._edit, self._found = edit, None
        if edit.preview is None:
            self._save(counts=True)
            return
        count, token = edit.preview, CancelToken()
        self._show_line(self.tr("Vendo quantos atendimentos mudam…"), asks=False)
        self._desk.calls.run(
            self, "preview", lambda: count(token), self._on_counted, failed=self._on_failed, token=token
        )

    def drop(self) -> None:
        """Forget the edit that waits."""
        edit, self._edit = self._edit, None
        self._desk.calls.cancel(self, "preview")
        self._ask.hide()
        if edit is not None:
            edit.dropped()

    @property
    def is_waiting(self) -> bool:
        """Whether an edit is being counted or waits for an answer."""
        return self._edit is not None

    @property
    def text(self) -> str:
        """The line that asks."""
        return self._text.text() if self._ask.isVisibleTo(self) else ""

    @property
    def result(self) -> str:
        """The line that tells how counting anew went."""
        return self._result.text() if self._told.isVisibleTo(self) else ""

    def start(self) -> None:
        """Count the open cases anew, with progress and cancel in the status strip."""
        replan, actor = self._replan, self._desk.actor
        self._tell(self.tr("Refazendo os prazos dos atendimentos abertos…"))
        job = self._desk.jobs.start(
            title=self.tr("Refazendo prazos"),
            work=lambda token, report: replan.replan(actor=actor, progress=report, cancel=token),
            done=self._on_replanned,
            failed=self._on_replan_failed,
        )
        job.cancelled.connect(self._on_replan_cancelled)

    def _build(self) -> None:
        theme = self._desk.theme
        set_property(self._ask, "note", "warn")
        line = QHBoxLayout()
        theme.space(line, spacing=2)
        line.addWidget(self._text, 1)
        for button in (self.which_button, self.drop_button, self.save_button):
            line.addWidget(button)
        inside = QVBoxLayout(self._ask)
        theme.space(inside, margins=(3, 1.5, 3, 1.5), spacing=1)
        inside.addLayout(line)
        inside.addWidget(self._which)
        told = QHBoxLayout(self._told)
        theme.space(told, spacing=2)
        told.addWidget(self._result, 1)
        told.addWidget(self.again_button)
        layout = QVBoxLayout(self)
        theme.space(layout, spacing=1)
        layout.addWidget(self._ask)
        layout.addWidget(self._told)
        for widget in (self._ask, self._told, self._which, self.again_button):
            widget.hide()

    def _button(self, text: str, kind: str, handler: Callable[[], object]) -> QPushButton:
        made = QPushButton(text)
        if kind:
            made.setProperty("kind", kind)
        made.clicked.connect(handler)
        return made

    def _on_counted(self, found: ReplanPreview) -> None:
        if self._edit is None:
            return
        self._found = found
        if not found.count:
            self._save(counts=False)
            return
        one = self.tr("1 atendimento aberto terá o prazo refeito com esta mudança.")
        many = self.tr("{n} atendimentos abertos terão o prazo refeito com esta mudança.")
        text = one if found.count == 1 else many.format(n=number_text(found.count))
        if found.newly_late:
            text += " " + self.tr("Já vencidos com o prazo novo: {n}.").format(n=number_text(found.newly_late))
        self._show_line(text, asks=True)
        announce(self, text)
        self.save_button.setFocus()

    def _show_line(self, text: str, *, asks: bool) -> None:
        self._text.setText(text)
        self._which.hide()
        for button in (self.which_button, self.save_button):
            button.setVisible(asks)
        self._told.hide()
        self._ask.show()

    def _on_which_clicked(self) -> None:
        found = self._found
        if found is None:
            return
        now = self._desk.clock.now()
        lines = [
            self.tr("{protocol}: de {old} para {new}").format(
                protocol=protocol.display(each.protocol),
                old=when_text(each.old_due_at, now),
                new=when_text(each.new_due_at, now),
            )
            for each in found.examples
        ]
        rest = found.count - len(lines)
        if rest > 0:
            lines.append(self.tr("e mais {n}").format(n=number_text(rest)))
        self._which.setText("\n".join(lines))
        self._which.setVisible(not self._which.isVisible())

    def _on_save_clicked(self) -> None:
        self._save(counts=True)

    def _save(self, *, counts: bool) -> None:
        edit, self._edit = self._edit, None
        self._ask.hide()
        if edit is None:
            return

        def done(result: Done[Any]) -> None:
            self._desk.undo.push(result)
            edit.saved(result)
            if counts:
                self.start()

        def failed(error: Exception) -> bool:
            edit.dropped()
            return self._on_failed(error)

        self._desk.calls.run(self, "save", edit.save, done, failed=failed)

    def _on_failed(self, error: Exception) -> bool:
        self._ask.hide()
        edit, self._edit = self._edit, None
        if edit is not None:
            edit.dropped()
        if isinstance(error, UserError):
            self._frame.fail(error)
            return True
        return False

    def _tell(self, text: str, *, failed: bool = False) -> None:
        self._result.setText(text)
        set_property(self._result, "role", "error" if failed else "small")
        self.again_button.setVisible(failed)
        self._told.show()

    def _on_replanned(self, changed: int) -> None:
        one, many = self.tr("1 prazo refeito."), self.tr("{n} prazos refeitos.")
        self._tell(one if changed == 1 else many.format(n=number_text(changed)))

    def _on_replan_cancelled(self) -> None:
        self._tell(self.tr("Você parou no meio: parte dos atendimentos ainda tem o prazo antigo."), failed=True)

    def _on_replan_failed(self, error: Exception) -> bool:
        said = error_text(error) if isinstance(error, UserError) else ""
        text = self.tr("A regra foi salva, mas os prazos não foram refeitos. {reason}").format(reason=said).strip()
        self._tell(text, failed=True)
        return isinstance(error, UserError)

    def _on_reverted(self, done: Done[Any]) -> None:
        # What was taken back moves the deadlines back too.
        if self._topic in done.changes.topics:
            self.start()

    def _on_offered(self, _text: str, undo: object) -> None:
        if getattr(undo, "verb", "") == "restored" and self._frame.isVisible():
            self.start()
