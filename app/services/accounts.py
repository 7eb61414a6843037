"""The company's accounts on the networks: added, tried out, changed, paused, retired; opened for loops and outbox."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Connection, insert, select, update

from app.models.domain.account_info import AccountCard, ReconciliationLine
from app.models.domain.changes import Topic
from app.models.domain.channel_health import WAITS_FOR_ACCOUNT, Problem
from app.models.domain.channel_kind import Ability, ChannelKind
from app.models.domain.people import Actor, Right
from app.models.domain.vocabulary import DeliveryState
from app.models.domain.words import clean_text
from app.models.queries.accounts import account_cards, account_rows, reconciliation
from app.models.queries.rows import AnyRow
from app.models.schema.cases import Reply
from app.models.schema.channels import Channel, ChannelAccount
from app.services.account_forms import TERMS_OPTION, AccountForm, parted, stored_terms, terms_of
from app.services.account_secrets import AccountSecrets
from app.services.account_sign_in import AccountSignIns
from app.services.acts import Act, Done, Undo
from app.services.channels.base import Account, ChannelError, Checked, Credentials, Network, SearchTerms
from app.services.database import Database
from app.services.errors import Conflict, Invalid
from app.services.oauth import renewer
from app.services.rights import require
from app.services.settings_book import record_change

SECTION = "channels"


class AccountService:
    """Accounts and how they do. The administrator adds them and changes their secrets, a supervisor does the rest."""

    def __init__(self, *, database: Database, networks: Mapping[str, Network], secrets: AccountSecrets) -> None:
        self._database = database
        self._networks = networks
        self._secrets = secrets
        self._sign_ins = AccountSignIns(networks=networks, secrets=secrets, clock=database.clock)

    @property
    def sign_ins(self) -> AccountSignIns:
        """The browser sign-ins of the networks that have one."""
        return self._sign_ins

    @property
    def kinds(self) -> tuple[ChannelKind, ...]:
        """The networks that accounts can be added for."""
        return tuple(each.kind for each in self._networks.values())

    def list(self, *, include_retired: bool = False) -> tuple[AccountCard, ...]:
        """Return the accounts with their health and cost."""
        with self._database.read() as connection:
            return account_cards(connection, self._database.clock.now(), include_retired=include_retired)

    def reconciliation(self, account_id: int) -> tuple[ReconciliationLine, ...]:
        """Return the last days on which the source's count was compared with the ledger."""
        with self._database.read() as connection:
            return reconciliation(connection, account_id)

    def terms(self, card: AccountCard) -> SearchTerms:
        """Return what an account searches for."""
        return terms_of(card.options)

    def try_out(
        self,
        actor: Actor,
        channel_key: str,
        form: AccountForm,
        *,
        signed_in: Mapping[str, str] | None = None,
        account_id: int | None = None,
    ) -> Checked:
        """Ask the network, without storing anything, what an account with this form may do; off the UI thread.

        ``signed_in`` are tokens of a browser sign-in; ``account_id`` names the stored account whose secrets fill what
        was left empty.

        Raises:
            Refused: ``not_allowed``. Invalid: the form's codes. Unavailable: the keyring's codes.
        """
        require(actor, Right.MANAGE_INSTALLATION)
        network = self._networks[channel_key]
        kept = {} if account_id is None else self._secrets.values(account_id)[0]
        options, secrets = parted(network.kind, form, has_secrets=bool(kept))
        account = Account(account_id or 0, channel_key, form.name, options)
        credentials = FormCredentials({**kept, **secrets, **(signed_in or {})})
        return _checked(network, account, credentials, self._database)

    def check(self, actor: Actor, account_id: int) -> Checked:
        """Ask the network what a stored account may do; off the UI thread.

        Raises:
            Refused: ``not_allowed``. Invalid: ``account_missing``.
        """
        require(actor, Right.EDIT_SETTINGS)
        account, credentials = self.open_account(account_id)
        return _checked(self._networks[account.channel], account, credentials, self._database)

    def add(
        self,
        actor: Actor,
        channel_key: str,
        form: AccountForm,
        *,
        signed_in: Mapping[str, str] | None = None,
        is_listen_only: bool = True,
    ) -> Done[AccountCard]:
        """Add an account; it is read from now on, and answers only when ``is_listen_only`` is False.

        Raises:
            Refused: ``not_allowed``. Invalid: the form's codes. Conflict: ``account_exists``. Unavailable: the
            keyring's codes; then nothing is stored.
        """
        require(actor, Right.MANAGE_INSTALLATION)
        kind = self._networks[channel_key].kind
        options, secrets = parted(kind, form, has_secrets=False)
        sealed = {**secrets, **(signed_in or {})}
        if sealed:
            self._secrets.make_ready()

        def work(act: Act) -> int:
            channel_id = act.connection.execute(select(Channel.id).where(Channel.key == channel_key)).scalar_one()
            name = clean_text(form.name).strip()
            _refuse_taken(act.connection, channel_id, name)
            values = {
                "channel_id": channel_id,
                "name": name,
                "is_connected": False,
                "is_listen_only": is_listen_only or not _can_answer(kind),
                "options": options,
                "version": 1,
            }
            made = act.connection.execute(insert(ChannelAccount).values(values).returning(ChannelAccount.id))
            account_id = int(made.scalar_one())
            _record(act, account_id, None, _told(channel_key, values))
            return account_id

        account_id, _changes = self._database.act(work, actor=actor)
        # The seal needs the account's number; until it is there nobody polls, so a crash in between loses nothing.
        if sealed:
            self._secrets.put(account_id, sealed)
        return self._change(actor, account_id, None, lambda _row: {"is_connected": True}, can_undo=False)

    def edit(
        self,
        actor: Actor,
        account_id: int,
        form: AccountForm,
        *,
        expected_version: int,
        signed_in: Mapping[str, str] | None = None,
    ) -> Done[AccountCard]:
        """Change an account's name and fields; secrets left empty stay as they are.

        Raises:
            Refused: ``not_allowed``. Invalid: the form's codes. Conflict: ``account_changed``, ``account_exists``.
        """
        require(actor, Right.MANAGE_INSTALLATION)
        account, _ = self.open_account(account_id)
        kept, _version = self._secrets.values(account_id)
        options, secrets = parted(self._networks[account.channel].kind, form, has_secrets=bool(kept))
        with self._database.read() as connection:
            _refuse_stale(connection, account_id, expected_version)

        def change(row: AnyRow) -> dict[str, Any]:
            own = {name: value for name, value in (row.options or {}).items() if name == TERMS_OPTION}
            return {"name": clean_text(form.name).strip(), "options": options | own, "is_connected": True}

        # Sealed first: whoever sees the new version opens the account with the new secrets.
        if secrets or signed_in:
            self._secrets.put(account_id, {**kept, **secrets, **(signed_in or {})})
        return self._change(
            actor, account_id, expected_version, change, right=Right.MANAGE_INSTALLATION, also=release_waiting
        )

    def set_paused(self, actor: Actor, account_id: int, *, is_paused: bool) -> Done[AccountCard]:
        """Stop reading and sending for a while, or go on."""
        return self._change(actor, account_id, None, lambda _row: {"is_paused": is_paused})

    def set_listen_only(self, actor: Actor, account_id: int, *, is_listen_only: bool) -> Done[AccountCard]:
        """Only listen, or answer too.

        Raises:
            Invalid: ``account_cannot_answer`` for a network where nobody can.
        """
        account, _ = self.open_account(account_id)
        if not is_listen_only and not _can_answer(self._networks[account.channel].kind):
            raise Invalid("account_cannot_answer")
        return self._change(actor, account_id, None, lambda _row: {"is_listen_only": is_listen_only})

    def set_terms(self, actor: Actor, account_id: int, terms: SearchTerms) -> Done[AccountCard]:
        """Change what an account searches for. Raises Invalid ``account_terms_too_many``, ``account_term_too_long``."""
        stored = stored_terms(terms)
        return self._change(
            actor, account_id, None, lambda row: {"options": {**(row.options or {}), TERMS_OPTION: stored}}
        )

    def retire(self, actor: Actor, account_id: int) -> Done[AccountCard]:
        """Stop using an account for good; what it brought stays. Undo takes it back."""
        at = self._database.clock.now()
        return self._change(actor, account_id, None, lambda _row: {"retired_at": at}, right=Right.MANAGE_INSTALLATION)

    def to_poll(self) -> tuple[tuple[Account, Credentials, int], ...]:
        """Return the accounts that are to be read from here, each with its credentials and version."""
        statement = account_rows().where(
            ChannelAccount.is_connected, ChannelAccount.is_paused.is_(False), ChannelAccount.retired_at.is_(None)
        )
        with self._database.read() as connection:
            rows = [row for row in connection.execute(statement) if row.channel_key in self._networks]
        return tuple((*self._opened(row), int(row.version)) for row in rows if self._secrets.can_open(row.id))

    def open_account(self, account_id: int) -> tuple[Account, Credentials]:
        """Return an account as its adapter needs it. Raises Invalid ``account_missing``."""
        with self._database.read() as connection:
            row = connection.execute(account_rows().where(ChannelAccount.id == account_id)).one_or_none()
        if row is None or row.channel_key not in self._networks:
            raise Invalid("account_missing")
        return self._opened(row)

    def _opened(self, row: AnyRow) -> tuple[Account, Credentials]:
        options = dict(row.options or {})
        plan = self._networks[row.channel_key].plan(options)
        renew = None if plan is None else renewer(plan, options, self._database.clock)
        account = Account(row.id, row.channel_key, row.name, options, terms_of(options))
        return account, self._secrets.credentials(row.id, renew)

    def _change(
        self,
        actor: Actor,
        account_id: int,
        expected_version: int | None,
        change: Callable[[AnyRow], dict[str, Any]],
        *,
        right: Right = Right.EDIT_SETTINGS,
        can_undo: bool = True,
        also: Callable[[Act, int], object] = lambda _act, _account_id: None,
    ) -> Done[AccountCard]:
        require(actor, right)

        def work(act: Act) -> tuple[dict[str, Any], int]:
            row = _locked(act.connection, account_id)
            if expected_version is not None and row.version != expected_version:
                raise Conflict("account_changed", name=row.name)
            values = change(row)
            if values.get("name", row.name) != row.name:
                _refuse_taken(act.connection, row.channel_id, values["name"], but=account_id)
            before = {name: getattr(row, name) for name in values}
            statement = update(ChannelAccount).where(ChannelAccount.id == account_id)
            act.connection.execute(statement.values(**values, version=row.version + 1))
            _record(act, account_id, before, values)
            also(act, account_id)
            return before, row.version + 1

        (before, version), changes = self._database.act(work, actor=actor)

        def revert() -> Done[AccountCard]:
            return self._change(actor, account_id, version, lambda _row: before, right=right)

        undo = Undo("change_account", 1, revert) if can_undo else None
        return Done(self._card(account_id), changes, undo)

    def _card(self, account_id: int) -> AccountCard:
        with self._database.read() as connection:
            return account_cards(connection, self._database.clock.now(), account_id=account_id, include_retired=True)[0]


