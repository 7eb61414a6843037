"""Rows that tests need and do not care about: everything has a plausible value, the test names what matters."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, func, insert, select

from app.models.domain.vocabulary import CaseState, MentionState, SentimentSource, StartedBy
from app.models.domain.words import fold
from app.models.schema.cases import Case
from app.models.schema.channels import Channel
from app.models.schema.customers import Customer, Handle
from app.models.schema.mentions import Mention
from app.services.time_ids import next_time_ids
from tests.fakes import DEFAULT_NOW


def channel_id(connection: Connection, key: str = "instagram") -> int:
    return connection.execute(select(Channel.id).where(Channel.key == key)).scalar_one()


def make_customer(connection: Connection, name: str = "Joana Prado", **values: Any) -> int:
    row = {"name": name, "folded_name": fold(name), "created_at": DEFAULT_NOW, **values}
    return connection.execute(insert(Customer).values(**row).returning(Customer.id)).scalar_one()


def make_handle(connection: Connection, key: str = "joana", channel: str = "instagram", **values: Any) -> int:
    row = {
        "channel_id": channel_id(connection, channel),
        "handle_key": key,
        "display_name": key,
        "folded_name": fold(key),
        **values,
    }
    return connection.execute(insert(Handle).values(**row).returning(Handle.id)).scalar_one()


def make_mention(
    connection: Connection, text: str = "Cadê o meu pedido?", *, posted_at: datetime = DEFAULT_NOW, **values: Any
) -> int:
    """Insert a bare row; its counts, facets and search words are the intake's work, not this function's."""
    (mention_id,) = next_time_ids(connection, Mention, [posted_at])
    row = {
        "id": mention_id,
        "dedup_key": mention_id.to_bytes(16, "big"),
        "channel_id": channel_id(connection),
        "state": MentionState.TO_TRIAGE,
        "sentiment_source": SentimentSource.NONE,
        "posted_at": posted_at,
        "captured_at": posted_at,
        "is_private": False,
        "is_direct": True,
        "text": text,
        **values,
    }
    connection.execute(insert(Mention).values(**row))
    return mention_id


def make_case(connection: Connection, customer_id: int, *, opened_at: datetime = DEFAULT_NOW, **values: Any) -> int:
    """Insert a bare row; its history, counts, facets and protocol search are the services' work."""
    (case_id,) = next_time_ids(connection, Case, [opened_at])
    number = connection.execute(select(func.count()).select_from(Case)).scalar_one() + 1
    row = {
        "id": case_id,
        "protocol": f"{opened_at:%Y%m%d}{number:06d}0",
        "state": CaseState.NEW,
        "is_open": True,
        "customer_id": customer_id,
        "channel_id": channel_id(connection),
        "title": "Pedido não entregue",
        "started_by": StartedBy.CUSTOMER,
        "opened_at": opened_at,
        "due_at": opened_at + timedelta(hours=4),
        "first_response_due_at": opened_at + timedelta(hours=4),
        "resolution_due_at": opened_at + timedelta(days=5),
        "preview": "Cadê o meu pedido?",
        **values,
    }
    connection.execute(insert(Case).values(**row))
    return case_id
