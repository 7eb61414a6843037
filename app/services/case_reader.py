"""Reads the case screen in one call, with what it needs besides the case kept at hand between calls."""

from __future__ import annotations

import threading
from collections.abc import Collection, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from app.models.domain import protocol
from app.models.domain.action import ActionTable, BrandVoice
from app.models.domain.brand import Brand
from app.models.domain.case_detail import CaseDetail
from app.models.domain.changes import Changes, Topic
from app.models.domain.classification_tree import Trees
from app.models.domain.service_policy import ServicePolicy
from app.models.domain.text_reading import read_text
from app.models.domain.vocabulary import AxisKey
from app.models.queries.case_advice import AdviceContext
from app.models.queries.case_detail import DetailContext, case_detail, earlier_entries
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
        values, calendars = _settings(connection, _READ_SETTINGS), self._clock.calendars(connection)
        zone = values.get(ZONE_SETTING)

        def warn_at(row: AnyRow, nodes: Collection[int]) -> datetime:
            return self._clock.warn_at(connection, row._asdict(), nodes, calendars)

        def silence_due_at(row: AnyRow) -> datetime | None:
            return None if row.state in STANDING_STATES else silence_due(calendars, row._asdict())

        def one_reply(carried: Mapping[str, Collection[str]], text: str | None) -> bool:
            return _is_one_reply(values, carried, text)

        def duty_words() -> DutyWords:
            book = legal_book(connection)
            return DutyWords(book.names, book.answer_kinds)

        return DetailContext(
            trees=self._shelf.trees(connection),
            advice=self._shelf.advice(connection),
            required_axes=_REQUIRED,
            person_id=person_id,
            now=self._database.clock.now(),
            zone=ZoneInfo(zone if isinstance(zone, str) else DEFAULT_ZONE),
            warn_at=warn_at,
            duty_words=duty_words,
            silence_due_at=silence_due_at,
            is_open=calendars.is_open,
            takes_one_reply=one_reply,
            routes=readable_routes(values.get(ROUTES_SETTING)),
            undo_send=undo_time(values.get(UNDO_SEND_SETTING)),
        )


def takes_one_reply(connection: Connection, case_id: int) -> bool:
    """Tell whether the case gets one simple reply and no rejoinder: by a node it carries, or by its theme."""
    carried = node_keys(connection, case_nodes(connection, case_id).values())
    text = connection.execute(
        select(Mention.text).where(Mention.case_id == case_id).order_by(Mention.id.desc()).limit(1)
    ).scalar_one_or_none()
    return _is_one_reply(_settings(connection, (ONE_REPLY_SETTING, SITUATIONS_SETTING)), carried, text)


def _is_one_reply(values: Mapping[str, object], carried: Mapping[str, Collection[str]], text: str | None) -> bool:
    keys = values.get(ONE_REPLY_SETTING)
    if isinstance(keys, list) and any(f"{axis}/{key}" in keys for axis, found in carried.items() for key in found):
        return True
    return text is not None and read_text(text, lexicon_of(values.get(SITUATIONS_SETTING))).is_off_topic


def _settings(connection: Connection, keys: Collection[str]) -> dict[str, object]:
    """Return several settings in one statement, without those that are not there."""
    statement = select(BusinessSetting.key, BusinessSetting.value).where(BusinessSetting.key.in_(keys))
    return {row.key: row.value for row in connection.execute(statement)}


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
