"""What to do in which situation, which themes get one answer or none, and which answers need a second person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from app.models.domain.approval import ApprovalRule
from app.services.case_reader import SITUATIONS_SETTING
from app.services.setting_keys import APPROVAL_SETTING
from app.views.settings.check_matrix import CheckMatrix
from app.views.settings.entry_list import EntryList
from app.views.settings.practice_page import PracticePage
from app.views.support.advice_texts import action_names, place_names
from app.views.support.labels import label

if TYPE_CHECKING:
    from app.services.practice import Practice, PracticeService
    from app.services.rule_set import RuleSet
    from app.views.support.desk import Desk

_SIDES = ("indirect", "direct")
_NEEDED = "needed"
_GRAVE = "grave"


class SituationsPage(PracticePage):
    """Three tabs: situations and actions, themes, approval."""

    def __init__(
        self, *, desk: Desk, practice: PracticeService, rule_set: RuleSet, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk=desk, practice=practice, parent=parent)
        theme = desk.theme
        self._begin(
            rule_set=rule_set,
            section="situations",
            title=self.tr("Situações e ações"),
            definition=self.tr("O que o Balcão recomenda em cada situação; a pessoa sempre decide."),
        )
        self.situations = EntryList(theme=theme, title=self.tr("Situações"), name_key="name", new_entry={})
        new_theme = {"key": "", "name": self.tr("Tema novo"), "policy": "one_reply", "words": "", "weak": ""}
        self.themes = EntryList(
            theme=theme, title=self.tr("Temas"), name_key="name", new_entry=new_theme, add_text=self.tr("Novo tema")
        )
        self.approval = CheckMatrix(theme=theme, name=self.tr("Aprovação de respostas públicas"))
        self._add_fields()
        self._build()
        self.situations.changed.connect(self._on_situations_changed)
        self.themes.changed.connect(self._on_themes_changed)
        self.approval.matrix.toggled.connect(self._on_approval_toggled)

    def _on_read(self, found: Practice) -> None:
        super()._on_read(found)
        may, value = self.frame.may_edit, found.situations.value
        self.situations.show_entries([_flat(row) for row in value["situations"]], may_edit=may)
        self.themes.show_entries([_theme_on_screen(row) for row in value.get("themes", ())], may_edit=may)
        rule = ApprovalRule.from_mapping(found.approval.value or {})
        rows = [(_GRAVE, self.tr("Situação grave")), *found.natures]
        ticked = rule.natures | ({_GRAVE} if rule.grave else set())
        columns = [(_NEEDED, self.tr("Precisa do sim de outra pessoa"))]
        self.approval.matrix.show_matrix(rows, columns, {(key, _NEEDED) for key in ticked}, may_edit=may)

    def _on_situations_changed(self, entries: list[dict[str, Any]]) -> None:
        self._edit(
            SITUATIONS_SETTING,
            lambda value: value | {"situations": [_deep(each, value) for each in entries]},
            "situations",
        )

    def _on_themes_changed(self, entries: list[dict[str, Any]]) -> None:
        themes = list(_themes_to_store(entries))
        self._edit(SITUATIONS_SETTING, lambda value: value | {"themes": themes}, "themes")

    def _on_approval_toggled(self, row: str, _column: str, is_on: bool) -> None:
        self._edit(APPROVAL_SETTING, lambda value: _with_approval(value, row, is_on=is_on))

    def _add_fields(self) -> None:
        form = self.situations.form
        form.add_text("definition", self.tr("Quando é esta situação"))
        actions, places = list(action_names().items()), list(place_names().items())
        form.add_choice("indirect_action", self.tr("Se não falou direto com a marca"), actions)
        form.add_choice("indirect_visibility", self.tr("Onde responder nesse caso"), places)
        form.add_choice("direct_action", self.tr("Se falou direto com a marca"), actions)
        form.add_choice("direct_visibility", self.tr("Onde responder a quem falou direto"), places)
        form.add_stretch()
        form = self.themes.form
        form.add_line("name", self.tr("Nome"))
        policies = [
            ("one_reply", self.tr("Uma resposta simples e só uma")),
            ("do_not_answer", self.tr("Não responder")),
        ]
        form.add_choice("policy", self.tr("O que fazer"), policies)
        form.add_text("words", self.tr("Palavras que bastam (uma por linha)"), stretch=2)
        form.add_text("weak", self.tr("Palavras que só valem em dupla (uma por linha)"), stretch=1)

    def _build(self) -> None:
        theme = self._desk.theme
        approval = QWidget()
        box = QVBoxLayout(approval)
        theme.space(box, margins=(0, 2, 0, 0), spacing=2)
        text = self.tr(
            "A resposta pública espera em “A aprovar” até que outra pessoa da supervisão diga sim. "
            "Os níveis de crise se marcam na Matriz de crises."
        )
        box.addWidget(label(text, "small", wrap=True))
        box.addWidget(self.approval, 1)
        self.tabs = QTabWidget()
        self.tabs.addTab(self.situations, self.tr("Situações e ações"))
        self.tabs.addTab(self.themes, self.tr("Temas"))
        self.tabs.addTab(approval, self.tr("Aprovação"))
        self.frame.body.addWidget(self.tabs, 1)


def _flat(row: Mapping[str, Any]) -> dict[str, Any]:
    cells = {f"{side}_{name}": row[side][name] for side in _SIDES for name in ("action", "visibility")}
    return {"key": row["key"], "name": row["name"], "definition": row.get("definition") or None} | cells


def _deep(entry: Mapping[str, Any], value: Mapping[str, Any]) -> dict[str, Any]:
    """Return a situation's stored form; what the form does not show stays as stored."""
    stored = next((dict(row) for row in value["situations"] if row["key"] == entry["key"]), {"key": entry["key"]})
    cells = {side: {name: entry[f"{side}_{name}"] for name in ("action", "visibility")} for side in _SIDES}
    return stored | {"name": entry["name"], "definition": entry["definition"] or ""} | cells


def _theme_on_screen(row: Mapping[str, Any]) -> dict[str, Any]:
    lists = {name: "\n".join(row.get(name, ())) or None for name in ("words", "weak")}
    return {"key": row["key"], "name": row["name"], "policy": row["policy"]} | lists


def _themes_to_store(entries: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    taken = {each["key"] for each in entries if each["key"]}
    for each in entries:
        key, place = each["key"] or "theme", 2
        while not each["key"] and key in taken:
            key, place = f"theme_{place}", place + 1
        taken.add(key)
        lists = {name: _lines(each[name]) for name in ("words", "weak")}
        yield {"key": key, "name": each["name"] or "", "policy": each["policy"]} | lists


def _lines(text: str | None) -> list[str]:
    return [line.strip() for line in (text or "").splitlines() if line.strip()]


def _with_approval(value: Mapping[str, Any], row: str, *, is_on: bool) -> dict[str, Any]:
    rule = ApprovalRule.from_mapping(value or {})
    if row == _GRAVE:
        return replace(rule, grave=is_on).to_mapping()
    return replace(rule, natures=rule.natures | {row} if is_on else rule.natures - {row}).to_mapping()