class FormCredentials:
    """Secrets of a form that is being tried out; nothing is stored."""

    def __init__(self, values: Mapping[str, str]) -> None:
        self._values = dict(values)

    def get(self, key: str) -> str:
        """Return a secret. Raises ChannelError ``no_key``."""
        value = self._values.get(key, "")
        if not value:
            raise ChannelError(Problem.NO_KEY)
        return value

    def put(self, values: Mapping[str, str]) -> None:
        """Keep renewed values for as long as the trial lasts."""
        self._values.update(values)

    def access_token(self) -> str:
        """Return the token of the browser sign-in."""
        return self.get("access_token")


def _checked(network: Network, account: Account, credentials: Credentials, database: Database) -> Checked:
    try:
        channel = network.open(account=account, credentials=credentials, clock=database.clock)
        try:
            return channel.check()
        finally:
            channel.close()
    except ChannelError as error:
        return Checked(problem=error.problem, why=error.facts.get("why", ""))


def _can_answer(kind: ChannelKind) -> bool:
    return kind.can(Ability.REPLY_PUBLIC) or kind.can(Ability.REPLY_PRIVATE)


def release_waiting(act: Act, account_id: int) -> None:
    """Let answers that waited for the account leave at once; inside an act."""
    waiting = (Reply.account_id == account_id, Reply.state == DeliveryState.PENDING)
    codes = [each.value for each in WAITS_FOR_ACCOUNT]
    changed = act.connection.execute(
        update(Reply).where(*waiting, Reply.error_code.in_(codes), Reply.not_before > act.at).values(not_before=act.at)
    )
    if changed.rowcount:
        act.touch(topics=[Topic.OUTBOX])


