"""One route rule as a form: its conditions, its area and its reason; hands over the whole rule after each change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.domain.routing import Repeat, RouteRule
from app.views.settings.routes_chosen import ChosenBox
from app.views.support.field_form import FieldForm

if TYPE_CHECKING:
    from app.services.area_book import AreaCard
    from app.services.routes import RouteChoices
    from app.views.support.theme import Theme

_LEVELS = (1, 2, 3)
_SIMPLE = {"name": "name", "area": "area_key", "reason": "reason", "vip": "is_vip", "critical": "is_critical"}
_MARKS = {"automatic": "is_automatic", "active": "is_active", "crisis": "crisis_level"}
_ALL = _SIMPLE | _MARKS


class RouteForm(QWidget):
    """``edited`` carries the rule as it now reads."""

    edited = Signal(object)

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rule: RouteRule | None = None
        self.form = FieldForm(theme=theme)
        self.form.add_line("name", self.tr("Nome da regra"))
        self.form.add_choice("area", self.tr("Vai para"))
        self.form.add_line("reason", self.tr("Motivo, que a área lê"))
        self.form.add_check("active", self.tr("Vale"))
        self.form.add_check("automatic", self.tr("Encaminhar sozinho, sem perguntar"))
        self.form.add_check("vip", self.tr("Cliente VIP"))
        self.form.add_check("critical", self.tr("Autor crítico"))
        levels = [(None, self.tr("qualquer")), *((n, self.tr("nível {n} ou mais grave").format(n=n)) for n in _LEVELS)]
        self.form.add_choice("crisis", self.tr("Crise"), levels)
        self.form.add_line("count", self.tr("Volta sempre: quantas vezes"))
        self.form.add_line("days", self.tr("em quantos dias"))
        self.form.add_check("only_complaints", self.tr("Contar só reclamações"))
        add = self.tr("Acrescentar assunto, natureza, persona ou perfil")
        self.nodes = ChosenBox(theme=theme, title=self.tr("Classificação (com tudo que está abaixo)"), add_text=add)
        self.channels = ChosenBox(theme=theme, title=self.tr("Canais"), add_text=self.tr("Acrescentar canal"))
        layout = QVBoxLayout(self)
        theme.space(layout, margins=(2, 0, 2, 0), spacing=2)
        for part in (self.form, self.nodes, self.channels):
            layout.addWidget(part)
        layout.addStretch(1)
        self.form.edited.connect(self._on_edited)
        self.nodes.edited.connect(lambda keys: self._hand_over(nodes=tuple(keys)))
        self.channels.edited.connect(lambda keys: self._hand_over(channels=tuple(keys)))

    def set_choices(self, choices: RouteChoices, areas: Sequence[AreaCard]) -> None:
        """Offer what conditions and rules can name."""
        self.nodes.set_choices(choices.nodes)
        self.channels.set_choices(choices.channels)
        self.form.set_choices("area", [(area.key, area.name) for area in areas if area.is_active])

    def show_rule(self, rule: RouteRule | None, *, may_edit: bool) -> None:
        """Show a rule; what is being typed stays when it is the same one."""
        is_same = rule is not None and self._rule is not None and rule.key == self._rule.key
        self._rule = rule
        self.form.set_may_edit(may_edit)
        if rule is None:
            self.form.clear()
        elif is_same:
            self.form.show_values(_values(rule))
        else:
            self.form.replace_values(_values(rule))
        self.nodes.show_keys(() if rule is None else rule.nodes, may_edit=may_edit and rule is not None)
        self.channels.show_keys(() if rule is None else rule.channels, may_edit=may_edit and rule is not None)

    def _on_edited(self, values: dict[str, Any]) -> None:
        given = {_ALL[name]: value for name, value in values.items() if name in _ALL}
        given |= {name: given[name] or "" for name in ("name", "reason", "area_key") if name in given}
        if not values.keys().isdisjoint({"count", "days", "only_complaints"}):
            given["repeat"] = _repeat(self.form.typed)
        self._hand_over(**given)

    def _hand_over(self, **given: Any) -> None:  # noqa: ANN401 - fields of the rule
        if self._rule is not None:
            self.edited.emit(replace(self._rule, **given))


def _values(rule: RouteRule) -> dict[str, Any]:
    repeat = rule.repeat
    values = {name: getattr(rule, column) for name, column in _ALL.items()}
    values["count"] = None if repeat is None else str(repeat.count)
    values["days"] = None if repeat is None else str(repeat.days)
    values["only_complaints"] = repeat is None or repeat.only_complaints
    return values


def _repeat(typed: dict[str, Any]) -> Repeat | None:
    if not typed["count"]:
        return None
    return Repeat(_number(typed["count"]), _number(typed["days"] or "90"), bool(typed["only_complaints"]))


def _number(text: str) -> int:
    return int(text) if text.strip().isdigit() else 0
