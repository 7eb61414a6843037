"""Read models of the case screen: one call returns all that it draws."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from app.models.domain.crisis_clock import RunningClock
from app.models.domain.inbox import AttachmentInfo, CaseBrief
from app.models.domain.network_marks import AccountTrouble, NetworkMarks, SendingMarks
from app.models.domain.vocabulary import (
    CaseKind,
    CaseState,
    ClosingKind,
    DeliveryState,
    DraftKind,
    PromiseState,
    Sentiment,
    StartedBy,
    Visibility,
)


class EntryKind(StrEnum):
    """What an entry of the timeline is."""

    MENTION = "mention"
    REPLY = "reply"
    AUTO_ANSWER = "auto_answer"
    ELSEWHERE = "elsewhere"
    NOTE = "note"
    FORWARDING = "forwarding"
    AREA_ANSWER = "area_answer"
    EVENT = "event"
    EARLIER_CASE = "earlier_case"


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One thing that happened, oldest first on the screen; ``verb`` and ``facts`` serve EVENT entries."""

    kind: EntryKind
    id: int
    at: datetime
    who: str
    text: str
    channel_key: str | None = None
    visibility: Visibility | None = None
    delivery: DeliveryState | None = None
    can_withdraw_until: datetime | None = None
    needs_manual_send: bool = False
    error_code: str | None = None
    decision_note: str | None = None
    permalink: str | None = None
    sentiment: Sentiment | None = None
    crisis_words: tuple[str, ...] = ()
    verb: str | None = None
    facts: tuple[tuple[str, str], ...] = ()
    attachments: tuple[AttachmentInfo, ...] = ()
    is_mine: bool = False
    is_out_of_hours: bool = False
    """A mention that found the counter closed."""
    network: NetworkMarks | None = None
    """What became of a mention at its network."""
    sending: SendingMarks | None = None
    """How the sending of an answer goes."""


@dataclass(frozen=True, slots=True)
class AxisValue:
    """One line of the classification: the axis, what is set, and what is proposed with its confidence (0-1).

    ``reason`` holds the words that counted, separated by commas.
    """

    axis_id: int
    axis_key: str
    axis_name: str
    carrier: str
    node_id: int | None
    path: str | None
    suggested_node_id: int | None = None
    suggested_path: str | None = None
    confidence: float | None = None
    reason: str = ""
    is_required: bool = False


@dataclass(frozen=True, slots=True)
class CustomerSummary:
    """The customer as the case screen shows it."""

    id: int
    name: str
    handles: tuple[str, ...]
    since: datetime
    case_count: int
    mention_count: int
    is_vip: bool
    email: str | None
    phone: str | None
    document: str | None
    place: str | None
    last_satisfaction: int | None
    notes: str | None
    other_open: tuple[CaseBrief, ...]
    recent: tuple[CaseBrief, ...]
    has_link_suggestions: bool
    version: int


@dataclass(frozen=True, slots=True)
class PromiseInfo:
    """A promise to the customer."""

    id: int
    text: str
    due_at: datetime
    state: PromiseState


@dataclass(frozen=True, slots=True)
class ForwardingInfo:
    """Where the case is now, at which area, since and until when."""

    area_id: int
    area_name: str
    reason: str
    forwarded_at: datetime
    due_at: datetime


@dataclass(frozen=True, slots=True)
class RouteInfo:
    """The area to which the team's rules send this case, with the reason; ``causes`` are codes of ``routing``."""

    area_id: int
    area_name: str
    rule_key: str
    rule_name: str
    reason: str
    causes: tuple[str, ...]
    is_automatic: bool


@dataclass(frozen=True, slots=True)
class Deadlines:
    """The clocks of a case; ``*_at`` None = not reached; ``is_paused`` = the operational clock stands still."""

    first_response_due_at: datetime
    first_response_at: datetime | None
    resolution_due_at: datetime
    resolved_at: datetime | None
    legal_due_at: datetime | None
    is_paused: bool
    warn_at: datetime


