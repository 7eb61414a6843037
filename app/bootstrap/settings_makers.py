"""Makes each page of the settings with exactly the services it uses."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.bootstrap.services import Services
from app.models.domain.inbox import InboxQuery
from app.services.database_location import Location
from app.views.shell.pages import PageSpec
from app.views.support.desk import Desk

if TYPE_CHECKING:
    from app.views.channels.page import ChannelsPage
    from app.views.intake.rules_page import RulesPage
    from app.views.settings.appearance_page import AppearancePage
    from app.views.settings.areas_page import AreasPage
    from app.views.settings.articles_page import ArticlesPage
    from app.views.settings.changes_page import ChangesPage
    from app.views.settings.crisis_page import CrisisMatrixPage
    from app.views.settings.database_page import DatabasePage
    from app.views.settings.hours_page import HoursPage
    from app.views.settings.keys_page import KeysPage
    from app.views.settings.people_page import PeoplePage
    from app.views.settings.persona_page import PersonaPage
    from app.views.settings.policy_page import PolicyPage
    from app.views.settings.rule_file_page import RuleFilePage
    from app.views.settings.situations_page import SituationsPage
    from app.views.settings.targets_page import TargetsPage
    from app.views.settings.templates_page import TemplatesPage
    from app.views.settings.tree_page import TreePage

Make = Callable[[], QWidget]


def _tr(text: str) -> str:
    return QCoreApplication.translate("settings_makers", text)


class SettingsMakers:
    """Factories of the settings' pages; ``on_rule`` shows what an intake rule holds, ``on_query`` lists cases."""

    def __init__(
        self,
        *,
        desk: Desk,
        services: Services,
        location: Location,
        open_place: Callable[[str, str], object],
        on_place_opened: Callable[[object], object],
        on_rule: Callable[[int, str], object],
        on_query: Callable[[InboxQuery, str], object],
    ) -> None:
        self._desk, self._services, self._location = desk, services, location
        self._open_place, self._on_place_opened, self._on_rule = open_place, on_place_opened, on_rule
        self._on_query = on_query

    def pages(self, *, sidebar: str) -> list[PageSpec]:
        """Return the pages of the settings, in their order."""
        page = partial(PageSpec, sidebar=sidebar)
        return [
            page("look", _tr("Aparência"), self._look, icon="sun"),
            page("keys", _tr("Teclas"), self._keys, icon="keyboard"),
            page("tree", _tr("Árvore de classificação"), self._tree, icon="hierarchy"),
            page("hours", _tr("Horário de atendimento"), self._hours, icon="clock"),
            page("targets", _tr("Prazos"), self._targets, icon="hourglass"),
            page("matrix", _tr("Matriz de crises"), self._matrix, icon="alert-triangle"),
            page("situations", _tr("Situações e ações"), self._situations, icon="adjustments"),
            page("policy", _tr("Política de atendimento"), self._policy, icon="clipboard"),
            page("persona", _tr("Persona da marca"), self._persona, icon="mood-happy"),
            page("templates", _tr("Modelos de resposta"), self._templates, icon="file"),
            page("articles", _tr("Materiais de apoio"), self._articles, icon="bulb"),
            page("areas", _tr("Áreas e fluxos"), self._areas, icon="building"),
            page("channels", _tr("Canais"), self._channels, icon="plug-connected"),
            page("rules", _tr("Regras de entrada"), self._rules, icon="filter"),
            page("rule_file", _tr("Arquivo de regras"), self._rule_file, icon="file-export"),
            page("rule_changes", _tr("Histórico de mudanças"), self._changes, icon="history"),
            page("people", _tr("Equipe"), self._people, icon="users-group"),
            page("database", _tr("Banco de dados"), self._database, icon="database"),
        ]

    def _tree(self) -> TreePage:
        from app.views.settings.tree_page import TreePage  # noqa: PLC0415 - with the page, not at start

        services = self._services
        return TreePage(desk=self._desk, trees=services.trees, rule_set=services.rule_set)

    def _hours(self) -> HoursPage:
        from app.views.settings.hours_page import HoursPage  # noqa: PLC0415 - with the page, not at start

        services = self._services
        return HoursPage(desk=self._desk, hours=services.hours, replan=services.replanning, rule_set=services.rule_set)

    def _targets(self) -> TargetsPage:
        from app.views.settings.targets_page import TargetsPage  # noqa: PLC0415 - with the page, not at start

        services = self._services
        return TargetsPage(
            desk=self._desk,
            targets=services.targets,
            settings_book=services.settings_book,
            replan=services.replanning,
            rule_set=services.rule_set,
        )

    def _matrix(self) -> CrisisMatrixPage:
        from app.views.settings.crisis_page import CrisisMatrixPage  # noqa: PLC0415 - with the page, not at start

        services = self._services
        return CrisisMatrixPage(
            desk=self._desk,
            matrix=services.crisis_matrix,
            review=services.crisis_review,
            rule_set=services.rule_set,
        )

    def _areas(self) -> AreasPage:
        from app.views.settings.areas_page import AreasPage  # noqa: PLC0415 - with the page, not at start

        services = self._services
        page = AreasPage(
            desk=self._desk,
            areas=services.areas,
            routes=services.routes,
            flow=services.flow_counts,
            people=services.people,
            replan=services.replanning,
            rule_set=services.rule_set,
        )
        page.query_requested.connect(self._on_query)
        return page

    def _situations(self) -> SituationsPage:
        from app.views.settings.situations_page import SituationsPage  # noqa: PLC0415 - with the page, not at start

        services = self._services
        return SituationsPage(desk=self._desk, practice=services.practice, rule_set=services.rule_set)

    def _policy(self) -> PolicyPage:
        from app.views.settings.policy_page import PolicyPage  # noqa: PLC0415 - with the page, not at start

        services = self._services
        return PolicyPage(desk=self._desk, practice=services.practice, rule_set=services.rule_set)

    def _persona(self) -> PersonaPage:
        from app.views.settings.persona_page import PersonaPage  # noqa: PLC0415 - with the page, not at start

        services = self._services
        return PersonaPage(desk=self._desk, practice=services.practice, rule_set=services.rule_set)

    def _templates(self) -> TemplatesPage:
        from app.views.settings.templates_page import TemplatesPage  # noqa: PLC0415 - with the page, not at start

        services = self._services
        return TemplatesPage(
            desk=self._desk,
            editing=services.template_editing,
            templates=services.templates,
            cases=services.cases,
            traits=services.practice.traits,
            rule_set=services.rule_set,
            spelling=services.spelling,
        )

    def _articles(self) -> ArticlesPage:
        from app.views.settings.articles_page import ArticlesPage  # noqa: PLC0415 - with the page, not at start

        services = self._services
        return ArticlesPage(
            desk=self._desk,
            articles=services.articles,
            templates=services.template_editing,
            rule_set=services.rule_set,
            spelling=services.spelling,
        )

    def _rule_file(self) -> RuleFilePage:
        from app.views.settings.rule_file_page import RuleFilePage  # noqa: PLC0415 - with the page, not at start

        services = self._services
        return RuleFilePage(desk=self._desk, rule_set=services.rule_set, replan=services.replanning)

    def _changes(self) -> ChangesPage:
        from app.views.settings.changes_page import ChangesPage  # noqa: PLC0415 - with the page, not at start

        services = self._services
        return ChangesPage(desk=self._desk, rule_set=services.rule_set, settings_book=services.settings_book)

    def _rules(self) -> RulesPage:
        from app.views.intake.rules_page import RulesPage  # noqa: PLC0415 - with the page, not at start

        page = RulesPage(desk=self._desk, rules=self._services.rules)
        page.show_rule_requested.connect(self._on_rule)
        return page

    def _channels(self) -> ChannelsPage:
        from app.views.channels.page import ChannelsPage  # noqa: PLC0415 - with the page, not at start

        channels = self._services.channels
        page = ChannelsPage(
            desk=self._desk, accounts=channels.accounts, secrets=channels.secrets, listening=channels.listening
        )
        page.help_requested.connect(self._show_help)
        return page

    def _show_help(self, topic_id: str, beside: QWidget) -> None:
        from app.views.knowledge.help_window import HelpWindow  # noqa: PLC0415 - loaded with the help, not at start

        HelpWindow(desk=self._desk, topic_id=topic_id, parent=beside).show()

    def _people(self) -> PeoplePage:
        from app.views.settings.people_page import PeoplePage  # noqa: PLC0415 - with the page, not at start

        return PeoplePage(desk=self._desk, people=self._services.people)

    def _database(self) -> DatabasePage:
        from app.views.settings.database_page import DatabasePage, Place  # noqa: PLC0415 - with the page, not at start

        database = self._services.database
        page = DatabasePage(
            desk=self._desk,
            database=database,
            place=Place(self._location.describe(), is_read_only=database.is_read_only),
            open_place=self._open_place,
        )
        page.place_opened.connect(self._on_place_opened)
        return page

    def _look(self) -> AppearancePage:
        from app.views.settings.appearance_page import AppearancePage  # noqa: PLC0415 - with the page, not at start

        return AppearancePage(theme=self._desk.theme, preferences=self._desk.preferences)

    def _keys(self) -> KeysPage:
        from app.views.settings.keys_page import KeysPage  # noqa: PLC0415 - with the page, not at start

        return KeysPage(theme=self._desk.theme, actions=self._desk.actions, preferences=self._desk.preferences)
