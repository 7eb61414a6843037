"""Each edit of the opening hours together with the question how many deadlines it moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.services.opening_hours import CHANNEL
from app.services.team_calendars import CalendarDraft
from app.views.settings.hours_replan_bar import Edit

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.models.domain.people import Actor
    from app.services.acts import Done
    from app.services.cancel import CancelToken
    from app.services.hours_form import CalendarForm
    from app.services.opening_hours import CalendarInfo, HoursUser, OpeningHoursService
    from app.services.replanning import ReplanPreview, ReplanService


def _nothing() -> None:
    return None


class HoursEdits:
    """Makes edits; ``dropped`` is called when one is not saved, so that the screen shows what is stored."""

    def __init__(
        self, *, hours: OpeningHoursService, replan: ReplanService, actor: Actor, dropped: Callable[[], object]
    ) -> None:
        self._hours, self._replan, self._actor, self._dropped = hours, replan, actor, dropped

    def put(self, info: CalendarInfo, form: CalendarForm, after: Callable[[], object] = _nothing) -> Edit:
        """Return the edit that makes a calendar say ``form``."""
        drafts = {info.id: draft_of(form)}

        def count(token: CancelToken) -> ReplanPreview:
            return self._replan.preview(calendars=drafts, cancel=token)

        def save() -> Done[int]:
            return self._hours.put(self._actor, info.id, form, expected_version=info.version)

        return Edit(count, save, dropped=self._dropped, saved=lambda _done: after())

    def assign(self, user: HoursUser, calendar_id: int | None) -> Edit:
        """Return the edit that lets a channel or area go by a calendar."""

        def count(token: CancelToken) -> ReplanPreview:
            return self._replan.preview(channels={user.id: calendar_id}, cancel=token)

        def save() -> Done[int | None]:
            return self._hours.assign(self._actor, user.kind, user.id, calendar_id)

        # What an area's own hours would move is only known once it has them.
        preview = count if user.kind == CHANNEL else None
        return Edit(preview, save, dropped=self._dropped, saved=lambda _done: None)

    def remove(self, info: CalendarInfo) -> Edit:
        """Return the edit that takes a calendar out."""

        def count(token: CancelToken) -> ReplanPreview:
            return self._replan.preview(calendars={info.id: None}, cancel=token)

        def save() -> Done[int]:
            return self._hours.remove(self._actor, info.id, expected_version=info.version)

        return Edit(count, save, dropped=self._dropped, saved=lambda _done: None)


def draft_of(form: CalendarForm) -> CalendarDraft:
    """Return a calendar as the preview of the deadlines takes it."""
    return CalendarDraft(
        form.zone,
        {day: [(start * 60, end * 60) for start, end in spans] for day, spans in form.week.items()},
        {day: [(start * 60, end * 60) for start, end in each.intervals] for day, each in form.days.items()},
        form.name,
    )
