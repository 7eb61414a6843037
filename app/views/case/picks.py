"""Acts that begin with choosing by typing: a colleague, another case, a template."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from app.models.domain import protocol
from app.models.domain.case_detail import CaseDetail
from app.models.domain.vocabulary import DraftKind, Visibility
from app.services.templates import POSITION_ID
from app.views.case.pick_model import PickItem
from app.views.case.pick_popup import PickPopup, filtered
from app.views.case.texts import state_chip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from app.services.acts import Done
    from app.services.case_merge import CaseMergeService
    from app.services.cases import CaseService
    from app.services.people import PeopleService, TeamMember
    from app.services.templates import FilledTemplate, TemplateService
    from app.views.case.reply_editor import ReplyEditor
    from app.views.case.session import CaseSession
    from app.views.case.side_advice import AdviceSection
    from app.views.support.desk import Desk


class CasePicks(QObject):
    """Opens the type-ahead for an act and runs the act on what was chosen."""

    def __init__(
        self,
        *,
        desk: Desk,
        session: CaseSession,
        editor: ReplyEditor,
        cases: CaseService,
        case_merge: CaseMergeService,
        people: PeopleService,
        templates: TemplateService,
        advice: AdviceSection,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._desk, self._session, self._editor = desk, session, editor
        self._cases, self._merges, self._people, self._templates = cases, case_merge, people, templates
        self._popup: PickPopup | None = None
        advice.template_requested.connect(self._use_template)
        self._on_pick: Callable[[int], object] = lambda _: None

    def assign(self, anchor: QWidget) -> None:
        """Choose a colleague who gets the case."""

        def show(team: tuple[TeamMember, ...]) -> None:
            items = [PickItem(person.person_id, person.name) for person in team]
            self._open(anchor, self.tr("Atribuir a quem?"), items, self._assign_to)

        self._desk.calls.run(self, "team", self._people.list, show)

    def merge(self, anchor: QWidget) -> None:
        """Choose a case of the customer, or type a protocol, to be united into this one."""
        detail = self._session.detail
        if detail is None:
            return
        briefs = (*detail.customer.other_open, *detail.customer.recent)
        items = [
            PickItem(brief.id, brief.title, state_chip(brief.state)[0], below=protocol.display(brief.protocol))
            for brief in briefs
        ]
        popup = self._open(
            anchor,
            self.tr("Unir qual atendimento a este?"),
            items,
            self._merge_with,
            hint=self.tr("Os dois são do mesmo cliente. Você também pode colar um protocolo e teclar Enter."),
        )
        popup.typed.connect(self._on_protocol_typed)

    def unmerge(self) -> None:
        """Part what was united last."""
        detail = self._session.detail
        if detail is None:
            return

        def work(now: CaseDetail) -> Done[CaseDetail]:
            merges = self._merges.merges_of(now.id)
            return self._merges.unmerge(self._desk.actor, merges[0] if merges else 0)

        self._session.act(work)

    def templates(self) -> None:
        """Choose a template for the answer being written; its text comes filled."""
        detail, mode = self._session.detail, self._editor.mode
        if detail is None or mode is DraftKind.NOTE:
            return
        case_id = detail.id
        visibility = Visibility.PUBLIC if mode is DraftKind.PUBLIC else Visibility.PRIVATE
        self._desk.calls.run(
            self, "templates", lambda: self._templates.for_case(case_id, visibility), self._show_templates
        )

    def _show_templates(self, found: Sequence[Any]) -> None:
        items = [
            PickItem(
                each.id,
                self._name_of(each.id, each.name),
                each.trait or "",
                key=each.shortcut or "",
                below=" ".join(each.text.split()),
            )
            for each in found
        ]
        self._open(self._editor.text, self.tr("Modelos de resposta"), items, self._use_template, above=True)

    def _name_of(self, template_id: int, name: str) -> str:
        return self.tr("Posição aprovada: {room}").format(room=name) if template_id == POSITION_ID else name

    def _use_template(self, template_id: int) -> None:
        case_id, actor = self._session.case_id, self._desk.actor
        if case_id is None:
            return

        def put(filled: FilledTemplate) -> None:
            if self._session.case_id == case_id:
                self._editor.insert_text(filled.text)
                self._editor.text.setFocus()
                self._desk.calls.run(self, "count", lambda: self._templates.count_use(actor, template_id))

        self._desk.calls.run(self, "fill", lambda: self._templates.fill(actor, template_id, case_id), put)

    def _assign_to(self, person_id: int) -> None:
        self._session.act(lambda d: self._cases.assign(self._desk.actor, d.id, person_id, expected_version=d.version))

    def _merge_with(self, absorbed_id: int) -> None:
        person = self._desk.actor.person_id

        def work(now: CaseDetail) -> Done[Any]:
            absorbed = self._cases.detail(absorbed_id, person)
            return self._merges.merge(
                self._desk.actor, now.id, absorbed_id, expected_version=now.version, absorbed_version=absorbed.version
            )

        self._session.act(work)

    def _on_protocol_typed(self, typed: str) -> None:
        wanted = protocol.parse(typed)
        if wanted is not None:
            self._desk.calls.run(self, "protocol", lambda: self._cases.find_by_protocol(wanted), self._on_found)

    def _on_found(self, case_id: int | None) -> None:
        if self._popup is None or not self._popup.isVisible():
            return
        if case_id is None:
            self._popup.set_hint(self.tr("Nenhum atendimento tem este protocolo."))
        else:
            self._popup.picked.emit(case_id)

    def _open(
        self,
        anchor: QWidget,
        title: str,
        items: Sequence[PickItem],
        on_pick: Callable[[int], object],
        *,
        hint: str = "",
        above: bool = False,
    ) -> PickPopup:
        if self._popup is not None:
            self._popup.deleteLater()
        self._popup = popup = PickPopup(theme=self._desk.theme, window=anchor.window())

        def take(item_id: int) -> None:
            popup.close_up()
            on_pick(item_id)

        popup.picked.connect(take)
        popup.open_below(anchor, title=title, search=filtered(items), hint=hint, above=above)
        return popup
