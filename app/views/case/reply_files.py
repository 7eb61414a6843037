"""The files beside an answer: chosen, dropped or pasted, checked before they are sent, back when a reply comes back."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.models.domain.sending_files import LARGEST, MOST
from app.models.domain.vocabulary import DraftKind
from app.services.attachments import NewFile
from app.services.errors import Refused, UserError
from app.views.case.file_drafts import FileDrafts, Loaded, small_picture
from app.views.case.file_pills import FilePills, PendingFile
from app.views.case.file_reading import picture_file, read_file
from app.views.case.reply_count import VISIBILITIES
from app.views.support.labels import label

if TYPE_CHECKING:
    from app.models.domain.channel_kind import ReplyLimits
    from app.models.domain.inbox import AttachmentInfo
    from app.services.attachments import AttachmentService
    from app.services.drafts import DraftService
    from app.views.support.desk import Desk

_MEGA: Final = 1024 * 1024
Read = tuple[NewFile, "QImage | None"]
Back = tuple["AttachmentInfo", "QImage | None"]


class ReplyFiles(QWidget):
    """The pills and the words about what may go; each case keeps its own files while the program runs."""

    changed = Signal()
    emptied = Signal()
    """A person took the last one out."""
    refused = Signal(object)
    """A ``UserError``: what was chosen may not go."""

    def __init__(
        self,
        *,
        desk: Desk,
        attachments: AttachmentService | None = None,
        drafts: DraftService | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._attachments = desk, attachments
        self._draft = None if drafts is None else FileDrafts(desk=desk, drafts=drafts, parent=self)
        self._case_id = 0
        self._limits: ReplyLimits | None = None
        self._kept: dict[int, list[PendingFile]] = {}
        self._reading = 0
        self._numbers = itertools.count(1)
        self.pills = FilePills(theme=desk.theme)
        self.pills.removed.connect(self.remove)
        self._hint = label("", "small", wrap=True)
        layout = QVBoxLayout(self)
        desk.theme.space(layout, spacing=1)
        layout.addWidget(self.pills)
        layout.addWidget(self._hint)
        self.hide()

    @property
    def files(self) -> tuple[PendingFile, ...]:
        """What will go with the answer of the case shown."""
        return tuple(self._kept.get(self._case_id, ()))

    @property
    def new_files(self) -> tuple[NewFile, ...]:
        """Those that are not stored yet."""
        return tuple(each.file for each in self.files if each.file is not None)

    @property
    def kept_ids(self) -> tuple[int, ...]:
        """Ids of those that are stored with an earlier reply."""
        return tuple(each.kept_id for each in self.files if each.kept_id is not None)

    @property
    def is_reading(self) -> bool:
        """Whether a file is still being read."""
        return self._reading > 0

    @property
    def may_add(self) -> bool:
        """Whether the network takes files at all."""
        return self._limits is None or self._limits.most_files > 0

    def show_case(self, case_id: int, limits: ReplyLimits | None) -> None:
        """Show the files of a case; ``limits`` are those of the network it is answered on, None = sent by hand."""
        is_same = (case_id, limits) == (self._case_id, self._limits)
        self._case_id, self._limits = case_id, limits
        if not is_same:
            self._show()

    def sent(self, case_id: int) -> None:
        """Forget the files of a case: they went."""
        self._kept.pop(case_id, None)
        if self._draft is not None:
            self._draft.sent(case_id)
        self._show()

    def flush(self) -> None:
        """Keep what is not kept yet, waiting for it, at the end of the program."""
        if self._draft is not None:
            self._draft.flush()

    def remove(self, key: int) -> None:
        """Take one out; the focus stays among the files."""
        place = next((n for n, each in enumerate(self.files) if each.key == key), None)
        if place is None:
            return
        del self._kept[self._case_id][place]
        self._keep(self._case_id)
        self._show()
        pills = self.pills.pills
        if pills:
            pills[min(place, len(pills) - 1)].setFocus()
        else:
            self.emptied.emit()

    def ask(self) -> None:
        """Let the person choose files."""
        chosen, _ = QFileDialog.getOpenFileNames(self, self.tr("Anexar à resposta"))
        self.add_paths([Path(each) for each in chosen])

    def add_paths(self, paths: Sequence[Path]) -> None:
        """Read files and put them beside the answer."""
        limits = self._limits
        for path in paths:
            self._read(partial(read_file, path, limits))

    def add_picture(self, picture: QImage) -> None:
        """Put a pasted picture beside the answer."""
        limits = self._limits
        name = self.tr("imagem colada {n}.png").format(n=next(self._numbers))
        self._read(lambda: picture_file(picture, name, limits))

    def take_from_draft(self) -> None:
        """Put the files beside the answer that were there when the program ended."""
        case_id = self._case_id
        if self._draft is None or self._kept.get(case_id) or self._draft.is_busy(case_id):
            return
        self._reading += 1
        self._draft.load(case_id, self._attachments, lambda found: self._on_loaded(case_id, found), self._on_refused)

    def _on_loaded(self, case_id: int, found: Sequence[Loaded]) -> None:
        self._reading -= 1
        since = self._kept.get(case_id, [])
        self._kept[case_id] = [*(self._pending(*each) for each in found), *since]
        if since:
            self._keep(case_id)
        self._show()

    def _pending(self, file: NewFile | AttachmentInfo, thumb: QImage | None) -> PendingFile:
        number = next(self._numbers)
        if isinstance(file, NewFile):
            return PendingFile(number, file.name, len(file.content), file=file, thumb=thumb)
        return PendingFile(number, file.name, file.size, kept_id=file.id, thumb=thumb)

    def _keep(self, case_id: int) -> None:
        held = ((each.file, each.kept_id) for each in self._kept.get(case_id, ()))
        if self._draft is not None:
            self._draft.keep(case_id, [what for pair in held for what in pair if what is not None])

    def take_back(self, mode: DraftKind) -> None:
        """Put the files of a withdrawn or returned reply back beside its text, unless others are there."""
        visibility, service = VISIBILITIES.get(mode), self._attachments
        if visibility is None or service is None or self.files:
            return
        case_id, person_id = self._case_id, self._desk.actor.person_id

        def work() -> list[Back]:
            infos = service.given_back(case_id, person_id, visibility)
            return [(info, small_picture(info, service)) for info in infos if info.has_content]

        self._desk.calls.run(self, f"back-{case_id}", work, lambda found: self._on_back(case_id, found))

    def _on_back(self, case_id: int, found: list[Back]) -> None:
        if found and not self._kept.get(case_id):
            self._kept[case_id] = [self._pending(*each) for each in found]
            self._show()

    def _read(self, work: Callable[[], Read]) -> None:
        case_id, number = self._case_id, next(self._numbers)
        self._reading += 1
        self._desk.calls.run(
            self,
            f"read-{number}",
            work,
            lambda found: self._on_read(case_id, number, *found),
            failed=self._on_refused,
        )

    def _on_read(self, case_id: int, number: int, file: NewFile, thumb: QImage | None) -> None:
        self._reading -= 1
        most = MOST if self._limits is None else self._limits.most_files
        held = self._kept.setdefault(case_id, [])
        if len(held) >= most:
            self._on_refused(Refused("too_many_files", limit=most), is_reading=False)
            return
        held.append(PendingFile(number, file.name, len(file.content), file=file, thumb=thumb))
        held.sort(key=lambda each: each.key)  # as they were given, however long each took
        self._keep(case_id)
        self._show()

    def _on_refused(self, error: Exception, *, is_reading: bool = True) -> bool:
        self._reading -= is_reading
        if not isinstance(error, UserError):
            return False
        self.refused.emit(error)
        return True

    def _show(self) -> None:
        files = self.files
        self.pills.show_files(files)
        self._hint.setText(self.limit_words())
        self.setVisible(bool(files))
        self.changed.emit()

    def limit_words(self) -> str:
        """Return what may go with an answer here, in one line."""
        if not self.may_add:
            return self.tr("Esta rede não aceita anexos pelo Balcão. Mande um link no texto.")
        limits = self._limits
        most = MOST if limits is None else limits.most_files
        largest = LARGEST if limits is None else min(LARGEST, limits.most_file_bytes or LARGEST)
        one, many = self.tr("1 arquivo de até {size} MB"), self.tr("até {n} arquivos de {size} MB")
        words = (one if most == 1 else many).format(n=most, size=max(1, largest // _MEGA))
        kinds = () if limits is None else limits.media_types
        return self.tr("{limit}: {kinds}").format(limit=words, kinds=self._kind_words(kinds)) if kinds else words

    def _kind_words(self, kinds: Sequence[str]) -> str:
        groups = {
            "image": self.tr("fotos"),
            "video": self.tr("vídeos"),
            "audio": self.tr("áudios"),
            "application/pdf": "PDF",
            "text": self.tr("textos"),
        }
        found = [groups.get(kind) or groups.get(kind.partition("/")[0]) or kind.rpartition("/")[2] for kind in kinds]
        return ", ".join(dict.fromkeys(found))
