"""The policy of service: why we answer, what we answer and what not, and who answers which subject."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

from app.models.domain.service_policy import Answerer, ServicePolicy
from app.services.case_reader import POLICY_SETTING
from app.views.settings.check_matrix import CheckMatrix
from app.views.settings.company_form import CompanyForm
from app.views.settings.practice_page import PracticePage
from app.views.support.field_form import FieldForm
from app.views.support.labels import label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.services.practice import Practice, PracticeService
    from app.services.rule_set import RuleSet
    from app.views.support.desk import Desk

_LISTS = ("answered", "not_answered")
_SERVICE, _MARKETING = Answerer.SERVICE.value, Answerer.MARKETING.value


class PolicyPage(PracticePage):
    """Texts at the left, the subjects with who answers them at the right."""

    def __init__(
        self, *, desk: Desk, practice: PracticeService, rule_set: RuleSet, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk=desk, practice=practice, parent=parent)
        theme = desk.theme
        self._begin(
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

    def _on_read(self, found: Practice) -> None:
        super()._on_read(found)
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
        said = {name: (text or "").splitlines() if name in _LISTS else text or "" for name, text in values.items()}
        self._edit(POLICY_SETTING, lambda value: value | said, *said)

    def _on_toggled(self, key: str, who: str, is_on: bool) -> None:
        self._edit(POLICY_SETTING, lambda value: _with_subject(value, key, who, is_on=is_on))

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


def _with_subject(value: Mapping[str, Any], key: str, who: str, *, is_on: bool) -> dict[str, Any]:
    subjects = {row["key"]: row["who"] for row in value.get("subjects", ())}
    present = subjects.pop(key, None)
    both = Answerer.BOTH.value
    answering = {_SERVICE, _MARKETING} if present == both else {present} - {None}
    answering = answering | {who} if is_on else answering - {who}
    if answering:
        subjects[key] = both if len(answering) > 1 else next(iter(answering))
    return {**value, "subjects": [{"key": each, "who": its} for each, its in subjects.items()]}
