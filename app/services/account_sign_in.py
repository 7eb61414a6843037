"""Signs an account in with the browser, by the plan that its network and the values of its form choose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.models.domain.channel_health import Problem
from app.models.domain.people import Actor, Right
from app.services.account_forms import AccountForm, parted
from app.services.account_secrets import AccountSecrets
from app.services.cancel import CancelToken
from app.services.channels.base import ChannelError, Network
from app.services.clock import Clock
from app.services.oauth import BrowserSignIn
from app.services.rights import require


@dataclass(frozen=True, slots=True)
class SignedIn:
    """What a browser sign-in gave (secrets to hand to ``add`` or ``edit``), or why it gave nothing."""

    values: Mapping[str, str]
    problem: Problem | None = None


class AccountSignIns:
    """The browser sign-ins; nothing of them is stored before the account is."""

    def __init__(self, *, networks: Mapping[str, Network], secrets: AccountSecrets, clock: Clock) -> None:
        self._networks = networks
        self._secrets = secrets
        self._clock = clock

    def has(self, channel_key: str, values: Mapping[str, str]) -> bool:
        """Tell whether an account with these values of its form signs in with the browser."""
        return self._networks[channel_key].plan(values) is not None

    def begin(
        self,
        actor: Actor,
        channel_key: str,
        form: AccountForm,
        *,
        done_text: str,
        failed_text: str,
        account_id: int | None = None,
    ) -> BrowserSignIn | None:
        """Begin a sign-in in the browser: open its ``address``, then ``finish``; None where a network has none.

        ``account_id`` names the stored account whose secrets fill what was left empty.

        Raises:
            Refused: ``not_allowed``. Invalid: the form's codes. Unavailable: the keyring's, ``sign_in_port_taken``.
        """
        require(actor, Right.MANAGE_INSTALLATION)
        network = self._networks[channel_key]
        kept = {} if account_id is None else self._secrets.values(account_id)[0]
        options, secrets = parted(network.kind, form, has_secrets=True)
        plan = network.plan(options)
        if plan is None:
            return None
        return BrowserSignIn(
            plan=plan,
            options=options,
            secrets=kept | secrets,
            clock=self._clock,
            done_text=done_text,
            failed_text=failed_text,
        )

    def finish(self, sign_in: BrowserSignIn, cancel: CancelToken) -> SignedIn:
        """Wait until the browser comes back; off the UI thread. Raises Cancelled."""
        try:
            return SignedIn(sign_in.wait(cancel))
        except ChannelError as error:
            return SignedIn({}, error.problem)
