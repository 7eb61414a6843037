"""Builds what reads and answers on the networks: accounts with their secrets, the two loops, the watches."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.services.account_secrets import AccountSecrets
from app.services.accounts import AccountService
from app.services.auto_answer import AutoAnswerWatch
from app.services.case_clock import CaseClock
from app.services.channel_acts import ChannelActs
from app.services.channels.base import Network
from app.services.database import Database
from app.services.intake.service import IntakeService
from app.services.outbox import OutboxLoop
from app.services.secrets import Secrets
from app.services.sync.listening import ListeningService
from app.services.sync.silence_watch import SilenceWatch
from app.services.sync.supervisor import SyncSupervisor


@dataclass(frozen=True, slots=True)
class ChannelServices:
    """Everything of the channels; ``sync`` reads, ``outbox`` sends, both are started by the window."""

    networks: Mapping[str, Network]
    secrets: AccountSecrets
    accounts: AccountService
    acts: ChannelActs
    outbox: OutboxLoop
    sync: SyncSupervisor
    silence: SilenceWatch
    listening: ListeningService
    auto_answers: AutoAnswerWatch


def build_channels(
    database: Database, *, intake: IntakeService, secrets_store: Secrets, networks: Mapping[str, Network]
) -> ChannelServices:
    """Wire the channels of an opened database; nothing is started and no network is asked."""
    kinds = {key: network.kind for key, network in networks.items()}
    secrets = AccountSecrets(database=database, secrets=secrets_store)
    accounts = AccountService(database=database, networks=networks, secrets=secrets)
    return ChannelServices(
        networks=networks,
        secrets=secrets,
        accounts=accounts,
        acts=ChannelActs(database=database, kinds=kinds),
        outbox=OutboxLoop(
            database=database,
            networks=networks,
            open_account=accounts.open_account,
            may_open=secrets.can_open,
        ),
        sync=SyncSupervisor(
            database=database, networks=networks, accounts=accounts.to_poll, intake=intake, clock=database.clock
        ),
        silence=SilenceWatch(database=database),
        listening=ListeningService(database=database),
        auto_answers=AutoAnswerWatch(database=database, clock=CaseClock(), kinds=kinds),
    )
