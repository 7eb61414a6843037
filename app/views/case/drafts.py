"""What is typed and not sent is saved a second after typing stops, per case and kind, so that a crash loses no word."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.models.domain.vocabulary import DraftKind
from app.services.errors import UserError

if TYPE_CHECKING:
    from app.models.domain.case_detail import DraftText
    from app.services.drafts import DraftService
    from app.views.support.desk import Desk

SAVE_MS: Final = 1_000


class DraftKeeper(QObject):
    """The unsent texts of one person on one case, by kind."""

    saved = Signal(object)
    """When the texts were saved last (aware UTC)."""
    unsaved = Signal()

    def __init__(self, *, desk: Desk, drafts: DraftService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._drafts = drafts
        self._case_id = 0
        self._texts: dict[DraftKind, str] = {}
        self._dirty: set[DraftKind] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_MS)
        self._timer.timeout.connect(self.save)

    def open(self, case_id: int, drafts: tuple[DraftText, ...]) -> None:
        """Begin with another case; what was not saved of the one before is saved first."""
        self.save()
        self._case_id = case_id
        self._texts = {draft.kind: draft.text for draft in drafts}
        self._dirty.clear()

    def merge(self, drafts: tuple[DraftText, ...]) -> set[DraftKind]:
        """Take texts that came back (an undone send) where nothing is typed; return the kinds that changed."""
        taken = {
            draft.kind
            for draft in drafts
            if draft.kind not in self._dirty and not self.text(draft.kind).strip() and draft.text.strip()
        }
        self._texts.update({draft.kind: draft.text for draft in drafts if draft.kind in taken})
        return taken

    def text(self, kind: DraftKind) -> str:
        """Return the unsent text of a kind."""
        return self._texts.get(kind, "")

    def put(self, kind: DraftKind, text: str) -> None:
        """Keep what was typed; it is saved when typing stops."""
        if self._texts.get(kind, "") != text:
            self._texts[kind] = text
            self._dirty.add(kind)
            self._timer.start()
            self.unsaved.emit()

    def move(self, source: DraftKind, target: DraftKind) -> None:
        """Let a text go on as another kind, unless something is written there."""
        if self.text(source).strip() and not self.text(target).strip():
            self.put(target, self.text(source))
            self.put(source, "")

    def hold(self, kind: DraftKind) -> bool:
        """Save nothing of a text that is being sent; tell whether a save was under way, which may come too late."""
        slot = f"draft-{self._case_id}-{kind.value}"
        was_saving = self._desk.calls.busy(self, slot)
        self._desk.calls.cancel(self, slot)
        self._dirty.discard(kind)
        return was_saving

    def keep(self, kind: DraftKind) -> None:
        """Save a text that was not sent after all."""
        if self.text(kind).strip():
            self._dirty.add(kind)
            self._timer.start()

    def sent(self, kind: DraftKind, *, was_saving: bool) -> None:
        """Forget a text that was sent; the service drops its draft, a save that came later is taken back."""
        self._texts.pop(kind, None)
        self._dirty.discard(kind)
        if was_saving:
            case_id, actor = self._case_id, self._desk.actor
            self._desk.calls.run(self, f"drop-{case_id}", lambda: self._drafts.discard(actor, case_id, kind))

    def save(self) -> None:
        """Save now what is not saved yet."""
        self._timer.stop()
        for kind in sorted(self._dirty):
            self._desk.calls.run(self, f"draft-{self._case_id}-{kind.value}", self._saving(kind), self.saved.emit)
        self._dirty.clear()

    @property
    def is_dirty(self) -> bool:
        """Whether something typed is not saved yet."""
        return bool(self._dirty)

    def flush(self) -> None:
        """Save at once, waiting for it: at the end of the program nothing runs in the background any more."""
        self._timer.stop()
        for kind in sorted(self._dirty):
            try:
                self._saving(kind)()
            except UserError:
                return
        self._dirty.clear()

    def _saving(self, kind: DraftKind) -> Callable[[], datetime]:
        case_id, text = self._case_id, self.text(kind)
        return lambda: self._drafts.save(self._desk.actor, case_id, kind, text)
