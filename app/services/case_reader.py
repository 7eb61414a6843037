"""Reads the case screen in one call, with what it needs besides the case kept at hand between calls."""

from __future__ import annotations

import json
import threading
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Text, cast, select

from app.models.domain import protocol
from app.models.domain.action import ActionTable, BrandVoice
from app.models.domain.brand import Brand
from app.models.domain.case_detail import CaseDetail, NextStepInfo
from app.models.domain.changes import Changes, Topic
from app.models.domain.classification_tree import Trees
from app.models.domain.routing import Routes
from app.models.domain.service_policy import ServicePolicy
from app.models.domain.text_lexicon import Lexicon
from app.models.domain.text_reading import read_text
from app.models.domain.vocabulary import AxisKey
from app.models.queries.case_advice import AdviceContext
from app.models.queries.case_detail import DetailContext, case_detail, earlier_entries, next_step_line
from app.models.queries.case_duties import DutyWords
from app.models.queries.case_facts import case_nodes, node_keys, survivor_case
from app.models.queries.case_timeline import TimelinePage
from app.models.queries.classification import trees
from app.models.queries.routing import ROUTES_SETTING, readable_routes
from app.models.queries.rows import AnyRow
from app.models.schema.mentions import Mention
from app.models.schema.settings import BusinessSetting
from app.services.case_clock import STANDING_STATES, CaseClock, silence_due
from app.services.database import Database
from app.services.duty_book import legal_book
from app.services.errors import Invalid
from app.services.lexicons import lexicon_of
from app.services.mention_book import DEFAULT_ZONE, ZONE_SETTING
from app.services.reply_book import UNDO_SEND_SETTING, undo_time
from app.services.settings_book import read_setting

SITUATIONS_SETTING = "situations"
ONE_REPLY_SETTING = "one_reply_nodes"
BRAND_SETTING = "brand"
POLICY_SETTING = "policy"
_READ_SETTINGS = (ZONE_SETTING, ONE_REPLY_SETTING, SITUATIONS_SETTING, ROUTES_SETTING, UNDO_SEND_SETTING)
_REQUIRED = frozenset({AxisKey.NATURE.value, AxisKey.SUBJECT.value})


# Built once: every case screen asks for them, and building costs more than asking.
_STORED = select(BusinessSetting.key, cast(BusinessSetting.value, Text)).where(BusinessSetting.key.in_(_READ_SETTINGS))


@dataclass(frozen=True, slots=True)
class _Agreed:
    """What the business has agreed on that the case screen needs at every opening."""

    zone: ZoneInfo
    one_reply_nodes: frozenset[str]
    lexicon: Lexicon
    routes: Routes
    undo_send: timedelta

    @classmethod
    def of(cls, settings: Mapping[str, object]) -> _Agreed:
        """Return it from stored settings; what is missing or cannot be read is as on the first day."""
        zone, one_reply = settings.get(ZONE_SETTING), settings.get(ONE_REPLY_SETTING)
        return cls(
            zone=ZoneInfo(zone if isinstance(zone, str) else DEFAULT_ZONE),
            one_reply_nodes=frozenset(map(str, one_reply)) if isinstance(one_reply, list) else frozenset(),
            lexicon=lexicon_of(settings.get(SITUATIONS_SETTING)),
            routes=readable_routes(settings.get(ROUTES_SETTING)),
            undo_send=undo_time(settings.get(UNDO_SEND_SETTING)),
        )

    def takes_one_reply(self, carried: Mapping[str, Collection[str]], text: str | None) -> bool:
        """Tell whether one simple reply is all: by a node carried (keys by axis key), or by the text's theme."""
        if any(f"{axis}/{key}" in self.one_reply_nodes for axis, found in carried.items() for key in found):
            return True
        return text is not None and read_text(text, self.lexicon).is_off_topic


