"""What a network has to tell of an entry: changed or deleted there, hidden or liked by us, tried again, in parts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.models.domain.sending_acts import SourceAct
from app.models.domain.vocabulary import DeliveryState

_STANDS = frozenset({DeliveryState.PENDING, DeliveryState.SENDING, DeliveryState.SENT})


@dataclass(frozen=True, slots=True)
class SourceMark:
    """The last thing asked for at the source, of hiding or of liking: by whom, how far it came, what stopped it."""

    kind: SourceAct
    state: DeliveryState
    by: str
    at: datetime
    error_code: str | None = None

    @property
    def stands(self) -> bool:
        """Tell whether it is so, or is about to be."""
        return self.state in _STANDS

    @property
    def wanted_next(self) -> SourceAct:
        """What a person may ask for now: the opposite of what stands, else the same again."""
        return self.kind.opposite if self.stands else self.kind


@dataclass(frozen=True, slots=True)
class NetworkMarks:
    """What became of a mention at its network. ``has_source``: there is more of it than the text.

    ``external_id`` is its id there. ``can_reach``: it has one and an account of ours that may act; what the network
    permits is another matter. ``was_acted_on``: something was asked for at the source, which ``acts`` tells.
    """

    edited_at: datetime | None = None
    removed_at: datetime | None = None
    has_source: bool = False
    can_reach: bool = False
    external_id: str | None = None
    account_id: int | None = None
    was_acted_on: bool = False
    acts: tuple[SourceMark, ...] = ()


@dataclass(frozen=True, slots=True)
class SendingMarks:
    """How the sending of an answer goes: when it is taken up again, how many parts of it have arrived."""

    next_try_at: datetime | None = None
    parts_sent: int = 0


@dataclass(frozen=True, slots=True)
class AccountTrouble:
    """Why answers of a case will wait: the account they leave by was paused, or needs a person (``problem``)."""

    account_name: str
    channel_key: str
    is_paused: bool
    problem: str | None = None
