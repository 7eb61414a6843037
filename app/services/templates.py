"""Offers reply templates that fit a case, filled with what is known of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select, update

from app.models.domain import protocol
from app.models.domain.crisis_room import ApprovedPosition
from app.models.domain.hours_check import week_from_stored
from app.models.domain.hours_notice import hours_notice
from app.models.domain.people import Actor, Right
from app.models.domain.template_text import Variable, fill
from app.models.domain.vocabulary import AxisKey, CaseState, Visibility
from app.models.queries.case_facts import case_nodes, case_row, node_keys
from app.models.queries.hours import calendar_of_channel
from app.models.queries.rows import AnyRow
from app.models.queries.templates import TemplateInfo, templates
from app.models.schema.base import NEVER
from app.models.schema.channels import Channel
from app.models.schema.customers import Customer
from app.models.schema.settings import Template
from app.services.acts import Act, Done
from app.services.database import Database
from app.services.errors import Invalid
from app.services.mention_book import business_zone
from app.services.rights import require
from app.services.setting_keys import COMPANY_NAME_SETTING
from app.services.settings_book import read_setting

POSITION_ID = 0
"""Stands for the approved position of the crisis that a case belongs to, among the templates."""


@dataclass(frozen=True, slots=True)
class FilledTemplate:
    """A template's text for a case; ``missing`` still stands in braces; ``limit`` is the channel's, in characters."""

    template_id: int
    text: str
    missing: tuple[str, ...]
    limit: int | None


class TemplateService:
    """Lists and fills templates; ``position`` gives the approved text that answers on a case of a crisis go by."""

    def __init__(
        self, *, database: Database, position: Callable[[int], ApprovedPosition | None] = lambda _case_id: None
    ) -> None:
        self._database = database
        self._position = position

    def list(
        self, *, visibility: Visibility | None = None, nature_key: str | None = None, limit: int | None = None
    ) -> tuple[TemplateInfo, ...]:
        """Return the templates in use that fit, those for this nature first, then the most used.

        ``limit`` is the channel's: longer templates are left out.
        """
        with self._database.read() as connection:
            return templates(connection, visibility=visibility, nature_key=nature_key, longest=limit)

    def for_case(self, case_id: int, visibility: Visibility) -> tuple[TemplateInfo, ...]:
        """Return the templates that fit a case's channel and nature; in a crisis its position (id 0) comes first."""
        position = self._position(case_id)
        with self._database.read() as connection:
            row = _case(connection, case_id)
            natures = node_keys(connection, case_nodes(connection, case_id).values()).get(AxisKey.NATURE.value, [])
            longest = connection.execute(select(Channel.reply_limit).where(Channel.id == row.channel_id)).scalar_one()
            found = templates(
                connection,
                visibility=visibility,
                nature_key=natures[0] if natures else None,
                longest=longest,
                channel_id=row.channel_id,
            )
        return found if position is None else (_of_position(position), *found)

    def fill(self, actor: Actor, template_id: int, case_id: int) -> FilledTemplate:
        """Return a template's text with the case's values put in.

        Raises:
            Invalid: ``template_missing``, ``case_missing``.
        """
        text = self._text(template_id, case_id)
        if text is None:
            raise Invalid("template_missing")
        return replace(self.fill_text(actor, text, case_id), template_id=template_id)

    def _text(self, template_id: int, case_id: int) -> str | None:
        if template_id == POSITION_ID:
            position = self._position(case_id)
            return None if position is None else position.text
        with self._database.read() as connection:
            found: str | None = connection.execute(
                select(Template.text).where(Template.id == template_id)
            ).scalar_one_or_none()
        return found

    def fill_text(self, actor: Actor, text: str, case_id: int) -> FilledTemplate:
        """Return any text with the case's values put in. Raises Invalid ``case_missing``."""
        with self._database.read() as connection:
            row = _case(connection, case_id)
            limit = connection.execute(select(Channel.reply_limit).where(Channel.id == row.channel_id)).scalar_one()
            filled = fill(text, _values(connection, row, actor))
        return FilledTemplate(0, filled.text, filled.missing, limit)

    def count_use(self, actor: Actor, template_id: int) -> Done[None]:
        """Count that a template was used: the most used come first."""
        require(actor, Right.WORK_CASES)

        def once(act: Act) -> None:
            # A count is no edit: version and topic stay as they are, and no screen has to read again.
            act.connection.execute(
                update(Template).where(Template.id == template_id).values(used_count=Template.used_count + 1)
            )

        value, changes = self._database.act(once, actor=actor)
        return Done(value, changes)


def _of_position(position: ApprovedPosition) -> TemplateInfo:
    return TemplateInfo(POSITION_ID, position.room, None, None, None, None, position.text, 0, 1)


def _case(connection: Connection, case_id: int) -> AnyRow:
    row = case_row(connection, case_id)
    if row is None:
        raise Invalid("case_missing")
    return row


def _values(connection: Connection, row: AnyRow, actor: Actor) -> dict[Variable, str | None]:
    name = connection.execute(select(Customer.name).where(Customer.id == row.customer_id)).scalar_one()
    return {
        Variable.CUSTOMER: name.split()[0] if name else None,
        Variable.PROTOCOL: protocol.display(row.protocol),
        Variable.DEADLINE: _deadline(row, business_zone(connection)),
        Variable.HOURS: _hours(connection, row.channel_id),
        Variable.ATTENDANT: actor.name.split()[0] if actor.name else None,
        Variable.COMPANY: _text(read_setting(connection, COMPANY_NAME_SETTING).value),
    }


def _deadline(row: AnyRow, zone: ZoneInfo) -> str | None:
    due: datetime = row.resolution_due_at
    if due >= NEVER or row.state in {CaseState.CLOSED, CaseState.VOIDED, CaseState.MERGED}:
        return None
    local = due.astimezone(zone)
    return f"{local:%d/%m/%Y %H:%M}"


def _hours(connection: Connection, channel_id: int) -> str | None:
    calendar = calendar_of_channel(connection, channel_id)
    return None if calendar is None else hours_notice(week_from_stored(calendar.week)) or None


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None
