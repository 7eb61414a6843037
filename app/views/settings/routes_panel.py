"""The tab *Rotas*: the rules in their order, the first that fits wins, and the chosen one beside them."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.models.domain.routing import RouteRule, Routes
from app.views.settings.routes_form import RouteForm
from app.views.settings.routes_texts import conditions_text
from app.views.support.flow_layout import FlowLayout
from app.views.support.labels import label
from app.views.support.list_details import ListAndDetails
from app.views.support.row_model import Column, RowModel
from app.views.support.tables import dress_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.area_book import AreaCard
    from app.services.routes import RouteChoices, RouteService, RouteSheet
    from app.services.rule_set import RuleSet
    from app.views.settings.section_frame import SectionFrame
    from app.views.support.desk import Desk

SECTION = "routes"


class RoutesPanel(QWidget):
    """Edits the rules in place through ``frame.act``; the page hands in what was read by ``show_routes``."""

    def __init__(
        self,
        *,
        desk: Desk,
        routes: RouteService,
        rule_set: RuleSet,
        frame: SectionFrame,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._service, self._rule_set, self._frame = desk, routes, rule_set, frame
        self._routes, self._version = Routes(), 0
        self._names: dict[str, str] = {}
        self._areas: dict[str, str] = {}
        theme = desk.theme
        self.model: RowModel[RouteRule] = RowModel(columns=self._columns(), key=self._key, parent=self)
        self.table = QTableView()
        self.table.setModel(self.model)
        dress_table(self.table, theme=theme, name=self.tr("Rotas, a primeira que serve vale"))
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.table.setColumnWidth(0, theme.metrics.px(220))
        self.table.setColumnWidth(1, theme.metrics.px(140))
        self.form = RouteForm(theme=theme)
        self.reach = QLineEdit()
        self.reach.setAccessibleName(self.tr("Autor crítico: a partir de quantas pessoas alcançadas"))
        self.add_button = QPushButton(self.tr("Incluir rota"))
        self.remove_button = QPushButton(self.tr("Apagar rota"))
        self.up_button = QPushButton(self.tr("Subir"))
        self.down_button = QPushButton(self.tr("Descer"))
        self.restore_button = QPushButton(self.tr("Restaurar as rotas originais"))
        self.restore_button.setProperty("kind", "link")
        self._build()
        self._connect()

    def chosen(self) -> RouteRule | None:
        """Return the rule chosen."""
        rows = self.table.selectionModel().selectedRows()
        return self.model.row_at(rows[0].row()) if rows else None

    def choose(self, key: str) -> None:
        """Choose a rule."""
        place = next((at for at, rule in enumerate(self._routes.rules) if rule.key == key), -1)
        self.table.selectRow(place)

    def show_routes(self, sheet: RouteSheet, choices: RouteChoices, areas: Sequence[AreaCard]) -> None:
        """Show what was read."""
        chosen = self.chosen()
        self._routes, self._version = sheet.routes, sheet.version
        self._names = {each.key: each.name for each in (*choices.nodes, *choices.channels)}
        self._areas = {area.key: area.name for area in areas if area.is_active}
        self.form.set_choices(choices, areas)
        self.model.set_rows(self._routes.rules)
        reach = self._routes.critical_reach
        if not self.reach.hasFocus():
            self.reach.setText("" if reach is None else str(reach))
        if self.chosen() is None and self._routes.rules:
            self.choose(chosen.key if chosen is not None else self._routes.rules[0].key)
        self._show()

    def add(self) -> None:
        """Add a rule that does not count yet, at the end, and lead to it."""
        area = next(iter(self._areas), "")
        key = f"own_{secrets.token_hex(4)}"
        name, reason = self.tr("Rota nova"), self.tr("Escreva por que a área recebe.")
        rule = RouteRule(key, name, area, reason, is_vip=True, is_active=False)
        self._change([*self._routes.rules, rule], then=key)

    def remove(self) -> None:
        """Take the chosen rule out."""
        rule = self.chosen()
        if rule is not None:
            self._change([each for each in self._routes.rules if each.key != rule.key])

    def shift(self, step: int) -> None:
        """Move the chosen rule up or down."""
        rule, rules = self.chosen(), list(self._routes.rules)
        place = next((at for at, each in enumerate(rules) if rule is not None and each.key == rule.key), -1)
        if rule is not None and 0 <= place + step < len(rules):
            rules[place], rules[place + step] = rules[place + step], rules[place]
            self._change(rules, then=rule.key)

    def _build(self) -> None:
        theme, may = self._desk.theme, self._frame.may_edit
        left, step = QVBoxLayout(), theme.metrics.step(2)
        acts, critical = FlowLayout(spacing=step), FlowLayout(spacing=step)
        theme.space(left, margins=(0, 0, 3, 0), spacing=2)
        for button in (self.add_button, self.remove_button, self.up_button, self.down_button):
            acts.addWidget(button)
        acts.addWidget(self.restore_button)
        words = label(self.tr("Autor crítico: agitador, imprensa ou quem alcança a partir de"), "small")
        words.setBuddy(self.reach)
        critical.addWidget(words)
        critical.addWidget(self.reach)
        critical.addWidget(label(self.tr("pessoas"), "small"))
        self.reach.setMaximumWidth(theme.metrics.px(110))
        hint = self.tr("A primeira rota que serve aparece no atendimento; com Shift+V ele é encaminhado.")
        left.addWidget(label(hint, "small", wrap=True))
        left.addWidget(self.table, 1)
        left.addLayout(critical)
        left.addLayout(acts)
        side = QWidget()
        side.setLayout(left)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.form.setProperty("ground", "surface")
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.form)
        scroll.setMinimumWidth(self.form.minimumSizeHint().width() + theme.metrics.px(16))
        halves = ListAndDetails(theme=theme, first=side, details=scroll, items=self.table)
        layout = QVBoxLayout(self)
        theme.space(layout, margins=(0, 2, 0, 0))
        layout.addWidget(halves)
        for control in (self.add_button, self.restore_button, self.reach):
            control.setEnabled(may)

    def _connect(self) -> None:
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show())
        self.form.edited.connect(self._on_edited)
        self.add_button.clicked.connect(self.add)
        self.remove_button.clicked.connect(self.remove)
        self.up_button.clicked.connect(lambda: self.shift(-1))
        self.down_button.clicked.connect(lambda: self.shift(1))
        self.restore_button.clicked.connect(self._on_restore_clicked)
        self.reach.editingFinished.connect(self._on_reach_edited)
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self.table, context=Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda step=step: self.shift(step))

    def _show(self) -> None:
        rule, may = self.chosen(), self._frame.may_edit
        self.form.show_rule(rule, may_edit=may)
        for button in (self.remove_button, self.up_button, self.down_button):
            button.setEnabled(rule is not None and may)

    def _on_edited(self, rule: RouteRule) -> None:
        self._change([rule if each.key == rule.key else each for each in self._routes.rules])

    def _on_reach_edited(self) -> None:
        text = self.reach.text().strip().replace(".", "")
        reach = int(text) if text.isdigit() else None if not text else 0
        if reach != self._routes.critical_reach:
            self._change(self._routes.rules, reach=reach)

    def _on_restore_clicked(self) -> None:
        rule_set, actor = self._rule_set, self._desk.actor
        self._frame.confirm.ask(
            self.tr("Voltar as rotas ao original? O que a equipe mudou aqui sai; dá para desfazer."),
            self.tr("Restaurar"),
            lambda: self._frame.act("routes", lambda: rule_set.restore(actor, SECTION)),
        )

    def _change(self, rules: Sequence[RouteRule], *, then: str = "", reach: int | None = -1) -> None:
        wanted = replace(self._routes, rules=tuple(rules))
        if reach != -1:
            wanted = replace(wanted, critical_reach=reach)
        actor, version, service = self._desk.actor, self._version, self._service

        def done(_done: object) -> None:
            self._routes, self._version = wanted, version + 1
            self.model.set_rows(wanted.rules)
            if then:
                self.choose(then)

        self._frame.act("routes", lambda: service.change(actor, wanted, expected_version=version), done)

    def _columns(self) -> list[Column[RouteRule]]:
        off = self.tr("{name} (não vale)")
        gone = self.tr("área aposentada")
        return [
            Column("name", self.tr("Rota"), lambda rule: rule.name if rule.is_active else off.format(name=rule.name)),
            Column("area", self.tr("Vai para"), lambda rule: self._areas.get(rule.area_key, gone)),
            Column("when", self.tr("Quando"), lambda rule: conditions_text(rule, self._names)),
        ]

    def _key(self, rule: RouteRule) -> int:
        return hash(rule.key)
