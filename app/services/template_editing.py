"""Edits the reply templates: what each names, where it fits, and what keeps it from being sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from app.models.domain.changes import Topic
from app.models.domain.people import Actor
from app.models.domain.template_text import unknown_variables
from app.models.domain.vocabulary import AxisKey, Visibility
from app.models.domain.words import clean_text
from app.models.queries.templates import TemplateInfo
from app.models.schema.channels import Channel
from app.models.schema.classification import Axis, Node
from app.models.schema.settings import Template
from app.services.acts import Act, Done
from app.services.database import Database
from app.services.errors import Invalid
from app.services.first_day import original_templates
from app.services.rule_rows import RuleRows

_EDITABLE = frozenset({"name", "shortcut", "visibility", "nature_key", "trait", "channel_id", "text", "is_active"})
_LONGEST_NAME, _LONGEST_TEXT, _LONGEST_SHORTCUT = 80, 10_000, 20


@dataclass(frozen=True, slots=True)
class EditableTemplate:
    """A template with what an editor has to know: ``unknown`` stands in braces and is no variable."""

    info: TemplateInfo
    channel_id: int | None
    is_active: bool
    unknown: tuple[str, ...]
    too_long_for: tuple[str, ...]
    """Names of channels whose limit the text exceeds as it stands (of its own channel, or of all)."""


@dataclass(frozen=True, slots=True)
class TemplateChoices:
    """What a template can be tied to: channels by id and natures by key, each with its name."""

    channels: tuple[tuple[int, str], ...]
    natures: tuple[tuple[str, str], ...]


class TemplateEditing:
    """Adds, changes, retires and brings back templates."""

    def __init__(self, *, database: Database) -> None:
        self._database = database
        self.rows = RuleRows(
            database=database,
            table=Template,
            section="templates",
            noun="template",
            topics=[Topic.TEMPLATES],
            check=_check,
        )

    def all(self) -> tuple[EditableTemplate, ...]:
        """Return every template, those in use first, then by name."""
        with self._database.read() as connection:
            rows = connection.execute(select(Template.__table__)).all()
            limits = connection.execute(
                select(Channel.id, Channel.name, Channel.reply_limit).where(Channel.reply_limit.is_not(None))
            ).all()
        found = [
            EditableTemplate(
                info=TemplateInfo(*(getattr(row, name) for name in TemplateInfo.__slots__)),
                channel_id=row.channel_id,
                is_active=row.is_active,
                unknown=unknown_variables(row.text),
                too_long_for=tuple(
                    each.name
                    for each in limits
                    if row.channel_id in {None, each.id} and len(row.text) > each.reply_limit
                ),
            )
            for row in rows
        ]
        return tuple(sorted(found, key=lambda each: (not each.is_active, each.info.name.casefold(), each.info.id)))

    def choices(self) -> TemplateChoices:
        """Return the channels and natures that a template can be tied to."""
        natures = (
            select(Node.key, Node.name)
            .join(Axis, Axis.id == Node.axis_id)
            .where(Axis.key == AxisKey.NATURE.value, Node.retired_at.is_(None), Node.merged_into_id.is_(None))
            .order_by(Node.position, Node.id)
        )
        channels = select(Channel.id, Channel.name).where(Channel.is_active).order_by(Channel.position, Channel.id)
        with self._database.read() as connection:
            return TemplateChoices(
                tuple((row.id, row.name) for row in connection.execute(channels)),
                tuple((row.key, row.name) for row in connection.execute(natures)),
            )

    def add(self, actor: Actor, name: str, text: str, **values: Any) -> Done[int]:  # noqa: ANN401 - columns by name
        """Add a template and return its id.

        Raises:
            Refused: ``not_allowed``. Invalid: ``template_without_name``, ``template_without_text``,
                ``template_too_long`` (limit), ``template_name_taken`` (name), ``shortcut_taken`` (shortcut, name).
        """
        return self.rows.add(actor, _tidy({"name": name, "text": text, **values}))

    def change(self, actor: Actor, template_id: int, *, expected_version: int, **values: Any) -> Done[int]:  # noqa: ANN401 - columns by name
        """Change a template and return its new version. Raises as ``add``, and Conflict ``template_changed``."""
        return self.rows.change(actor, template_id, _tidy(values), expected_version=expected_version)


class TemplateSection:
    """The templates as a section of the rule set, matched by name."""

    key = "templates"

    def __init__(self, *, editing: TemplateEditing) -> None:
        self._rows = editing.rows

    def export(self, connection: Connection) -> Any:  # noqa: ANN401 - any JSON value
        """Return the templates in use."""
        channels = {row.id: row.key for row in connection.execute(select(Channel.id, Channel.key))}
        rows = connection.execute(select(Template.__table__).where(Template.is_active).order_by(Template.name))
        return [
            {
                "name": row.name,
                "shortcut": row.shortcut,
                "visibility": row.visibility.value if row.visibility else None,
                "nature": row.nature_key,
                "trait": row.trait,
                "channel": channels.get(row.channel_id),
                "text": row.text,
            }
            for row in rows
        ]

    def check(self, data: Any) -> None:  # noqa: ANN401 - any JSON value
        """Raise when the form is not that one."""
        rows = [_row(each, {}) for each in data]
        for names in ([row["name"] for row in rows], [row["shortcut"] for row in rows if row["shortcut"]]):
            if len({name.casefold() for name in names}) != len(names):
                raise ValueError("names")
        if any(len(row["shortcut"] or "") > _LONGEST_SHORTCUT for row in rows):
            raise Invalid("template_too_long", limit=_LONGEST_SHORTCUT)

    def replace(self, act: Act, data: Any) -> None:  # noqa: ANN401 - any JSON value
        """Make the templates in use those given."""
        channels = {row.key: row.id for row in act.connection.execute(select(Channel.id, Channel.key))}
        self._rows.replace(act, [_row(each, channels) for each in data], by="name")

    def original(self) -> Any:  # noqa: ANN401 - any JSON value
        """Return the first day's templates."""
        return [{"channel": None, **row} for row in sorted(original_templates(), key=lambda row: str(row["name"]))]


