"""What a network lets us do, as data: the sign-in form, the limits of an answer, and each ability with its reason."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum


class Ability(StrEnum):
    """What may be asked of a network."""

    READ_PUBLIC = "read_public"
    READ_PRIVATE = "read_private"
    SEARCH = "search"
    REPLY_PUBLIC = "reply_public"
    REPLY_PRIVATE = "reply_private"
    ATTACH = "attach"
    HIDE = "hide"
    LIKE = "like"
    FIGURES = "figures"
    EDITS = "edits"
    REMOVALS = "removals"


class Grade(StrEnum):
    """How far an ability goes."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True, slots=True)
class AbilityNote:
    """One cell of the table of channels; ``reason`` is a code that the screen turns into a sentence, "" = none."""

    ability: Ability
    grade: Grade
    reason: str = ""


class FieldKind(StrEnum):
    """How a field of the account's form is typed."""

    TEXT = "text"
    SECRET = "secret"  # noqa: S105 - the name of a kind of field
    NUMBER = "number"
    CHOICE = "choice"
    YES_NO = "yes_no"


@dataclass(frozen=True, slots=True)
class AccountField:
    """A field of the account's form. Secret fields go sealed into ``account_secret``, the others into its options."""

    key: str
    kind: FieldKind = FieldKind.TEXT
    is_required: bool = True
    default: str = ""
    choices: tuple[str, ...] = ()
    is_advanced: bool = False


@dataclass(frozen=True, slots=True)
class OAuthPlan:
    """Where a person signs in with a browser; addresses may hold ``{field}`` of the account's options.

    ``client_id_field`` and ``client_secret_field`` name the form's fields with the company's own client.
    ``port``: providers that compare the whole redirect address need a fixed one; 0 takes a free port of the moment;
    ``host`` is how they call this computer.
    """

    authorize_url: str
    token_url: str
    scopes: tuple[str, ...]
    client_id_field: str = "client_id"
    client_secret_field: str | None = None
    extra: tuple[tuple[str, str], ...] = ()
    port: int = 0
    host: str = "127.0.0.1"


FIXED_PORT = 53682
"""Where the browser comes back to for providers that want the redirect address registered to the letter."""


@dataclass(frozen=True, slots=True)
class ReplyLimits:
    """How long an answer may be, in the network's own units, and what may go with it.

    ``unit``: ``chars`` (code points), ``graphemes``, ``utf16`` or ``x_weighted`` (X: links 23, CJK and emoji 2).
    ``most_parts`` 1 = a longer text is refused instead of split. ``most_files`` 0 = no attachments; sizes in bytes.
    """

    public_length: int | None = None
    private_length: int | None = None
    unit: str = "chars"
    most_parts: int = 1
    most_files: int = 0
    most_file_bytes: int = 0
    media_types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChannelKind:
    """A network as the program knows it. ``key`` is the channel's key in ``resources/seeds/channels.json``.

    ``poll`` is the usual time between two questions. ``has_idempotency``: the network itself refuses a second answer
    under the same key; ``has_lookup``: an answer whose receipt was lost can be looked up. Where both are False, an
    uncertain answer is left for a person. ``cost_per_item`` in millionths of a dollar (pay-per-use networks).
    """

    key: str
    fields: tuple[AccountField, ...]
    abilities: tuple[AbilityNote, ...]
    limits: ReplyLimits = field(default_factory=ReplyLimits)
    poll: timedelta = timedelta(minutes=1)
    oauth: OAuthPlan | None = None
    has_idempotency: bool = False
    has_lookup: bool = False
    daily_calls: int | None = None
    cost_per_item: int = 0
    has_terms: bool = False

    def grade(self, ability: Ability) -> Grade:
        """Return how far an ability goes; what is not listed is not there."""
        return next((each.grade for each in self.abilities if each.ability is ability), Grade.NO)

    def can(self, ability: Ability) -> bool:
        """Tell whether an ability is there at all."""
        return self.grade(ability) is not Grade.NO
