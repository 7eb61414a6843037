"""Edits what the business has agreed on: each change with its version, its record and its way back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from app.models.domain.changes import Topic
from app.models.domain.people import Actor, Right
from app.models.schema.rules import RuleChange
from app.models.schema.settings import BusinessSetting
from app.services.acts import Act, Done, Undo
from app.services.database import Database
from app.services.errors import Conflict
from app.services.first_day import original_setting
from app.services.rights import require

SETTING_VERB = "setting"
# Built once: every act of a person or of the intake asks, and building costs more than asking.
_SETTING = select(BusinessSetting.value, BusinessSetting.version).where(BusinessSetting.key == bindparam("key"))


@dataclass(frozen=True, slots=True)
class SettingValue:
    """A setting as stored (a JSON value) with its version; version 0 is the original, stored by nobody yet."""

    key: str
    value: Any
    version: int


class SettingsBook:
    """Reads and changes the JSON settings of the business."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def read(self, key: str) -> SettingValue:
        """Return a setting; one that nobody has stored is the original of the first day (None without one)."""
        with self._database.read() as connection:
            return read_setting(connection, key)

    def change(
        self,
        actor: Actor,
        key: str,
        value: Any,  # noqa: ANN401 - any JSON value
        *,
        expected_version: int,
        section: str,
        topics: Iterable[Topic] = (),
        right: Right = Right.EDIT_SETTINGS,
    ) -> Done[SettingValue]:
        """Replace a setting; the caller has checked the value. Undo puts the earlier value back.

        Raises:
            Refused: ``not_allowed``. Conflict: ``setting_changed`` (key) when ``expected_version`` is stale.
        """
        return self.edit(
            actor,
            key,
            lambda _present: value,
            expected_version=expected_version,
            section=section,
            topics=topics,
            right=right,
        )

    def edit(
        self,
        actor: Actor,
        key: str,
        change: Callable[[Any], Any],
        *,
        section: str,
        expected_version: int | None = None,
        topics: Iterable[Topic] = (),
        right: Right = Right.EDIT_SETTINGS,
    ) -> Done[SettingValue]:
        """Replace a setting by what ``change`` makes of its present value; of two edits at once none is lost.

        Undo puts the earlier value back while the setting still says what this edit wrote.

        Raises:
            Refused: ``not_allowed``. Conflict: ``setting_changed`` (key) when ``expected_version`` is stale, and
            whatever ``change`` raises.
        """
        require(actor, right)
        more = tuple(topics)

        def work(act: Act) -> tuple[SettingValue, SettingValue]:
            before = read_setting(act.connection, key)
            value = change(before.value)
            version = before.version if expected_version is None else expected_version
            after = write_setting(act, key, value, expected_version=version)
            record_change(act, section, f"{SETTING_VERB}:{key}", before.value, value, *more)
            return before, after

        (before, after), changes = self._database.act(work, actor=actor)

        def back(present: Any) -> Any:  # noqa: ANN401 - any JSON value
            if present != after.value:
                raise Conflict("setting_changed", key=key)
            return before.value

        def revert() -> Done[SettingValue]:
            return self.edit(actor, key, back, section=section, topics=more, right=right)

        return Done(after, changes, Undo("change_setting", 1, revert))


def read_setting(connection: Connection, key: str) -> SettingValue:
    """Return a setting inside a transaction, as ``SettingsBook.read``."""
    row = connection.execute(_SETTING, {"key": key}).one_or_none()
    if row is None:
        return SettingValue(key, original_setting(key), 0)
    return SettingValue(key, row.value, row.version)


def write_setting(act: Act, key: str, value: Any, *, expected_version: int) -> SettingValue:  # noqa: ANN401 - any JSON value
    """Write a setting inside an act; the record of the change is the caller's.

    Raises:
        Conflict: ``setting_changed`` (key).
    """
    connection = act.connection
    if value is None:
        # Nothing was stored before: so it is again.
        gone = delete(BusinessSetting).where(BusinessSetting.key == key, BusinessSetting.version == expected_version)
        written = connection.execute(gone).rowcount == 1
    elif expected_version == 0:
        module = postgresql if connection.dialect.name == "postgresql" else sqlite
        adding = module.insert(BusinessSetting).values(key=key, value=value, version=1).on_conflict_do_nothing()
        written = connection.execute(adding.returning(BusinessSetting.key)).first() is not None
    else:
        changing = (
            update(BusinessSetting)
            .where(BusinessSetting.key == key, BusinessSetting.version == expected_version)
            .values(value=value, version=expected_version + 1)
        )
        written = connection.execute(changing).rowcount == 1
    if not written:
        raise Conflict("setting_changed", key=key)
    return SettingValue(key, value, expected_version + 1)


def record_change(act: Act, section: str, what: str, before: Any, after: Any, *topics: Topic) -> None:  # noqa: ANN401 - any JSON value
    """Write down an edit of a rule: who, when, in which section, what, from and to; every editor of rules calls it.

    ``before`` and ``after`` are JSON values (None = was not there, is no more) without personal data of customers.
    """
    act.connection.execute(
        insert(RuleChange).values(
            section=section,
            what=what,
            actor_id=act.actor.person_id,
            changed_at=act.at,
            before=_plain(before),
            after=_plain(after),
        )
    )
    act.record(None, "rule_changed", {"section": section, "what": what})
    act.touch(topics=[Topic.SETTINGS, *topics])


def _plain(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    # Dates and the like become text here, where both engines then store the same.
    return None if value is None else json.loads(json.dumps(value, ensure_ascii=False, default=str))
