"""Classifying by keys: C walks the axes, a few letters or a node's own key choose, Enter confirms a proposal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.models.domain.case_detail import AxisValue, CaseDetail
from app.models.domain.classification_tree import NodeChoice, Trees
from app.views.case.pick_model import PickItem
from app.views.case.pick_popup import PickPopup
from app.views.support.texts import percent_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.services.classification import ClassificationService
    from app.views.case.session import CaseSession
    from app.views.case.side_axes import AxesSection
    from app.views.support.desk import Desk

_MOST = 200


class Classify(QObject):
    """Opens the type-ahead of an axis, writes the choice and goes on to the next axis."""

    def __init__(
        self,
        *,
        desk: Desk,
        session: CaseSession,
        classification: ClassificationService,
        anchor_of: Callable[[int], QWidget],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._desk, self._session, self._service = desk, session, classification
        self._anchor_of = anchor_of
        self._popup: PickPopup | None = None
        self._trees: Trees | None = None
        self._recent: dict[int, list[int]] = {}
        self._axis: AxisValue | None = None
        self._walks = False

    def listen_to(self, axes: AxesSection) -> None:
        """Do what the lines of the classification ask for."""
        axes.axis_requested.connect(self.start)
        axes.accept_requested.connect(self.accept)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the keys of the classification do."""
        return {"case.classify": self.walk, "case.accept": lambda: self.accept(None)}

    def walk(self) -> None:
        """Begin at the first axis that has nothing, required ones first; all set: at the first."""
        detail = self._session.detail
        if detail is not None and detail.axes:
            open_axes = [axis for axis in detail.axes if axis.node_id is None]
            first = next((axis for axis in open_axes if axis.is_required), (open_axes or list(detail.axes))[0])
            self._open(first, walks=True)

    def start(self, axis_id: int) -> None:
        """Open one axis."""
        axis = self._axis_value(axis_id)
        if axis is not None:
            self._open(axis, walks=False)

    def accept(self, axis_id: int | None) -> None:
        """Confirm what is proposed on an axis (None: on all of them)."""
        detail = self._session.detail
        axes = () if detail is None else detail.axes
        seen = {axis.axis_id: axis.suggested_node_id for axis in axes if axis_id in {None, axis.axis_id}}
        shown = {axis: node for axis, node in seen.items() if node is not None}
        if shown:
            actor = self._desk.actor
            self._session.act(lambda d: self._service.accept(actor, d.id, shown, expected_version=d.version))

    def start_key(self, axis_key: str) -> None:
        """Open one axis by its key, and go on from it."""
        detail = self._session.detail
        axis = next((a for a in detail.axes if a.axis_key == axis_key), None) if detail else None
        if axis is not None:
            self._open(axis, walks=True)

    @property
    def popup(self) -> PickPopup | None:
        """The type-ahead while it is there."""
        return self._popup if self._popup is not None and self._popup.isVisible() else None

    def _axis_value(self, axis_id: int) -> AxisValue | None:
        detail = self._session.detail
        return next((axis for axis in detail.axes if axis.axis_id == axis_id), None) if detail else None

    def _open(self, axis: AxisValue, *, walks: bool) -> None:
        self._axis, self._walks = axis, walks
        anchor = self._anchor_of(axis.axis_id)
        if self._popup is None or self._popup.window() is not anchor.window():
            self._popup = PickPopup(theme=self._desk.theme, window=anchor.window())
            self._popup.picked.connect(self._on_picked)
            self._popup.accepted_empty.connect(self._on_accepted_empty)
        self._popup.open_below(
            anchor,
            title=axis.axis_name,
            search=self._search,
            hint=self._hint(axis),
            placeholder=self.tr("Digite parte do nome ou a tecla do item"),
        )
        self._load(axis)

    def _hint(self, axis: AxisValue) -> str:
        if axis.node_id is None and axis.suggested_path:
            share = "" if axis.confidence is None else f" · {percent_text(axis.confidence)}"
            return self.tr("Sugestão: {path}{share}. Enter confirma.").format(path=axis.suggested_path, share=share)
        if axis.path:
            return self.tr("Agora: {path}. Enter mantém, Esc sai.").format(path=axis.path)
        return self.tr("Setas e Enter escolhem, Enter vazio pula, Esc sai.")

    def _load(self, axis: AxisValue) -> None:
        axis_id, person, service = axis.axis_id, self._desk.actor.person_id, self._service

        def read() -> tuple[Trees, list[NodeChoice]]:
            return service.trees(), service.search(axis_id, "", person_id=person, limit=_MOST)

        def arrived(found: tuple[Trees, list[NodeChoice]]) -> None:
            self._trees = found[0]
            self._recent[axis_id] = [choice.node_id for choice in found[1] if choice.is_recent]
            if self._popup is not None and self._axis is not None and self._axis.axis_id == axis_id:
                self._popup.refresh()

        self._desk.calls.run(self, f"axis-{axis_id}", read, arrived)

    def _search(self, typed: str) -> Sequence[PickItem]:
        axis, trees = self._axis, self._trees
        if axis is None or trees is None:
            return ()
        found = trees.search(axis.axis_id, typed, recent=self._recent.get(axis.axis_id, ()), limit=_MOST)
        recent = self.tr("recente")
        return [
            PickItem(each.node_id, each.path, recent if each.is_recent else "", key=(each.shortcut or "").upper())
            for each in found
        ]

    def _on_picked(self, node_id: int) -> None:
        axis = self._axis
        if axis is None:
            return
        axis_id, actor = axis.axis_id, self._desk.actor
        self._session.act(lambda d: self._service.classify(actor, d.id, axis_id, node_id, expected_version=d.version))
        self._go_on(axis)

    def _on_accepted_empty(self) -> None:
        axis = self._axis
        if axis is None:
            return
        if axis.node_id is None and axis.suggested_node_id is not None:
            self.accept(axis.axis_id)
        self._go_on(axis)

    def _go_on(self, axis: AxisValue) -> None:
        following = self._next(axis) if self._walks else None
        if following is not None:
            self._open(following, walks=True)
        elif self._popup is not None:
            self._popup.close_up()

    def _next(self, axis: AxisValue) -> AxisValue | None:
        detail: CaseDetail | None = self._session.detail
        if detail is None:
            return None
        place = next((n for n, each in enumerate(detail.axes) if each.axis_id == axis.axis_id), len(detail.axes))
        return next((each for each in detail.axes[place + 1 :] if each.node_id is None), None)
