"""*Prazos*: what the team promises and what the law asks, each with what an edit does to open cases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.models.domain.changes import Changes, Topic
from app.models.domain.people import Right
from app.models.domain.target_order import by_weight
from app.services.legal_rules import SECTION as LEGAL_SECTION
from app.services.legal_rules import with_profile, with_small_agent, with_validity
from app.services.setting_keys import LEGAL_SETTING
from app.services.targets import SECTION, TargetBook, TargetForm, TargetInfo, target_of
from app.views.settings.hours_replan_bar import Edit, ReplanBar
from app.views.settings.section_frame import SectionFrame
from app.views.settings.targets_legal import LegalPanel
from app.views.settings.targets_panel import TargetsPanel
from app.views.support.fields import Segment, SegmentedControl
from app.views.support.scrolled import scrolled

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from PySide6.QtGui import QShowEvent

    from app.models.domain.sla import SlaTarget
    from app.services.acts import Done
    from app.services.cancel import CancelToken
    from app.services.legal_rules import LegalRow, Validity
    from app.services.replanning import ReplanPreview, ReplanService
    from app.services.rule_set import RuleSet
    from app.services.settings_book import SettingsBook, SettingValue
    from app.services.targets import TargetService
    from app.views.support.desk import Desk

_TEAM, _LAW = "team", "law"
_LAST_PLACE = 1_000_000


class TargetsPage(QWidget):
    """Two sections behind one control: the team's targets, and the legal profile."""

    def __init__(
        self,
        *,
        desk: Desk,
        targets: TargetService,
        settings_book: SettingsBook,
        replan: ReplanService,
        rule_set: RuleSet,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._targets, self._settings, self._replan = desk, targets, settings_book, replan
        self._stale = True
        self._book: TargetBook | None = None
        self._legal: SettingValue | None = None
        self._may = desk.actor.may(Right.EDIT_SETTINGS)
        theme = desk.theme
        self.setAccessibleName(self.tr("Prazos"))
        self.views = SegmentedControl(
            theme=theme,
            segments=[Segment(_TEAM, self.tr("Metas da equipe")), Segment(_LAW, self.tr("Prazos da lei"))],
            name=self.tr("Mostrar"),
        )
        self.frame = SectionFrame(
            desk=desk,
            rule_set=rule_set,
            section=SECTION,
            title=self.tr("Prazos"),
            definition=self.tr("Do que pesa mais ao que pesa menos: vale o primeiro que serve ao atendimento."),
        )
        self.legal_frame = SectionFrame(
            desk=desk,
            rule_set=rule_set,
            section=LEGAL_SECTION,
            title=self.tr("Prazos da lei"),
            definition=self.tr("Cada regra vale da sua data em diante; atendimentos antigos seguem a regra da época."),
        )
        self.panel = TargetsPanel(theme=theme)
        self.bar = ReplanBar(desk=desk, frame=self.frame, replan=replan, topic=Topic.TARGETS)
        self.legal = LegalPanel(theme=theme)
        self._stack = QStackedWidget()
        self._build()

    def showEvent(self, event: QShowEvent) -> None:
        """Read targets and legal profile when they may have changed."""
        super().showEvent(event)
        if self._stale:
            self._read()

    def _build(self) -> None:
        theme = self._desk.theme
        self.frame.body.addWidget(scrolled(self.panel), 1)
        self.frame.body.addWidget(self.bar)
        self.legal_frame.body.addWidget(scrolled(self.legal), 1)
        for frame in (self.frame, self.legal_frame):
            self._stack.addWidget(frame)
        holder = QWidget()
        top = QVBoxLayout(holder)
        theme.space(top, margins=(5, 3, 5, 0))
        top.addWidget(self.views)
        layout = QVBoxLayout(self)
        theme.space(layout, spacing=0)
        layout.addWidget(holder)
        layout.addWidget(self._stack, 1)
        self.panel.set_read_only(not self._may)
        self.views.chosen.connect(lambda view: self._stack.setCurrentIndex(0 if view == _TEAM else 1))
        self.panel.saved.connect(self._on_saved)
        self.panel.removed.connect(self._on_removed)
        self.panel.moved.connect(self._on_moved)
        self.legal.profile_chosen.connect(lambda key: self._change_legal(lambda value: with_profile(value, key)))
        self.legal.small_agent_toggled.connect(
            lambda on: self._change_legal(lambda value: with_small_agent(value, on=on))
        )
        self.legal.validity_saved.connect(self._on_validity_saved)
        self._desk.changes.changed.connect(self._on_changes)

    def _read(self) -> None:
        self._stale = False
        targets, settings = self._targets, self._settings
        self._desk.calls.run(self, "targets", targets.book, self._on_targets)
        self._desk.calls.run(
            self, "legal", lambda: (settings.read(LEGAL_SETTING), settings.read("zone").value), self._on_legal
        )

    def _on_targets(self, book: TargetBook) -> None:
        self._book = book
        self.panel.show_book(book)

    def _on_legal(self, read: tuple[SettingValue, Any]) -> None:
        self._legal, zone = read
        self.legal.show_value(self._legal.value, self._today(zone), may_edit=self._may)

    def _today(self, zone: object) -> date:
        name = zone if isinstance(zone, str) else "America/Sao_Paulo"
        return self._desk.clock.now().astimezone(ZoneInfo(name)).date()

    def _on_saved(self, info: TargetInfo | None, form: TargetForm) -> None:
        targets, actor = self._targets, self._desk.actor
        if self._book is None:
            return
        kept = [each for each in self._book.domain if info is None or each.id != info.id]
        place = _LAST_PLACE if info is None else info.position
        wanted = [*kept, target_of(0 if info is None else info.id, form, place)]

        def save() -> Done[int]:
            if info is None:
                return targets.add(actor, form)
            return targets.change(actor, info.id, form, expected_version=info.version)

        self._propose(wanted, save, lambda done: self.panel.want(done.value))

    def _on_removed(self, info: TargetInfo | None) -> None:
        targets, actor, book = self._targets, self._desk.actor, self._book
        if info is not None and book is not None:
            wanted = [each for each in book.domain if each.id != info.id]
            self._propose(wanted, lambda: targets.remove(actor, info.id, expected_version=info.version))

    def _on_moved(self, info: TargetInfo | None, step: int) -> None:
        targets, actor, book = self._targets, self._desk.actor, self._book
        other = self.panel.neighbour(step)
        if info is None or book is None or other is None:
            return
        ordered = [each.id for each in by_weight(book.domain)]
        first, second = ordered.index(info.id), ordered.index(other.id)
        ordered[first], ordered[second] = ordered[second], ordered[first]
        forms = {each.id: each.form for each in book.targets}
        wanted = [target_of(number, forms[number], place) for place, number in enumerate(ordered)]
        self._propose(wanted, lambda: targets.move(actor, info.id, step), lambda done: self.panel.want(done.value))

    def _propose(
        self,
        wanted: Sequence[SlaTarget],
        save: Callable[[], Done[int]],
        saved: Callable[[Done[int]], object] = lambda _done: None,
    ) -> None:
        replan = self._replan

        def count(token: CancelToken) -> ReplanPreview:
            return replan.preview(targets=wanted, cancel=token)

        self.bar.propose(Edit(count, save, dropped=lambda: None, saved=saved))

    def _on_validity_saved(self, row: LegalRow | None, validity: Validity) -> None:
        if row is not None:
            self._change_legal(lambda value: with_validity(value, row, validity), self.legal.form.hide)

    def _change_legal(self, edit: Callable[[Any], Any], after: Callable[[], object] = lambda: None) -> None:
        stored, settings, actor = self._legal, self._settings, self._desk.actor
        if stored is None:
            return

        def work() -> Done[SettingValue]:
            value = edit(stored.value)
            return settings.change(
                actor,
                LEGAL_SETTING,
                value,
                expected_version=stored.version,
                section=LEGAL_SECTION,
            )

        self.legal_frame.act("legal", work, lambda _done: after())

    def _on_changes(self, changes: Changes) -> None:
        if {Topic.TARGETS, Topic.SETTINGS, Topic.TREE, Topic.HOURS} & changes.topics:
            self._stale = True
            if self.isVisible():
                self._read()
