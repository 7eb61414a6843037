"""A company's whole practice as one file to hand to another, and each section's way back to the documents' original."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy import Connection, func, select

from app.models.domain.changes import Topic
from app.models.domain.people import Actor, Right
from app.models.domain.rule_difference import Difference, difference, told_change
from app.models.schema.people import Person
from app.models.schema.rules import RuleChange
from app.services.acts import Act, Done, Undo
from app.services.database import Database
from app.services.errors import Conflict, Invalid
from app.services.first_day import original_setting
from app.services.rights import require
from app.services.settings_book import read_setting, record_change, write_setting

FORMAT = "balcao.rules"
VERSION = 1
MOST_CHARACTERS = 20_000_000
TAKEN_IN, RESTORED = "taken_in", "restored"
Json = Any
Check = Callable[[Json], object]
Links = Callable[[Connection, Mapping[str, Json]], None]


class RuleSection(Protocol):
    """One section of the rules. Its JSON form names rows by stable keys and holds no ids, persons or secrets."""

    @property
    def key(self) -> str:
        """The section's key, as in ``rule_change.section``."""
        ...

    def export(self, connection: Connection) -> Json:
        """Return the section as it stands."""
        ...

    def check(self, data: Json) -> None:
        """Raise UserError, KeyError, TypeError or ValueError when the form cannot be taken in."""
        ...

    def replace(self, act: Act, data: Json) -> None:
        """Make the section say ``data``; what is in use and not in it is retired, never deleted."""
        ...

    def original(self) -> Json:
        """Return the first day's form."""
        ...


class SettingSection:
    """A section that consists of JSON settings."""

    def __init__(self, key: str, settings: Mapping[str, Check], *, topics: Iterable[Topic] = ()) -> None:
        self._key = key
        self._settings = dict(settings)
        self._topics = tuple(topics)

    @property
    def key(self) -> str:
        """The section's key."""
        return self._key

    def export(self, connection: Connection) -> Json:
        """Return the settings by key."""
        return {name: read_setting(connection, name).value for name in self._settings}

    def check(self, data: Json) -> None:
        """Let each setting's own check read it."""
        if not isinstance(data, Mapping) or not data.keys() <= self._settings.keys():
            raise ValueError(self._key)
        for name, value in data.items():
            self._settings[name](value)

    def replace(self, act: Act, data: Json) -> None:
        """Write the settings that differ."""
        for name, value in data.items():
            present = read_setting(act.connection, name)
            if present.value != value:
                write_setting(act, name, value, expected_version=present.version)
        act.touch(topics=self._topics)

    def original(self) -> Json:
        """Return the settings of the first day."""
        return {name: original_setting(name) for name in self._settings}


@dataclass(frozen=True, slots=True)
class ChangeNote:
    """One edit of a rule; ``who`` None is the program itself."""

    id: int
    section: str
    what: str
    who: str | None
    at: datetime
    before: Json
    after: Json


