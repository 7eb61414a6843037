"""Reads what feeds the steps of the plan beside their charts, and the text that the profiles publish."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.models.domain.people import Actor, Right
from app.models.domain.plan import Fact, Facts
from app.models.queries.plan_facts import plan_counts
from app.models.queries.routing import ROUTES_SETTING
from app.services.case_reader import BRAND_SETTING, POLICY_SETTING
from app.services.database import Database
from app.services.rights import require
from app.services.setting_keys import CRISIS_SETTING
from app.services.settings_book import read_setting


class PlanFactsService:
    """One short read for the whole plan."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def facts(self, actor: Actor) -> Facts:
        """Return the figures of each step that has any."""
        require(actor, Right.READ)
        with self._database.read() as connection:
            n = plan_counts(connection)
            keys = (POLICY_SETTING, BRAND_SETTING, CRISIS_SETTING, ROUTES_SETTING)
            policy, brand, crisis, routes = (_mapping(read_setting(connection, key).value) for key in keys)
        triggers = sum(len(group.get("words", ())) for level in crisis.get("levels", ()) for group in _groups(level))
        return {
            3: ((Fact.AREAS, n[Fact.AREAS]), (Fact.AREAS_UNATTENDED, n[Fact.AREAS_UNATTENDED])),
            4: ((Fact.ROUTES, len(routes.get("rules", ()))),),
            5: ((Fact.AXES, n[Fact.AXES]), (Fact.NODES, n[Fact.NODES])),
            7: (
                (Fact.ANSWERED, len(policy.get("answered", ()))),
                (Fact.NOT_ANSWERED, len(policy.get("not_answered", ()))),
                (Fact.SUBJECTS_SHARED, len(policy.get("subjects", ()))),
            ),
            8: ((Fact.TRAITS, len(brand.get("traits", ()))),),
            9: (
                (Fact.ACCOUNTS, n[Fact.ACCOUNTS]),
                (Fact.ACCOUNTS_LISTENING, n[Fact.ACCOUNTS_LISTENING]),
            ),
            10: ((Fact.CRISIS_TRIGGERS, triggers),),
            12: ((Fact.PEOPLE, n[Fact.PEOPLE]),),
        }


def _mapping(value: Any) -> Mapping[str, Any]:  # noqa: ANN401 - any JSON value
    return value if isinstance(value, Mapping) else {}


def _groups(level: Any) -> list[Mapping[str, Any]]:  # noqa: ANN401 - any JSON value
    return [_mapping(group) for group in _mapping(level).get("groups", ())]
