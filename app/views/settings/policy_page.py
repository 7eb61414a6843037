"""The policy of service: why we answer, what we answer and what not, and who answers which subject."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

from app.models.domain.changes import Changes, Topic
from app.models.domain.service_policy import Answerer, ServicePolicy
from app.services.case_reader import POLICY_SETTING
from app.views.settings.check_matrix import CheckMatrix
from app.views.settings.company_form import CompanyForm
from app.views.settings.field_form import FieldForm
from app.views.settings.section_frame import SectionFrame
from app.views.support.labels import label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QShowEvent

    from app.services.practice import Practice, PracticeService
    from app.services.rule_set import RuleSet
    from app.views.support.desk import Desk

_LISTS = ("answered", "not_answered")
_SERVICE, _MARKETING = Answerer.SERVICE.value, Answerer.MARKETING.value


class PolicyPage(QWidget):
    """Texts at the left, the subjects with who answers them at the right."""

    def __init__(
        self, *, desk: Desk, practice: PracticeService, rule_set: RuleSet, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._service = desk, practice
        self._stale = True
        self._shown: Practice | None = None
        self._edits = 0
        theme = desk.theme
        self.setAccessibleName(self.tr("Política de atendimento"))
        self.frame = SectionFrame(
            desk=desk,
            rule_set=rule_set,
            section="policy",
            title=self.tr("Política de atendimento"),
            definition=self.tr("O que respondemos, em nome de quê, e se quem responde é o SAC ou o Marketing."),
        )
        self.form = FieldForm(theme=theme)
        for name, title in (
            ("mission", self.tr("Missão")),
            ("vision", self.tr("Visão")),
            ("values", self.tr("Valores")),
            ("answered", self.tr("O que respondemos (um por linha)")),
            ("not_answered", self.tr("O que não respondemos (um por linha)")),
        ):
            self.form.add_text(name, title, stretch=1)
        self.contacts = CompanyForm(frame=self.frame, desk=desk, practice=practice)
        self.subjects = CheckMatrix(theme=theme, name=self.tr("Quem responde cada assunto"))
        self._build()
        self.form.edited.connect(self._on_edited)
        self.subjects.matrix.toggled.connect(self._on_toggled)
        desk.changes.changed.connect(self._on_changes)

    def showEvent(self, event: QShowEvent) -> None:
        """Read the policy when it may have changed."""
        super().showEvent(event)
        if self._stale:
            self._read()

    def _read(self) -> None:
        self._stale = False
        self._desk.calls.run(self, "read", self._service.read, self._on_read)

    def _on_read(self, found: Practice) -> None:
        self._shown = found
        policy = ServicePolicy.from_mapping(found.policy.value)
        self.form.set_may_edit(self.frame.may_edit)
        self.form.show_values(
            {
                "mission": policy.mission or None,
                "vision": policy.vision or None,
                "values": policy.values or None,
                "answered": "\n".join(policy.answered) or None,
                "not_answered": "\n".join(policy.not_answered) or None,
            }
        )
        self.contacts.show_practice(found)
        ticked = set()
        for key, who in policy.subjects.items():
            ticked |= {(key, each) for each in (_SERVICE, _MARKETING) if who.value in {each, Answerer.BOTH.value}}
        columns = [(_SERVICE, self.tr("SAC")), (_MARKETING, self.tr("Marketing"))]
        self.subjects.matrix.show_matrix(found.subjects, columns, ticked, may_edit=self.frame.may_edit)

    def _on_edited(self, values: dict[str, Any]) -> None:
        shown, service, actor = self._shown, self._service, self._desk.actor
        if shown is None:
            return
        said = {name: (text or "").splitlines() if name in _LISTS else text or "" for name, text in values.items()}
        names = tuple(said)
        seen = tuple(shown.policy.value.get(name) for name in names)
        guard = (lambda value: tuple(value.get(name) for name in names), seen)
        self._edits += 1
        self.frame.act(
            f"edit {self._edits}",
            lambda: service.edit(actor, POLICY_SETTING, lambda value: value | said, seen=guard),
        )

    def _on_toggled(self, key: str, who: str, is_on: bool) -> None:
        service, actor = self._service, self._desk.actor
        self._edits += 1
        self.frame.act(
            f"edit {self._edits}",
            lambda: service.edit(actor, POLICY_SETTING, lambda value: _with_subject(value, key, who, is_on=is_on)),
        )

    def _on_changes(self, changes: Changes) -> None:
        if {Topic.SETTINGS, Topic.TREE} & changes.topics:
            self._stale = True
            if self.isVisible():
                self._read()

    def _build(self) -> None:
        theme = self._desk.theme
        right = QWidget()
        box = QVBoxLayout(right)
        theme.space(box, margins=(3, 0, 0, 0), spacing=2)
        box.addWidget(label(self.tr("Quem responde cada assunto"), "strong"))
        box.addWidget(self.subjects, 1)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        self.tabs = QTabWidget()
        left = QWidget()
        left_box = QVBoxLayout(left)
        theme.space(left_box, margins=(0, 2, 2, 0))
        left_box.addWidget(self.form)
        self.tabs.addTab(left, self.tr("Política"))
        self.tabs.addTab(self.contacts, self.tr("Contatos da empresa"))
        split.addWidget(self.tabs)
        split.addWidget(right)
        split.setSizes([theme.metrics.px(520), theme.metrics.px(520)])
        self.frame.body.addWidget(split, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.frame)


def _with_subject(value: Mapping[str, Any], key: str, who: str, *, is_on: bool) -> dict[str, Any]:
    subjects = {row["key"]: row["who"] for row in value.get("subjects", ())}
    present = subjects.pop(key, None)
    both = Answerer.BOTH.value
    answering = {_SERVICE, _MARKETING} if present == both else {present} - {None}
    answering = answering | {who} if is_on else answering - {who}
    if answering:
        subjects[key] = both if len(answering) > 1 else next(iter(answering))
    return {**value, "subjects": [{"key": each, "who": its} for each, its in subjects.items()]}
