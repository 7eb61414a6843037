"""The practice that the supervisor sets: what to do in which situation, themes, approval, policy, and the persona."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from app.models.domain.action import ADVICE_ACTIONS, ActionTable, BrandVoice
from app.models.domain.approval import ApprovalRule
from app.models.domain.brand import Brand
from app.models.domain.company import CompanyContacts, ContactError
from app.models.domain.people import Actor
from app.models.domain.service_policy import ServicePolicy
from app.models.domain.text_lexicon import Theme
from app.models.domain.vocabulary import AxisKey
from app.models.schema.classification import Axis, Node
from app.services.acts import Done
from app.services.case_reader import BRAND_SETTING, POLICY_SETTING, SITUATIONS_SETTING
from app.services.database import Database
from app.services.errors import Conflict, Invalid
from app.services.reply_guard import COMPANY_SETTING
from app.services.rule_set import SettingSection
from app.services.setting_keys import APPROVAL_SETTING
from app.services.settings_book import SettingsBook, SettingValue, read_setting

THEME_POLICIES = ("one_reply", "do_not_answer")
_SECTIONS = {
    SITUATIONS_SETTING: "situations",
    APPROVAL_SETTING: "situations",
    POLICY_SETTING: "policy",
    BRAND_SETTING: "persona",
}
_OWN = {COMPANY_SETTING: "company"}  # what is this company's alone does not travel with the rule set
_NAMES = _SECTIONS | _OWN


@dataclass(frozen=True, slots=True)
class Practice:
    """All settings of the practice as stored, each with its version, and the names that they speak of.

    ``natures`` and ``subjects`` are (key, name) in the tree's order; a subject's name is its whole path.
    """

    situations: SettingValue
    approval: SettingValue
    policy: SettingValue
    brand: SettingValue
    company: SettingValue
    natures: tuple[tuple[str, str], ...]
    subjects: tuple[tuple[str, str], ...]

    @property
    def persona(self) -> Brand:
        """The brand persona, read."""
        return Brand.from_mapping(self.brand.value)


class PracticeService:
    """Reads and changes the settings of the practice, each checked before it is written."""

    def __init__(self, *, database: Database) -> None:
        self._database = database
        self._book = SettingsBook(database=database)

    def read(self) -> Practice:
        """Return the whole practice."""
        with self._database.read() as connection:
            found = {key: read_setting(connection, key) for key in _NAMES}
            return Practice(
                situations=found[SITUATIONS_SETTING],
                approval=found[APPROVAL_SETTING],
                policy=found[POLICY_SETTING],
                brand=found[BRAND_SETTING],
                company=found[COMPANY_SETTING],
                natures=_nodes(connection, AxisKey.NATURE),
                subjects=_nodes(connection, AxisKey.SUBJECT),
            )

    def traits(self) -> list[str]:
        """Return the names of the persona's traits."""
        return [trait.name for trait in Brand.from_mapping(self._book.read(BRAND_SETTING).value).traits]

    def edit(
        self,
        actor: Actor,
        key: str,
        change: Callable[[dict[str, Any]], Mapping[str, Any]],
        *,
        seen: tuple[Callable[[dict[str, Any]], Any], Any] | None = None,
    ) -> Done[SettingValue]:
        """Replace one setting of the practice by what ``change`` makes of it.

        ``seen`` is (part, value): the edit goes through only while that part of the setting still says what the
        person had on the screen.

        Raises:
            Invalid: ``practice_unusable`` (section), ``contact_unusable`` (line).
            Refused: ``not_allowed``. Conflict: ``setting_changed``.
        """

        def once(present: dict[str, Any]) -> dict[str, Any]:
            if seen is not None and seen[0](present) != seen[1]:
                raise Conflict("setting_changed", key=key)
            value = dict(change(dict(present)))
            try:
                CHECKS[key](value)
            except ContactError as error:
                raise Invalid("contact_unusable", line=error.line) from error
            except (KeyError, TypeError, ValueError) as error:
                raise Invalid("practice_unusable", section=_NAMES[key]) from error
            return value

        return self._book.edit(actor, key, once, section=_NAMES[key])


def check_situations(data: Any) -> None:  # noqa: ANN401 - any JSON value
    """Raise KeyError, TypeError or ValueError when the table of situations cannot be used."""
    if not {advice.action for advice in ActionTable.from_mapping(data).advice.values()} <= ADVICE_ACTIONS:
        raise ValueError("action")
    for theme in Theme.many(data):
        if theme.policy not in THEME_POLICIES or not theme.key or not theme.name:
            raise ValueError("themes")


def _check_brand(data: Any) -> None:  # noqa: ANN401 - any JSON value
    brand = Brand.from_mapping(data)
    BrandVoice.from_mapping(data)
    # Asked here and not at every reading: a sentence that was stored without its trait must not close the case screen.
    if not {sample.trait for sample in brand.samples} <= {trait.key for trait in brand.traits}:
        raise ValueError("samples")


CHECKS: Mapping[str, Callable[[Any], object]] = {
    SITUATIONS_SETTING: check_situations,
    APPROVAL_SETTING: ApprovalRule.from_mapping,
    POLICY_SETTING: ServicePolicy.from_mapping,
    BRAND_SETTING: _check_brand,
    COMPANY_SETTING: CompanyContacts.from_mapping,
}


def practice_sections() -> list[SettingSection]:
    """Return the sections of the rule set that this part makes."""
    keys = dict.fromkeys(_SECTIONS.values())
    return [
        SettingSection(section, {key: CHECKS[key] for key, its in _SECTIONS.items() if its == section})
        for section in keys
    ]


def _nodes(connection: Connection, axis: AxisKey) -> tuple[tuple[str, str], ...]:
    rows = connection.execute(
        select(Node.id, Node.parent_id, Node.key, Node.name)
        .join(Axis, Axis.id == Node.axis_id)
        .where(Axis.key == axis.value, Node.retired_at.is_(None), Node.merged_into_id.is_(None))
        .order_by(Node.position, Node.id)
    ).all()
    below: dict[int | None, list[Any]] = {}
    for row in rows:
        below.setdefault(row.parent_id, []).append(row)

    def walk(parent: int | None, path: str) -> list[tuple[str, str]]:
        found = []
        for row in below.get(parent, ()):
            name = f"{path} › {row.name}" if path else row.name
            found += [(row.key, name), *walk(row.id, name)]
        return found

    return tuple(walk(None, ""))