class RuleSet:
    """Exports, previews, takes in and restores the sections of the rules, and tells what was changed by whom."""

    def __init__(self, *, database: Database, sections: Iterable[RuleSection], links: Links | None = None) -> None:
        """``links`` refuses what the sections of a file name and is nowhere, each section being checked already."""
        self._database = database
        self._links = links
        self._sections = {section.key: section for section in sections}

    def sections(self) -> tuple[str, ...]:
        """Return the keys of all sections in their order."""
        return tuple(self._sections)

    def export(self, keys: Iterable[str] | None = None) -> str:
        """Return the rule set (or some sections of it) as the text of a JSON file."""
        wanted = self.sections() if keys is None else tuple(keys)
        with self._database.read() as connection:
            found = {key: self._sections[key].export(connection) for key in wanted}
        return json.dumps({"format": FORMAT, "version": VERSION, "sections": found}, ensure_ascii=False, indent=1)

    def preview(self, text: str) -> tuple[Difference, ...]:
        """Return what the file would change, section by section.

        Raises:
            Invalid: ``rule_set_unreadable`` (section), ``rule_set_newer``, ``rule_set_too_large``.
        """
        data = self._read(text)
        with self._database.read() as connection:
            self._check_links(connection, data)
            return tuple(difference(key, self._sections[key].export(connection), value) for key, value in data.items())

    def take_in(self, actor: Actor, text: str, keys: Iterable[str] | None = None) -> Done[tuple[str, ...]]:
        """Make the sections (all of the file's when None) say what the file says, in one act with one undo.

        Raises:
            Refused: ``not_allowed``. Invalid: as ``preview``.
        """
        data = self._read(text)
        wanted = data if keys is None else {key: data[key] for key in keys if key in data}
        return self._replace(actor, wanted, TAKEN_IN)

    def restore(self, actor: Actor, key: str) -> Done[tuple[str, ...]]:
        """Put a section back to the documents' original. Raises Refused ``not_allowed``."""
        return self._replace(actor, {key: self._sections[key].original()}, RESTORED)

    def last_change(self, section: str) -> ChangeNote | None:
        """Return the newest edit of a section."""
        return next(iter(self.changes(section, limit=1)), None)

    def changes(
        self, section: str | None = None, *, before_id: int | None = None, limit: int = 50
    ) -> tuple[ChangeNote, ...]:
        """Return edits, the newest first, of one section or all; the page after the one that ended at ``before_id``."""
        statement = (
            select(*RuleChange.__table__.c, Person.name)
            .outerjoin(Person, Person.id == RuleChange.actor_id)
            .order_by(RuleChange.id.desc())
            .limit(limit)
        )
        if section is not None:
            statement = statement.where(RuleChange.section == section)
        if before_id is not None:
            statement = statement.where(RuleChange.id < before_id)
        with self._database.read() as connection:
            return tuple(
                ChangeNote(row.id, row.section, row.what, row.name, row.changed_at, row.before, row.after)
                for row in connection.execute(statement)
            )

    def _read(self, text: str) -> dict[str, Json]:
        if len(text) > MOST_CHARACTERS:
            raise Invalid("rule_set_too_large", limit=MOST_CHARACTERS)
        try:
            data = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise Invalid("rule_set_unreadable", section="") from error
        if not isinstance(data, dict) or data.get("format") != FORMAT or not isinstance(data.get("sections"), dict):
            raise Invalid("rule_set_unreadable", section="")
        if not isinstance(data.get("version"), int) or data["version"] > VERSION:
            raise Invalid("rule_set_newer", version=data.get("version"), known=VERSION)
        unknown = data["sections"].keys() - self._sections.keys()
        if unknown:
            raise Invalid("rule_set_newer", version=min(unknown), known=VERSION)
        for key, value in data["sections"].items():
            self._check(key, value)
        # In the order in which the sections build on each other: the tree before what names its nodes.
        return {key: data["sections"][key] for key in self._sections if key in data["sections"]}

    def _check(self, key: str, value: Json) -> None:
        try:
            self._sections[key].check(value)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise Invalid("rule_set_unreadable", section=key) from error

    def _check_links(self, connection: Connection, data: Mapping[str, Json]) -> None:
        if self._links is not None:
            self._links(connection, data)

    def _replace(self, actor: Actor, data: Mapping[str, Json], what: str) -> Done[tuple[str, ...]]:
        require(actor, Right.EDIT_SETTINGS)

        def once(act: Act) -> tuple[tuple[str, ...], dict[str, Json], int]:
            if what == TAKEN_IN:
                self._check_links(act.connection, data)
            return self._put(act, data, what)

        (changed, before, mark), changes = self._database.act(once, actor=actor)

        def revert() -> Done[tuple[str, ...]]:
            def back(act: Act) -> tuple[str, ...]:
                if _newest(act.connection, changed) != mark:
                    raise Conflict("rules_changed_since")
                return self._put(act, before, "undo")[0]

            return Done(*self._database.act(back, actor=actor))

        return Done(changed, changes, Undo(what, len(changed), revert) if changed else None)

    def _put(self, act: Act, data: Mapping[str, Json], what: str) -> tuple[tuple[str, ...], dict[str, Json], int]:
        before: dict[str, Json] = {}
        for key, value in data.items():
            section = self._sections[key]
            present = section.export(act.connection)
            if present == value:
                continue
            section.replace(act, value)
            # Read back: a file may name some settings of a section only, and words are tidied on their way in.
            told = told_change(present, section.export(act.connection))
            before[key] = present
            record_change(act, key, what, *told)
        changed = tuple(before)
        return changed, before, _newest(act.connection, changed)


def _newest(connection: Connection, sections: Iterable[str]) -> int:
    wanted = sorted(sections)
    return connection.execute(select(func.max(RuleChange.id)).where(RuleChange.section.in_(wanted))).scalar_one() or 0