def _refuse_stale(connection: Connection, account_id: int, expected_version: int) -> None:
    row = connection.execute(
        select(ChannelAccount.name, ChannelAccount.version).where(ChannelAccount.id == account_id)
    ).one()
    if row.version != expected_version:
        raise Conflict("account_changed", name=row.name)


def _locked(connection: Connection, account_id: int) -> AnyRow:
    row = connection.execute(
        select(*ChannelAccount.__table__.c).where(ChannelAccount.id == account_id).with_for_update()
    ).one_or_none()
    if row is None:
        raise Invalid("account_missing")
    return row


def _refuse_taken(connection: Connection, channel_id: int, name: str, but: int | None = None) -> None:
    statement = select(ChannelAccount.id).where(
        ChannelAccount.channel_id == channel_id, ChannelAccount.name == name, ChannelAccount.retired_at.is_(None)
    )
    if but is not None:
        statement = statement.where(ChannelAccount.id != but)
    if connection.execute(statement).first() is not None:
        raise Conflict("account_exists", name=name)


def _told(channel_key: str, values: Mapping[str, Any]) -> dict[str, Any]:
    return {"channel": channel_key, **{name: value for name, value in values.items() if name != "channel_id"}}


def _record(act: Act, account_id: int, before: Mapping[str, Any] | None, after: Mapping[str, Any]) -> None:
    record_change(act, SECTION, f"account:{account_id}", before, dict(after), Topic.CHANNELS)