class TreeShelf:
    """Keeps the trees and the table of advice in memory until somebody edits them, here or elsewhere.

    Bootstrap hands every ``Changes`` (own and colleagues') to ``forget_if``.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._trees: Trees | None = None
        self._advice: AdviceContext | None = None
        self._forgotten = 0

    def trees(self, connection: Connection) -> Trees:
        """Return all axes and nodes."""
        with self._lock:
            kept, asked = self._trees, self._forgotten
        if kept is None:
            kept = trees(connection)
            with self._lock:
                # What was read before an edit must not be kept after it.
                self._trees = kept if asked == self._forgotten else None
        return kept

    def advice(self, connection: Connection) -> AdviceContext:
        """Return the team's table of actions, persona and themes; the first day's where a setting is missing."""
        with self._lock:
            kept, asked = self._advice, self._forgotten
        if kept is None:
            kept = _advice(connection)
            with self._lock:
                self._advice = kept if asked == self._forgotten else None
        return kept

    def forget_if(self, changes: Changes) -> None:
        """Read again after an edit of the tree or the settings."""
        if {Topic.TREE, Topic.SETTINGS} & changes.topics:
            self.forget()

    def forget(self) -> None:
        """Read again at the next call."""
        with self._lock:
            self._trees = self._advice = None
            self._forgotten += 1


class CaseReader:
    """The one call behind the case screen."""

    def __init__(self, *, database: Database, shelf: TreeShelf, clock: CaseClock) -> None:
        self._database = database
        self._shelf = shelf
        self._clock = clock
        self._kept: tuple[list[Any], _Agreed] | None = None

    def detail(self, case_id: int, person_id: int) -> CaseDetail:
        """Return everything that the case screen draws for a person.

        Raises:
            Invalid: ``case_missing``.
        """
        with self._database.read() as connection:
            found = case_detail(connection, case_id, self._context(connection, person_id))
        if found is None:
            raise Invalid("case_missing")
        return found

    def next_steps(self, case_ids: Collection[int]) -> dict[int, NextStepInfo]:
        """Return what is due on some cases, by their ids; a handful, for each is read by itself."""
        with self._database.read() as connection:
            context = self._context(connection, 0)
            found = {each: next_step_line(connection, each, context) for each in case_ids}
        return {case_id: step for case_id, step in found.items() if step is not None}

    def earlier(self, case_id: int, cursor: int, person_id: int) -> TimelinePage:
        """Return the timeline page before ``cursor``."""
        with self._database.read() as connection:
            is_open = self._clock.calendars(connection).is_open
            return earlier_entries(connection, case_id, cursor, person_id=person_id, is_open=is_open)

    def find_by_protocol(self, text: str) -> int | None:
        """Return the case of a whole protocol as typed; a merged one's protocol leads to the survivor."""
        wanted = protocol.parse(text)
        if wanted is None:
            return None
        with self._database.read() as connection:
            return survivor_case(connection, wanted)

    def _context(self, connection: Connection, person_id: int) -> DetailContext:
        agreed, calendars = self._agreed(connection), self._clock.calendars(connection)
        trees = self._shelf.trees(connection)

        def warn_at(row: AnyRow, nodes: Collection[int]) -> datetime:
            return self._clock.warn_at(connection, row._asdict(), trees.above_all(nodes), calendars)

        def silence_due_at(row: AnyRow) -> datetime | None:
            return None if row.state in STANDING_STATES else silence_due(calendars, row._asdict())

        def duty_words() -> DutyWords:
            book = legal_book(connection)
            return DutyWords(book.names, book.answer_kinds)

        return DetailContext(
            trees=trees,
            advice=self._shelf.advice(connection),
            required_axes=_REQUIRED,
            person_id=person_id,
            now=self._database.clock.now(),
            zone=agreed.zone,
            warn_at=warn_at,
            duty_words=duty_words,
            silence_due_at=silence_due_at,
            is_open=calendars.is_open,
            takes_one_reply=agreed.takes_one_reply,
            routes=agreed.routes,
            undo_send=agreed.undo_send,
        )

    def _agreed(self, connection: Connection) -> _Agreed:
        """Return what the settings say now; they are read each time, and taken apart only after an edit."""
        stored = sorted(tuple(row) for row in connection.execute(_STORED))
        kept = self._kept
        if kept is None or kept[0] != stored:
            kept = self._kept = (stored, _Agreed.of({key: json.loads(value) for key, value in stored}))
        return kept[1]


def takes_one_reply(connection: Connection, case_id: int) -> bool:
    """Tell whether the case gets one simple reply and no rejoinder: by a node it carries, or by its theme."""
    carried = node_keys(connection, case_nodes(connection, case_id).values())
    text = connection.execute(
        select(Mention.text).where(Mention.case_id == case_id).order_by(Mention.id.desc()).limit(1)
    ).scalar_one_or_none()
    settings = {key: json.loads(value) for key, value in connection.execute(_STORED)}
    return _Agreed.of(settings).takes_one_reply(carried, text)


def _advice(connection: Connection) -> AdviceContext:
    situations, brand = (read_setting(connection, key).value for key in (SITUATIONS_SETTING, BRAND_SETTING))
    persona = Brand.from_mapping(brand) if isinstance(brand, Mapping) else None
    lexicon, policy = lexicon_of(situations), read_setting(connection, POLICY_SETTING).value
    return AdviceContext(
        table=ActionTable.from_mapping(situations) if isinstance(situations, Mapping) else ActionTable({}, {}),
        voice=BrandVoice.from_mapping(brand) if isinstance(brand, Mapping) else BrandVoice({}, {}),
        samples=persona.samples if persona is not None else (),
        policy=ServicePolicy.from_mapping(policy if isinstance(policy, Mapping) else {}),
        read=lambda text: read_text(text, lexicon),
    )
