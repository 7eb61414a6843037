"""What intake needs to know of the business: channels, crisis matrix, rules; compiled when they change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, select

from app.models.domain.crisis import CrisisMatrix
from app.models.domain.intake_rule import IntakeRule, IntakeRules
from app.models.domain.vocabulary import Sentiment
from app.models.schema.channels import Channel
from app.models.schema.intake import IntakeRule as RuleRow
from app.models.schema.settings import BusinessSetting

CRISIS_SETTING = "crisis"
ALERT_DAYS_SETTING = "crisis_alert_days"
ERASURE_KEY_SETTING = "erasure_key"
_DEFAULT_ALERT_DAYS = 3
_OTHER = "other"
_SETS = ("channels", "authors", "languages")
_WORDS = ("any_words", "all_words", "no_words")
_PLAIN = ("is_private", "is_direct", "min_reach", "max_reach")


@dataclass(frozen=True, slots=True)
class IntakeSetup:
    """One consistent state of what intake looks at. A mention older than ``alert_within`` rings for nobody."""

    channels: Mapping[str, int]
    matrix: CrisisMatrix
    rules: IntakeRules
    alert_within: timedelta
    erasure_key: bytes

    def channel_id(self, key: str) -> int:
        """Return the channel's id; a channel that was taken away counts as *other*."""
        return self.channels[key] if key in self.channels else self.channels[_OTHER]


class SetupReader:
    """Reads the setup in each act and compiles its costly parts only when their version has moved."""

    def __init__(self) -> None:
        self._matrix: tuple[int, CrisisMatrix] | None = None
        self._rules: tuple[tuple[tuple[int, int], ...], IntakeRules] | None = None

    def read(self, connection: Connection) -> IntakeSetup:
        """Return the present setup."""
        wanted = (CRISIS_SETTING, ALERT_DAYS_SETTING, ERASURE_KEY_SETTING)
        rows = connection.execute(
            select(BusinessSetting.key, BusinessSetting.version).where(BusinessSetting.key.in_(wanted))
        )
        versions = {row.key: row.version for row in rows}
        return IntakeSetup(
            channels={row.key: row.id for row in connection.execute(select(Channel.key, Channel.id))},
            matrix=self._matrix_of(connection, versions.get(CRISIS_SETTING)),
            rules=self._rules_of(connection),
            alert_within=timedelta(days=int(_setting(connection, versions, ALERT_DAYS_SETTING, _DEFAULT_ALERT_DAYS))),
            erasure_key=bytes.fromhex(_setting(connection, versions, ERASURE_KEY_SETTING, "")),
        )

    def _matrix_of(self, connection: Connection, version: int | None) -> CrisisMatrix:
        if version is None:
            return CrisisMatrix(levels=())
        if self._matrix is None or self._matrix[0] != version:
            value = connection.execute(
                select(BusinessSetting.value).where(BusinessSetting.key == CRISIS_SETTING)
            ).scalar_one()
            self._matrix = (version, CrisisMatrix.from_mapping(value))
        return self._matrix[1]

    def _rules_of(self, connection: Connection) -> IntakeRules:
        order = connection.execute(select(RuleRow.id, RuleRow.version).order_by(RuleRow.position, RuleRow.id))
        stamp = tuple((rule_id, version) for rule_id, version in order)
        if self._rules is None or self._rules[0] != stamp:
            self._rules = (stamp, IntakeRules(read_rules(connection)))
        return self._rules[1]


def read_rules(connection: Connection) -> list[IntakeRule]:
    """Return the team's rules in their order."""
    rows = connection.execute(
        select(RuleRow.id, RuleRow.name, RuleRow.is_enabled, RuleRow.conditions).order_by(RuleRow.position, RuleRow.id)
    )
    return [rule_of(row.id, row.name, row.conditions, enabled=row.is_enabled) for row in rows]


def rule_of(rule_id: int, name: str, conditions: Mapping[str, Any], *, enabled: bool) -> IntakeRule:
    """Read a rule from its stored form; keys it does not know are passed over."""
    values: dict[str, Any] = {key: frozenset(_texts(conditions.get(key))) for key in _SETS}
    values |= {key: tuple(_texts(conditions.get(key))) for key in _WORDS}
    values |= {key: conditions.get(key) for key in _PLAIN}
    values["sentiments"] = frozenset(Sentiment(each) for each in _texts(conditions.get("sentiments")))
    return IntakeRule(id=rule_id, name=name, enabled=enabled, **values)


def conditions_of(rule: IntakeRule) -> dict[str, Any]:
    """Return the stored form of a rule's conditions."""
    stored: dict[str, Any] = {key: sorted(getattr(rule, key)) for key in _SETS}
    stored |= {key: list(getattr(rule, key)) for key in _WORDS}
    stored["sentiments"] = sorted(each.value for each in rule.sentiments)
    stored = {key: value for key, value in stored.items() if value}
    return stored | {key: getattr(rule, key) for key in _PLAIN if getattr(rule, key) is not None}


def _texts(value: Iterable[object] | None) -> list[str]:
    return [str(each) for each in value or ()]


def _setting(connection: Connection, versions: Mapping[str, int], key: str, default: Any) -> Any:  # noqa: ANN401 - any JSON value
    if key not in versions:
        return default
    return connection.execute(select(BusinessSetting.value).where(BusinessSetting.key == key)).scalar_one()
