"""What the editor of trees asks in windows, worded from the trees as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.models.domain.vocabulary import AxisKey
from app.views.settings.tree_dialogs import AxisDialog, NameDialog, PickDialog
from app.views.settings.tree_texts import count_text_of, inner_text
from app.views.support.type_ahead import Option

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from PySide6.QtWidgets import QWidget

    from app.models.domain.classification_tree import AxisInfo, NodeInfo
    from app.services.acts import Done
    from app.services.tree_editing import TreeEditing, TreePicture
    from app.views.settings.tree_acts import TreeActs
    from app.views.settings.tree_dialogs import ActDialog
    from app.views.support.desk import Desk

_TOP = 0
_MOST = 40


class TreeQuestions(QObject):
    """Opens one window at a time over ``owner``; what was done is told to the acts."""

    def __init__(self, *, desk: Desk, trees: TreeEditing, acts: TreeActs, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk, self._trees, self._acts, self._owner = desk, trees, acts, owner
        self.dialog: ActDialog | None = None

    def open(self, dialog: ActDialog) -> None:
        """Open a window."""
        self.dialog = dialog
        dialog.acted.connect(self._acts.take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def add(self, picture: TreePicture, axis: AxisInfo, node: NodeInfo | None, *, is_inner: bool) -> None:
        """Ask for a new node beside ``node`` or inside it."""
        tree, trees, actor = picture.trees, self._trees, self._desk.actor
        stands = None if node is None else tree.nodes[tree.resolve(node.id)]
        parent_id = None if stands is None else stands.id if is_inner else tree.above(stands)
        after_id = None if stands is None or is_inner else stands.id
        place = tree.path(parent_id)
        where = (
            self.tr("Dentro de “{path}”.").format(path=place)
            if place
            else self.tr("No topo de “{axis}”.").format(axis=axis.name)
        )

        def write(name: str) -> Done[int]:
            return trees.add_node(actor, axis.id, name, parent_id=parent_id, after_id=after_id)

        self.open(NameDialog(desk=self._desk, where=where, add=write, parent=self._owner))

    def axis(self, axis: AxisInfo | None) -> None:
        """Ask for a new axis, or for what changes on one."""
        axes, actor = self._trees.axes, self._desk.actor

        def write(name: str, carrier: str | None) -> Done[Any]:
            if axis is None:
                return axes.add_axis(actor, name, carrier or "case")
            return axes.change_axis(actor, axis.id, expected_version=axis.version, name=name, carrier=carrier)

        is_own = axis is None or axis.key not in set(AxisKey)
        self.open(AxisDialog(desk=self._desk, axis=axis, is_own=is_own, save=write, parent=self._owner))

    def move(self, picture: TreePicture, node: NodeInfo) -> None:
        """Ask under which node another one goes."""
        tree, acts = picture.trees, self._acts
        top = Option(_TOP, self.tr("No topo do eixo"))

        def find(typed: str) -> list[Option]:
            found = self._options(picture, node)(typed)
            return found if typed or tree.above(node) is None else [top, *found]

        def say(target: int) -> str:
            name = tree.path(target) if target else self.tr("o topo do eixo")
            return self.tr("“{node}” vai para {place}, com tudo o que tem dentro.").format(
                node=node.name, place=f"“{name}”" if target else name
            )

        self.open(
            PickDialog(
                desk=self._desk,
                title=self.tr("Mover “{node}”").format(node=node.name),
                verb=self.tr("Mover"),
                intro=self.tr("Escolha dentro de qual item ele passa a ficar."),
                find=find,
                say=say,
                pick=lambda target: acts.moved(node, target or None),
                parent=self._owner,
            )
        )

    def merge(self, picture: TreePicture, node: NodeInfo) -> None:
        """Ask which node stands for another from now on."""
        acts = self._acts
        self.open(
            PickDialog(
                desk=self._desk,
                title=self.tr("Juntar “{node}” com outro").format(node=node.name),
                verb=self.tr("Juntar"),
                intro=self.tr("O outro item fica; este deixa de ser oferecido. Dá para separar a qualquer momento."),
                find=self._options(picture, node),
                say=lambda target: self._merge_text(picture, node, target),
                pick=lambda target: acts.merged(node, target),
                parent=self._owner,
            )
        )

    def where_text(self, picture: TreePicture, node: NodeInfo) -> str:
        """Return where a node lies, how much it is used, and its key for files."""
        tree = picture.trees
        axis, above = tree.axis(node.axis_id), tree.above(node)
        parts = [
            self.tr("em {place}").format(place=tree.path(above) or (axis.name if axis else "")),
            self.tr("código {key}").format(key=node.key),
        ]
        if axis is not None and (axis.carrier != "mention" or axis.key == AxisKey.SENTIMENT):
            parts.insert(1, count_text_of(picture.usage.get(node.id, 0), axis))
        if tree.merged_into(node.id):
            names = ", ".join(each.name for each in tree.merged_into(node.id))
            parts.append(self.tr("responde também por {names}").format(names=names))
        return " · ".join(parts)

    def _options(self, picture: TreePicture, node: NodeInfo) -> Callable[[str], list[Option]]:
        tree, branch = picture.trees, picture.trees.branch(node.id)

        def find(typed: str) -> list[Option]:
            found = tree.search(node.axis_id, typed, limit=_MOST + len(branch))
            return [Option(each.node_id, each.path) for each in found if each.node_id not in branch][:_MOST]

        return find

    def _merge_text(self, picture: TreePicture, node: NodeInfo, target: int) -> str:
        tree = picture.trees
        count = picture.usage.get(node.id, 0)
        inner = len(tree.children(node.axis_id, node.id))
        follow = count_text_of(count, tree.axis(node.axis_id))
        text = (
            self.tr("{count} de “{node}” passam a contar em “{target}”.")
            if count != 1
            else self.tr("{count} de “{node}” passa a contar em “{target}”.")
        )
        told = text.format(count=follow, node=node.name, target=tree.path(target) or "")
        if inner:
            told += " " + self.tr("Vai junto: {inner}.").format(inner=inner_text(inner))
        return told