@dataclass(frozen=True, slots=True)
class DutyInfo:
    """What the law or the team's practice asks for on the case; ``done_at`` None = still open."""

    id: int
    kind: str
    name: str
    norm: str
    began_at: datetime
    due_at: datetime
    done_at: datetime | None = None
    note: str | None = None
    is_answer: bool = False


@dataclass(frozen=True, slots=True)
class BreachInfo:
    """A deadline that passed; ``clock`` is first_response, resolution, area, promise, silence or a duty's kind."""

    id: int
    clock: str
    name: str
    due_at: datetime
    noticed_at: datetime
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class StepInfo:
    """One of the six steps of the flow: ``status`` is done, current or to_come."""

    key: str
    status: str


@dataclass(frozen=True, slots=True)
class NextStepInfo:
    """What is due, by whom, by when; ``code`` becomes a sentence on the screen."""

    code: str
    by: str
    due_at: datetime | None
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RecommendationInfo:
    """What to do and where, with its reasons (codes of ``action``), and the tone: traits of the persona by name."""

    action: str
    visibility: str
    situation: str | None
    reasons: tuple[str, ...]
    guidance: str = ""
    guidance_reason: str = ""
    tone: tuple[str, ...] = ()
    tone_hint: str = ""
    sample: str = ""
    templates: tuple[tuple[int, str], ...] = ()
    """Ids and names of the templates that suit best, those in the tone first."""
    answerer: str = ""
    """Who answers this subject by the policy: service, marketing, both, or nothing said."""


@dataclass(frozen=True, slots=True)
class ActOffer:
    """An act that the case offers: allowed, or refused with the code of the reason."""

    act: str
    refusal: str | None


@dataclass(frozen=True, slots=True)
class Viewer:
    """A colleague who has the case open."""

    name: str
    is_typing: bool


@dataclass(frozen=True, slots=True)
class DraftText:
    """A draft of this person on this case."""

    kind: DraftKind
    text: str
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class CaseDetail:
    """Everything that the case screen draws."""

    id: int
    protocol: str
    version: int
    title: str
    state: CaseState
    kind: CaseKind | None
    started_by: StartedBy
    channel_key: str
    channel_name: str
    can_reply_public: bool
    can_reply_private: bool
    reply_limit: int | None
    is_connected: bool
    is_public_origin: bool
    opened_at: datetime
    closed_at: datetime | None
    closing_kind: ClosingKind | None
    owner_id: int | None
    owner_name: str | None
    crisis_level: int | None
    is_vip: bool
    is_severe: bool
    is_founded: bool | None
    solution: str | None
    snoozed_until: datetime | None
    follow_up_on: date | None
    satisfaction: int | None
    is_satisfied_resolved: bool | None
    external_system: str | None
    external_number: str | None
    external_status: str | None
    merged_into_id: int | None
    merged_into_protocol: str | None
    reopened_count: int
    steps: tuple[StepInfo, ...]
    next_step: NextStepInfo
    recommendation: RecommendationInfo
    deadlines: Deadlines
    forwarding: ForwardingInfo | None
    promises: tuple[PromiseInfo, ...]
    axes: tuple[AxisValue, ...]
    customer: CustomerSummary
    timeline: tuple[TimelineEntry, ...]
    earlier_cursor: int | None
    offers: tuple[ActOffer, ...]
    missing_to_close: tuple[str, ...]
    viewers: tuple[Viewer, ...]
    drafts: tuple[DraftText, ...]
    proposed_message: str | None = None
    route: RouteInfo | None = None
    duties: tuple[DutyInfo, ...] = ()
    breaches: tuple[BreachInfo, ...] = ()
    is_silent: bool = False
    silence_due_at: datetime | None = None
    crisis_clock: RunningClock | None = None
    """The clock of its crisis mentions that has to be met first."""
    account_trouble: AccountTrouble | None = None
    """Why its answers will wait."""
    has_draft_files: bool = False
    """Whether files lie beside this person's drafts; ``DraftService.files`` has them."""
    undo_send: timedelta = timedelta(seconds=10)
    """For how long an answer can be taken back before it leaves."""