def _row(given: Mapping[str, Any], channels: Mapping[str, int]) -> dict[str, Any]:
    return _tidy(
        {
            "name": given["name"],
            "shortcut": given.get("shortcut"),
            "visibility": Visibility(given["visibility"]) if given.get("visibility") else None,
            "nature_key": given.get("nature"),
            "trait": given.get("trait"),
            "channel_id": channels.get(given.get("channel") or ""),
            "text": given["text"],
        }
    )


def _tidy(values: Mapping[str, Any]) -> dict[str, Any]:
    if not values.keys() <= _EDITABLE:
        raise ValueError("not an editable column")
    tidy = dict(values)
    if "name" in tidy:
        tidy["name"] = " ".join(clean_text(tidy["name"]).split())
        if not tidy["name"]:
            raise Invalid("template_without_name")
        if len(tidy["name"]) > _LONGEST_NAME:
            raise Invalid("template_too_long", limit=_LONGEST_NAME)
    if "text" in tidy:
        tidy["text"] = clean_text(tidy["text"]).strip()
        if not tidy["text"]:
            raise Invalid("template_without_text")
        if len(tidy["text"]) > _LONGEST_TEXT:
            raise Invalid("template_too_long", limit=_LONGEST_TEXT)
    for name in ("shortcut", "nature_key", "trait"):
        if name in tidy:
            tidy[name] = (clean_text(tidy[name] or "").strip() or None) if tidy[name] is not None else None
    return tidy


def _check(act: Act, row_id: int | None, values: Mapping[str, Any]) -> None:
    if not values.get("is_active", True):
        return
    others = act.connection.execute(
        select(Template.name, Template.shortcut).where(Template.is_active, Template.id != (row_id or 0))
    ).all()
    if any(each.name.casefold() == values["name"].casefold() for each in others):
        raise Invalid("template_name_taken", name=values["name"])
    shortcut = values.get("shortcut")
    if shortcut is None:
        return
    if len(shortcut) > _LONGEST_SHORTCUT:
        raise Invalid("template_too_long", limit=_LONGEST_SHORTCUT)
    taken = next((each.name for each in others if (each.shortcut or "").casefold() == shortcut.casefold()), None)
    if taken is not None:
        raise Invalid("shortcut_taken", shortcut=shortcut, name=taken)
