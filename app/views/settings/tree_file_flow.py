"""Files and ready-made trees on their way in and out: chosen, previewed, taken in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from app.services.errors import UserError
from app.services.tree_exchange import TreeOrder
from app.views.settings.tree_plan_dialogs import AdoptDialog, ImportDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.models.domain.classification_tree import AxisInfo
    from app.services.tree_editing import TreeEditing, TreePicture
    from app.views.settings.tree_questions import TreeQuestions
    from app.views.support.desk import Desk


class TreeFileFlow(QObject):
    """Reads and writes off the UI thread; ``told`` gets what was wrong, None when all is well."""

    def __init__(
        self,
        *,
        desk: Desk,
        trees: TreeEditing,
        questions: TreeQuestions,
        told: Callable[[UserError | None], object],
        owner: QWidget,
    ) -> None:
        super().__init__(owner)
        self._desk, self._trees, self._questions = desk, trees, questions
        self._told, self._owner = told, owner

    def adopt(self, axis: AxisInfo) -> None:
        """Offer the ready-made trees for an axis."""
        self._questions.open(AdoptDialog(desk=self._desk, trees=self._trees, axis_id=axis.id, parent=self._owner))

    def choose_file(self, axis: AxisInfo) -> None:
        """Ask for a file to take in."""
        kinds = self.tr("Árvores (*.csv *.json *.txt);;Todos os arquivos (*)")
        path, _ = QFileDialog.getOpenFileName(self._owner, self.tr("Importar uma árvore"), "", kinds)
        if path:
            self.open_file(Path(path), axis)

    def open_file(self, path: Path, axis: AxisInfo) -> None:
        """Read a tree file and show what it would change."""
        trees = self._trees

        def read() -> tuple[TreePicture, TreeOrder]:
            return trees.picture(), TreeOrder(axis.id, trees.exchange.read_file(path), path.name)

        def show(found: tuple[TreePicture, TreeOrder]) -> None:
            picture, order = found
            dialog = ImportDialog(desk=self._desk, trees=trees, tree=picture.trees, order=order, parent=self._owner)
            self._questions.open(dialog)

        self._run(read, show)

    def choose_target(self, axis: AxisInfo, ending: str) -> None:
        """Ask where to write an axis."""
        title = self.tr("Exportar a árvore")
        path, _ = QFileDialog.getSaveFileName(self._owner, title, f"{axis.name}.{ending}", f"*.{ending}")
        if path:
            self.save_file(Path(path), axis)

    def save_file(self, path: Path, axis: AxisInfo) -> None:
        """Write an axis as CSV or, by the file's ending, JSON."""
        exchange = self._trees.exchange

        def say(_none: object) -> None:
            self._desk.say(self.tr("Árvore gravada em {file}").format(file=path.name))

        self._run(lambda: exchange.write_file(axis.id, path), say)

    def _run(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self._told(None)
        self._desk.calls.run(self, "file", work, done, failed=self._on_failed)

    def _on_failed(self, error: Exception) -> bool:
        if isinstance(error, UserError):
            self._told(error)
            return True
        return False
