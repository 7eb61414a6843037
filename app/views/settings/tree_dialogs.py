"""The few questions that the editor of trees asks in a window: a new node, an axis, another place, another node."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit

from app.models.domain.classification_tree import LONGEST_NAME, OWN_CARRIERS
from app.services.errors import UserError
from app.views.settings.tree_texts import carrier_text
from app.views.support.errors import error_text
from app.views.support.form_dialog import FormDialog
from app.views.support.labels import label
from app.views.support.type_ahead import Option, TypeAhead

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from app.models.domain.classification_tree import AxisInfo
    from app.services.acts import Done
    from app.views.support.desk import Desk


class ActDialog(FormDialog):
    """A form whose button runs one act of a service; what is wrong is said in the window, what was typed stays."""

    acted = Signal(object)
    """Carries the ``Done``."""

    def __init__(self, *, desk: Desk, title: str, verb: str, intro: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme=desk.theme, title=title, verb=verb, intro=intro, parent=parent)
        self._desk = desk

    def run(self, work: Callable[[], Done[Any]]) -> None:
        """Act off the UI thread; close when it is done."""
        self.set_busy(True)
        self._desk.calls.run(self, "act", work, self._on_done, failed=self._on_failed)

    def _on_done(self, done: Done[Any]) -> None:
        self.set_busy(False)
        self.acted.emit(done)
        self.accept()

    def _on_failed(self, error: Exception) -> bool:
        self.set_busy(False)
        if isinstance(error, UserError):
            self.show_errors({"": error_text(error)})
            return True
        return False


class NameDialog(ActDialog):
    """Asks for the name of a new node."""

    def __init__(
        self, *, desk: Desk, where: str, add: Callable[[str], Done[int]], parent: QWidget | None = None
    ) -> None:
        super().__init__(desk=desk, title=self.tr("Novo item"), verb=self.tr("Criar"), intro=where, parent=parent)
        self._add = add
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.add_field("name", self.tr("Nome"), self.name)

    def check(self) -> Mapping[str, str]:
        """Ask for a name."""
        return {} if self.name.text().strip() else {"name": self.tr("Escreva o nome do item.")}

    def submit(self) -> None:
        """Add the node."""
        name, add = self.name.text(), self._add
        self.run(lambda: add(name))


class AxisDialog(ActDialog):
    """Asks for an axis's name and who carries its answers."""

    def __init__(
        self,
        *,
        desk: Desk,
        axis: AxisInfo | None,
        is_own: bool,
        save: Callable[[str, str | None], Done[Any]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            desk=desk,
            title=self.tr("Novo eixo") if axis is None else self.tr("Editar eixo"),
            verb=self.tr("Criar eixo") if axis is None else self.tr("Salvar"),
            intro=self.tr("Um eixo é uma pergunta feita a cada atendimento, com a sua própria árvore de respostas."),
            parent=parent,
        )
        self._save, self._is_own = save, is_own
        self.name = QLineEdit("" if axis is None else axis.name)
        self.name.setMaxLength(LONGEST_NAME)
        self.carrier = QComboBox()
        carriers = OWN_CARRIERS if is_own else (axis.carrier if axis is not None else "",)
        for carrier in carriers:
            self.carrier.addItem(carrier_text(carrier), carrier)
        self.carrier.setEnabled(is_own)
        if axis is not None:
            self.carrier.setCurrentIndex(self.carrier.findData(axis.carrier))
        self.add_field("name", self.tr("Nome"), self.name)
        self.add_field("carrier", self.tr("Quem carrega a resposta"), self.carrier)

    def check(self) -> Mapping[str, str]:
        """Ask for a name."""
        return {} if self.name.text().strip() else {"name": self.tr("Escreva o nome do eixo.")}

    def submit(self) -> None:
        """Write the axis."""
        name, carrier, save = self.name.text(), str(self.carrier.currentData()), self._save
        is_own = self._is_own
        self.run(lambda: save(name, carrier if is_own else None))


class PickDialog(ActDialog):
    """Finds another node by a few letters, says what choosing it will do, and does it."""

    def __init__(
        self,
        *,
        desk: Desk,
        title: str,
        verb: str,
        intro: str,
        find: Callable[[str], Sequence[Option]],
        say: Callable[[int], str],
        pick: Callable[[int], Done[Any]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk=desk, title=title, verb=verb, intro=intro, parent=parent)
        self._find, self._say, self._pick = find, say, pick
        self._chosen: int | None = None
        self._texts: dict[int, str] = {}
        self.field = TypeAhead(
            theme=desk.theme, name=self.tr("Item"), placeholder=self.tr("Digite parte do nome"), ask=self._on_asked
        )
        self.field.chosen.connect(self._on_chosen)
        self.field.left.connect(self.reject)
        self.field.edit.textEdited.connect(lambda _text: self._forget())
        self.what = label("", wrap=True)
        self.add_field("node", self.tr("Item"), self.field)
        self.add_widget(self.what)
        self.submit_button.setEnabled(False)

    def submit(self) -> None:
        """Do it with the node chosen."""
        chosen, pick = self._chosen, self._pick
        if chosen is not None:
            self.run(lambda: pick(chosen))

    def _on_asked(self, typed: str) -> None:
        options = self._find(typed)
        self._texts |= {option.id: option.text for option in options}
        self.field.show_options(options, nothing=self.tr("Nada com essas letras"))

    def _on_chosen(self, node_id: int) -> None:
        self._chosen = node_id
        self.field.edit.setText(self._texts.get(node_id, ""))
        self.what.setText(self._say(node_id))
        self.submit_button.setEnabled(True)
        self.submit_button.setFocus()

    def _forget(self) -> None:
        self._chosen = None
        self.what.clear()
        self.submit_button.setEnabled(False)
