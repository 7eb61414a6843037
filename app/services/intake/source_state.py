"""Keeps what changes at the source after a mention was stored: its figures, its end, and when to look again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from app.models.domain.dedup import key_of_id
from app.models.schema.cases import Case
from app.models.schema.channels import FigureWatch, OwnPost
from app.models.schema.mentions import Mention
from app.models.schema.rollups import ReachDay
from app.services.acts import Act
from app.services.business_zone import business_zone
from app.services.channels.base import Figures, Removal
from app.services.id_lists import chunks, one_of
from app.services.intake import known
from app.services.mention_book import MentionBook
from app.services.mention_facts import AUDIENCE, lock_mentions
from app.services.reading_keys import FIGURES, reach_keys

OF_MENTION, OF_OWN_POST = 0, 1
FIRST_LOOK = timedelta(hours=1)
NEXT_LOOK = timedelta(days=1)
_SET_MENTION = (
    update(Mention)
    .where(Mention.id == bindparam("key"))
    .values({name: bindparam(f"new_{name}") for name in FIGURES} | {"figures_at": bindparam("seen_at")})
)
_SET_OWN = (
    update(OwnPost)
    .where(OwnPost.id == bindparam("key"))
    .values({name: bindparam(f"new_{name}") for name in FIGURES} | {"figures_at": bindparam("seen_at")})
)


def lock_cases(connection: Connection, case_ids: Iterable[int]) -> None:
    """Keep cases from others until the act ends, in the order of their ids."""
    for part in chunks(sorted(set(case_ids))):
        mine = select(Case.id).where(one_of(connection, Case.id, part)).order_by(Case.id)
        connection.execute(mine.with_for_update())


def mark_removed(act: Act, channel: str, removals: Sequence[Removal]) -> list[int]:
    """Note that mentions are gone at the source; they stay with us. Return the ids newly marked."""
    keys = [key_of_id(channel, each.external_id) for each in removals]
    if not keys:
        return []
    marked: list[int] = []
    for part in chunks(sorted(known.look_up(act.connection, keys).ids.values())):
        statement = (
            update(Mention)
            .where(one_of(act.connection, Mention.id, part), Mention.removed_at.is_(None))
            .values(removed_at=act.at)
            .returning(Mention.id)
        )
        marked += act.connection.execute(statement).scalars()
    act.touch(mentions=marked)
    return marked


def store_figures(
    act: Act, account_id: int, channel: str, figures: Sequence[Figures], *, only_changed: bool = False
) -> int:
    """Store present audience figures of mentions and of our own posts; return how many are ours.

    A figure that the network did not tell stays what it was. Screens hear of mentions whose figures have changed;
    with ``only_changed`` the others are not even stamped as looked at.
    """
    if not figures:
        return 0
    told = {each.external_id: each for each in figures}
    by_key = {key_of_id(channel, external_id): external_id for external_id in told}
    ids = known.look_up(act.connection, by_key).ids
    mentions = {row_id: told[by_key[key]] for key, row_id in ids.items()}
    changed = _write_mentions(act, mentions, only_changed=only_changed)
    act.touch(mentions=changed)
    own = {each: told[external_id] for external_id, each in own_ids(act.connection, account_id, told).items()}
    _write_own(act, own, only_changed=only_changed)
    return len(mentions) + len(own)


def own_ids(connection: Connection, account_id: int, external_ids: Iterable[str]) -> dict[str, int]:
    """Return the ids of our own posts of an account by their external ids."""
    found: dict[str, int] = {}
    for part in chunks(sorted(set(external_ids))):
        rows = connection.execute(
            select(OwnPost.external_id, OwnPost.id).where(
                OwnPost.account_id == account_id, one_of(connection, OwnPost.external_id, part)
            )
        )
        found.update((external_id, row_id) for external_id, row_id in rows)
    return found


def watch_figures(
    connection: Connection,
    account_id: int,
    kind: int,
    items: Iterable[tuple[int, str, datetime]],
    *,
    at: datetime,
    keep_for: timedelta,
) -> None:
    """Look again at (id, external id, posted at): first in an hour, then daily until ``keep_for`` after its posting."""
    rows = [
        {
            "kind": kind,
            "item_id": item_id,
            "account_id": account_id,
            "external_id": external_id,
            "next_at": at + FIRST_LOOK,
            "until": posted_at + keep_for,
        }
        for item_id, external_id, posted_at in items
        if posted_at + keep_for > at + FIRST_LOOK
    ]
    if rows:
        module = postgresql if connection.dialect.name == "postgresql" else sqlite
        adding = module.insert(FigureWatch).on_conflict_do_nothing(index_elements=["kind", "item_id"])
        connection.execute(adding, rows)


def due_figures(connection: Connection, account_id: int, now: datetime, limit: int) -> list[tuple[int, int, str]]:
    """Return (kind, id, external id) of what is to be looked at again, the longest due first."""
    statement = (
        select(FigureWatch.kind, FigureWatch.item_id, FigureWatch.external_id)
        .where(FigureWatch.account_id == account_id, FigureWatch.next_at <= now)
        .order_by(FigureWatch.next_at)
        .limit(limit)
    )
    return [(kind, item_id, external_id) for kind, item_id, external_id in connection.execute(statement)]


def settle_figures(connection: Connection, looked_at: Sequence[tuple[int, int, str]], now: datetime) -> None:
    """Put off what was looked at until tomorrow, and let go of what is old enough."""
    for kind, item_id, _external_id in looked_at:
        mine = (FigureWatch.kind == kind, FigureWatch.item_id == item_id)
        connection.execute(update(FigureWatch).where(*mine).values(next_at=now + NEXT_LOOK))
        connection.execute(delete(FigureWatch).where(*mine, FigureWatch.until < now + NEXT_LOOK))


def count_own(act: Act, posts: Sequence[Mapping[Any, Any]], n: int) -> None:
    """Count rows of ``own_post`` with their figures (``n`` = -1: no more)."""
    if posts:
        zone = business_zone(act.connection)
        for post in posts:
            for key, much in reach_keys(post, zone):
                act.tally(ReachDay, key, n * much)


def _write_mentions(act: Act, told: Mapping[int, Figures], *, only_changed: bool) -> list[int]:
    changed, rows, spoken = [], [], []
    columns = [Mention.__table__.c[name] for name in FIGURES]
    for part in chunks(sorted(told)):
        # Locked before they are read: an act that moves one of them counts it by the figures that it has by then.
        facts = {found.facts.id: found.facts for found in lock_mentions(act.connection, part)}
        found = select(Mention.id, *columns).where(one_of(act.connection, Mention.id, part)).order_by(Mention.id)
        for row in act.connection.execute(found).mappings():
            new = _renewed(row, told[row["id"]])
            is_new = any(row[name] != n for name, n in new.items())
            if is_new:
                changed.append(row["id"])
                spoken.append((facts[row["id"]], sum(new[name] or 0 for name in AUDIENCE)))
            if is_new or not only_changed:
                rows.append(_set(row["id"], new, act.at))
    if rows:
        act.connection.execute(_SET_MENTION, rows)
    MentionBook().count_engagement(act, spoken)
    return changed


def _write_own(act: Act, told: Mapping[int, Figures], *, only_changed: bool) -> None:
    rows: list[dict[str, Any]] = []
    columns = [OwnPost.__table__.c[name] for name in ("id", "account_id", "reply_id", "posted_at", *FIGURES)]
    for part in chunks(sorted(told)):
        found = select(*columns).where(one_of(act.connection, OwnPost.id, part)).order_by(OwnPost.id)
        for row in act.connection.execute(found.with_for_update()).mappings().all():
            new = _renewed(row, told[row["id"]])
            is_new = any(row[name] != n for name, n in new.items())
            if is_new:
                count_own(act, [row], -1)
                count_own(act, [{**row, **new}], 1)
            if is_new or not only_changed:
                rows.append(_set(row["id"], new, act.at))
    if rows:
        act.connection.execute(_SET_OWN, rows)


def _renewed(row: Mapping[Any, Any], told: Figures) -> dict[str, int | None]:
    return {name: _newer(getattr(told, name), row[name]) for name in FIGURES}


def _set(key: int, new: Mapping[str, int | None], at: datetime) -> dict[str, Any]:
    return {"key": key, "seen_at": at} | {f"new_{name}": n for name, n in new.items()}


def _newer(told: Any, kept: int | None) -> int | None:  # noqa: ANN401 - an adapter may hand over what the network wrote
    is_figure = isinstance(told, int) and not isinstance(told, bool) and 0 <= told < 2**31
    return told if is_figure else kept
