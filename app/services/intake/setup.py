"""What intake needs to know of the business: channels, crisis matrix, rules; compiled when they change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import (
    CompoundSelect,
    Connection,
    Integer,
    Text,
    cast,
    exists,
    func,
    literal_column,
    or_,
    select,
    union_all,
)

from app.models.domain.crisis import CrisisMatrix
from app.models.domain.intake_rule import IntakeRule, IntakeRules
from app.models.domain.own_names import OwnNames
from app.models.domain.vocabulary import AxisKey, Sentiment
from app.models.schema.channels import Channel, ChannelAccount
from app.models.schema.classification import Axis, Node
from app.models.schema.history import Erasure
from app.models.schema.intake import IntakeRule as RuleRow
from app.models.schema.settings import BusinessSetting
from app.services.mention_book import ZONE_SETTING, business_zone
from app.services.setting_keys import CRISIS_SETTING

ALERT_DAYS_SETTING = "crisis_alert_days"
ERASURE_KEY_SETTING = "erasure_key"
_DEFAULT_ALERT_DAYS = 3
_WANTED = (CRISIS_SETTING, ALERT_DAYS_SETTING, ERASURE_KEY_SETTING, ZONE_SETTING)
_OTHER = "other"
_KINDS = {"setting": 0, "channel": 1, "rule": 2, "erasures": 3, "node": 4, "account": 5}
_SETTING, _CHANNEL, _RULE, _ERASURES, _NODE, _ACCOUNT = (literal_column(str(kind), Integer) for kind in _KINDS.values())
_SETS = ("channels", "authors", "languages")
_WORDS = ("any_words", "all_words", "no_words")
Stamp = tuple[tuple[int, str, int], ...]
_PLAIN = ("is_private", "is_direct", "min_reach", "max_reach")


@dataclass(frozen=True, slots=True)
class IntakeSetup:
    """One consistent state of what intake looks at. A mention older than ``alert_within`` rings for nobody.

    ``situations`` are the nodes of the situation axis by key; what was merged leads to the node that survived. ``own``
    are the names of the company's own accounts.
    """

    channels: Mapping[str, int]
    matrix: CrisisMatrix
    rules: IntakeRules
    alert_within: timedelta
    erasure_key: bytes
    has_erasures: bool
    zone: ZoneInfo
    situations: Mapping[str, int] = field(default_factory=dict)
    own: OwnNames = field(default_factory=OwnNames)

    def channel_id(self, key: str) -> int:
        """Return the channel's id; a channel that was taken away counts as *other*."""
        return self.channels[key] if key in self.channels else self.channels[_OTHER]


class SetupReader:
    """Asks in each act, with one statement, whether the setup is still the one it has compiled."""

    def __init__(self) -> None:
        self._kept: tuple[Stamp, IntakeSetup] | None = None

    def read(self, connection: Connection) -> IntakeSetup:
        """Return the present setup."""
        stamp: Stamp = tuple((kind, key, n) for kind, key, n in connection.execute(_stamp_statement()))
        kept = self._kept
        if kept is None or kept[0] != stamp:
            kept = self._kept = (stamp, _compiled(connection, stamp))
        return kept[1]


@cache
def _stamp_statement() -> CompoundSelect[int, str, int]:
    """Return (kind, key, version or id) of settings, channels, rules, accounts...: another stamp, another setup."""
    settings = select(_SETTING, BusinessSetting.key, BusinessSetting.version).where(BusinessSetting.key.in_(_WANTED))
    channels = select(_CHANNEL, Channel.key, Channel.id)
    rules = select(_RULE, cast(RuleRow.position, Text) + "/" + cast(RuleRow.id, Text), RuleRow.version)
    erasures = select(_ERASURES, literal_column("''", Text), literal_column("1", Integer)).where(
        exists(select(Erasure.keyed_hash))
    )
    nodes = (
        select(_NODE, Node.key, func.coalesce(Node.merged_into_id, Node.id))
        .join(Axis, Axis.id == Node.axis_id)
        .where(Axis.key == AxisKey.SITUATION.value, or_(Node.retired_at.is_(None), Node.merged_into_id.is_not(None)))
    )
    accounts = select(_ACCOUNT, cast(ChannelAccount.id, Text), ChannelAccount.version)
    return union_all(settings, channels, rules, erasures, nodes, accounts).order_by(
        literal_column("1"), literal_column("2")
    )


def _compiled(connection: Connection, stamp: Stamp) -> IntakeSetup:
    settings = select(BusinessSetting.key, BusinessSetting.value).where(BusinessSetting.key.in_(_WANTED))
    values: dict[str, Any] = {row.key: row.value for row in connection.execute(settings)}
    return IntakeSetup(
        channels={key: row_id for kind, key, row_id in stamp if kind == _KINDS["channel"]},
        matrix=CrisisMatrix.from_mapping(values[CRISIS_SETTING])
        if CRISIS_SETTING in values
        else CrisisMatrix(levels=()),
        rules=IntakeRules(read_rules(connection)),
        alert_within=timedelta(days=int(values.get(ALERT_DAYS_SETTING, _DEFAULT_ALERT_DAYS))),
        erasure_key=bytes.fromhex(values.get(ERASURE_KEY_SETTING, "")),
        has_erasures=any(kind == _KINDS["erasures"] for kind, _key, _n in stamp),
        zone=business_zone(connection),
        situations={key: node_id for kind, key, node_id in stamp if kind == _KINDS["node"]},
        own=read_own_names(connection),
    )


def read_own_names(connection: Connection) -> OwnNames:
    """Return what the company's accounts are called at their networks, those that were given up among them.

    An account that only listens may watch somebody else: what the team calls it says nothing about our own name.
    """
    account = ChannelAccount
    rows = connection.execute(select(account.channel_id, account.name, account.options, account.is_listen_only))
    return OwnNames.of((row.channel_id, "" if row.is_listen_only else row.name, row.options or {}) for row in rows)


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
