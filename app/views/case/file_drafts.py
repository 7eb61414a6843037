"""Files chosen for an answer that was not sent are kept as its text is, so that a crash loses none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from app.models.domain.inbox import AttachmentInfo
from app.services.attachments import NewFile
from app.services.errors import UserError
from app.views.case.file_reading import thumbnail

if TYPE_CHECKING:
    from app.services.attachments import AttachmentService
    from app.services.drafts import DraftService
    from app.views.support.desk import Desk

Loaded = tuple[NewFile | AttachmentInfo, QImage | None]
Files = Sequence[NewFile | int]
"""New ones, and ids of those that an earlier reply keeps."""


class FileDrafts(QObject):
    """Saves the files of one person's unsent answers, one save of a case at a time, the newest state last."""

    def __init__(self, *, desk: Desk, drafts: DraftService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._drafts = desk, drafts
        self._waiting: dict[int, Files] = {}
        self._saving: dict[int, Files] = {}
        self._loading: set[int] = set()
        self._unread: set[int] = set()  # what lies there is not known here, so nothing may be saved over it
        self._saved: set[int] = set()  # since the last answer

    def is_busy(self, case_id: int) -> bool:
        """Tell whether the files of a case are on their way here, or what is known here on its way to be saved."""
        is_to_be_saved = case_id in self._waiting and case_id not in self._unread
        return case_id in self._loading or case_id in self._saving or is_to_be_saved

    def load(
        self,
        case_id: int,
        attachments: AttachmentService | None,
        done: Callable[[list[Loaded]], object],
        failed: Callable[[Exception], bool],
    ) -> None:
        """Fetch what lies beside the drafts of a case, with small pictures; nothing is saved meanwhile."""
        actor, drafts = self._desk.actor, self._drafts
        self._loading.add(case_id)
        self._unread.add(case_id)

        def work() -> list[Loaded]:
            return [(each, small_picture(each, attachments)) for each in drafts.files(actor, case_id)]

        def arrived(found: list[Loaded]) -> None:
            self._loading.discard(case_id)
            self._unread.discard(case_id)
            self._waiting.pop(case_id, None)  # it knew nothing of these
            done(found)

        def broken(error: Exception) -> bool:
            self._loading.discard(case_id)
            return failed(error)

        self._desk.calls.run(self, f"files-{case_id}", work, arrived, failed=broken)

    def keep(self, case_id: int, files: Files) -> None:
        """Save these as the files of a case; none forgets them."""
        self._waiting[case_id] = tuple(files)
        self._saved.add(case_id)
        self._save(case_id)

    def sent(self, case_id: int) -> None:
        """Forget the files of a case: the service dropped them with the draft; a save that came later is taken back."""
        self._waiting.pop(case_id, None)
        self._unread.discard(case_id)
        if case_id in self._saved:
            self._saved.discard(case_id)
            self._waiting[case_id] = ()
            self._save(case_id)

    def flush(self) -> None:
        """Save at once, waiting for it: at the end of the program nothing runs in the background any more."""
        for case_id, files in (self._saving | self._waiting).items():
            if case_id in self._unread:
                continue
            try:
                self._drafts.keep_files(self._desk.actor, case_id, files)
            except UserError:
                return
        self._waiting.clear()

    def _save(self, case_id: int) -> None:
        if case_id not in self._waiting or case_id in self._saving or case_id in self._unread:
            return
        files = self._saving[case_id] = self._waiting.pop(case_id)
        work = partial(self._drafts.keep_files, self._desk.actor, case_id, files)
        self._desk.calls.run(
            self,
            f"keep-{case_id}",
            work,
            lambda _none: self._on_saved(case_id),
            failed=lambda _error: self._on_failed(case_id),
        )

    def _on_saved(self, case_id: int) -> None:
        del self._saving[case_id]
        self._save(case_id)

    def _on_failed(self, case_id: int) -> bool:
        """Keep them for the next change or the end of the program; the error takes its usual road."""
        self._waiting.setdefault(case_id, self._saving.pop(case_id))
        return False


def small_picture(file: NewFile | AttachmentInfo, attachments: AttachmentService | None) -> QImage | None:
    """Return what a file looks like, read where it is stored (not in the UI thread); None where it is no picture."""
    if isinstance(file, NewFile):
        return thumbnail(file.media_type, file.content)
    if attachments is None or not file.has_content or not file.media_type.startswith("image/"):
        return None
    return thumbnail(file.media_type, attachments.content(file.id))
