"""Takes in what a page of a polled account brought besides new mentions, inside the act that stores those."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from app.models.domain.incoming import IncomingMention, RejectedRow
from app.services.acts import Act
from app.services.channels.base import Figures
from app.services.crisis_clocks import begin_clocks
from app.services.intake.account_ledger import day_run
from app.services.intake.batch import CrisisNews, IntakeBatch, IntakeItem, SourcePage
from app.services.intake.edits import Edit, apply_edits, find_edits
from app.services.intake.known import Known
from app.services.intake.own_posts import LostReply, store_own, take_bounces
from app.services.intake.setup import IntakeSetup
from app.services.intake.source_state import OF_MENTION, mark_removed, store_figures, watch_figures
from app.services.mention_book import MentionBook, NewMention

EditedMention = Callable[[Act, int, int], None]
"""Called inside the act with an open or closed case and its mention that says something else now."""


def with_run(act: Act, batch: IntakeBatch) -> IntakeBatch:
    """Return a polled account's batch with the run of its day, in whose account its rows are counted."""
    if batch.page is None or batch.account_id is None:
        return batch
    run_id = day_run(act.connection, batch.account_id, batch.stream, name=batch.page.name, at=act.at)
    return replace(batch, run_id=run_id)


class PageTaker:
    """Applies edits, removals, figures, our own posts and bounces of one page."""

    def __init__(
        self,
        *,
        book: MentionBook,
        on_edited: EditedMention,
        on_lost: LostReply,
        on_crisis: Callable[[Act, Sequence[CrisisNews]], None],
    ) -> None:
        self._book = book
        self._on_edited = on_edited
        self._on_lost = on_lost
        self._on_crisis = on_crisis

    def take(
        self,
        act: Act,
        setup: IntakeSetup,
        batch: IntakeBatch,
        *,
        fresh: Mapping[bytes, Sequence[IntakeItem]],
        found: Known,
        rows: Sequence[NewMention],
    ) -> tuple[int, ...]:
        """Do so for a batch whose new mentions are stored as ``rows``; return the ids of those that were edited."""
        page, account_id = batch.page, batch.account_id
        if page is None or account_id is None:
            return ()
        seen = _seen_again(fresh, found, rows)
        edits = apply_edits(act, setup, self._book, find_edits(act.connection, setup, seen))
        self._ring(act, setup, page, edits)
        for case_id, mention_id in sorted((each.before.case_id or 0, each.before.id) for each in edits):
            if case_id:
                self._on_edited(act, case_id, mention_id)
        mark_removed(act, page.channel, page.removals)
        store_figures(act, account_id, page.channel, _figures_of(seen), only_changed=True)
        store_figures(act, account_id, page.channel, page.figures)
        if page.figures_for is not None:
            items = [
                (row.values["id"], row.values["external_id"], row.values["posted_at"])
                for row in rows
                if row.values["external_id"] is not None
            ]
            watch_figures(act.connection, account_id, OF_MENTION, items, at=act.at, keep_for=page.figures_for)
        if page.own:
            store_own(act, account_id, page.channel, page.own, figures_for=page.figures_for)
        if page.bounces:
            take_bounces(act, account_id, page.bounces, self._on_lost)
        return tuple(each.before.id for each in edits)

    def _ring(self, act: Act, setup: IntakeSetup, page: SourcePage, edits: Sequence[Edit]) -> None:
        """Ring for edits into a crisis as for a new mention; the clock to identify it runs from the edit."""
        youngest = act.at - setup.alert_within
        news = []
        for each in edits:
            sure = each.hit.sure if each.rings and each.hit is not None else None
            edited_at = min(each.mention.edited_at or act.at, act.at)
            if sure is not None and edited_at >= youngest:
                name = setup.matrix.group_name(sure.level, sure.groups[0])
                news.append(CrisisNews(each.before.id, edited_at, page.channel, sure, name))
        if news:
            begin_clocks(act, [(each.mention_id, each.posted_at, each.hit) for each in news])
            self._on_crisis(act, news)


def _seen_again(
    fresh: Mapping[bytes, Sequence[IntakeItem]], found: Known, rows: Sequence[NewMention]
) -> list[tuple[int, IncomingMention]]:
    """Return what came once more (id, as it came now): stored earlier, or twice in this batch."""
    made = {row.values["dedup_key"]: int(row.values["id"]) for row in rows}
    again: list[tuple[int, IncomingMention]] = []
    for key, items in fresh.items():
        stored = found.ids.get(key)
        mention_id = made.get(key) if stored is None else stored
        if mention_id is None:
            continue
        repeated = items[1:] if stored is None else items
        again += [(mention_id, item.outcome) for item in repeated if not isinstance(item.outcome, RejectedRow)]
    return again


def _figures_of(seen: Sequence[tuple[int, IncomingMention]]) -> list[Figures]:
    told = [
        Figures(each.external_id, each.likes, each.shares, each.replies, each.reach)
        for _mention_id, each in seen
        if each.external_id is not None
    ]
    return [each for each in told if {each.likes, each.shares, each.replies, each.reach} != {None}]
