"""Networks for the pictures: real adapters against counterparts, one account well, others in their bad moments."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import datetime, timedelta
from typing import Any, Final

from PySide6.QtCore import QBuffer
from PySide6.QtGui import QColor, QImage
from sqlalchemy import insert, select, update

from app.bootstrap.services import Services
from app.models.domain.case_detail import CaseDetail, EntryKind
from app.models.domain.channel_health import Light
from app.models.domain.inbox import RowKind
from app.models.domain.people import Actor
from app.models.domain.vocabulary import DeliveryState, Visibility
from app.models.schema.base import NEVER
from app.models.schema.cases import Reply, ReplyPart
from app.models.schema.channels import AccountHealth, AutoAnswer, OwnPost, SourceCheck
from app.models.schema.mentions import Mention
from app.services.account_forms import AccountForm
from app.services.attachments import NewFile
from app.services.case_opening import ManualCase
from app.services.channels.base import SearchTerms
from tests.counterparts.graph import Person
from tests.fakes import FakeClock
from tests.round_trip.towns import BlueskyTown, InstagramTown, MastodonTown, NewsTown, TelegramTown, XTown

_SAID: Final = (
    "O pedido 7741 veio sem a tampa da caixa. Quem resolve?",
    "Qual o horário da loja de Betim no feriado?",
    "Adorei o atendimento de ontem, parabéns!",
    "Cobraram o frete duas vezes no mesmo pedido.",
    "A entrega atrasou de novo e ninguém avisa nada.",
    "Vocês têm opção sem lactose?",
    "A caixa chegou amassada, mas o produto está bom.",
    "Quero cancelar a assinatura e não acho onde.",
)
_ANSWER: Final = (
    "Oi! Sentimos muito pela tampa que faltou. Já separamos outra na loja de Betim e ela sai hoje mesmo, sem custo.\n\n"
    "Se preferir trocar a caixa inteira, é só passar na loja com o número do pedido."
)


class Networks:
    """The counterparts and what stands in the database because of them; ``begin`` does nothing a second time."""

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._ids: dict[str, int] = {}
        self.case_id = self.bounced_id = 0

    def close(self) -> None:
        """Stop the counterparts."""
        self._stack.close()

    def id_of(self, key: str) -> int:
        """Return the account on a network."""
        return self._ids[key]

    @property
    def mastodon_url(self) -> str:
        """Return where the Mastodon server is."""
        return self._mastodon.server.url

    def begin(self, services: Services, actor: Actor) -> None:
        """Add the accounts, let them be read, and tell a case's story."""
        if self._ids:
            return
        now = services.database.clock.now()
        self._add_well(services, actor, now)
        self._add_ill(services, actor)
        self._tell_case(services, actor)
        self._tell_bounce(services, actor)

    def _add(self, services: Services, actor: Actor, town: Any, name: str, **changed: str) -> int:
        form = AccountForm(name, {**town.values(), **changed})
        done = services.channels.accounts.add(actor, town.key, form, signed_in=town.signed_in, is_listen_only=False)
        self._ids[town.key] = done.value.id
        return done.value.id

    def _add_well(self, services: Services, actor: Actor, now: datetime) -> None:
        mastodon = self._mastodon = self._stack.enter_context(MastodonTown())
        mastodon.server.now = now - timedelta(hours=2)
        mastodon.server.write(f"@loja {_SAID[0]}", by="ana.prado@longe.example")
        for number, text in enumerate(_SAID[1:] * 3):
            mastodon.server.write(f"@loja {text}", by=f"cliente{number:02}@longe.example")
        account_id = self._add(services, actor, mastodon, "Loja Exemplo")
        services.channels.accounts.set_terms(
            actor, account_id, SearchTerms(("loja exemplo", "lojaexemplo"), ("ágape",), ("pt",))
        )
        instagram = self._stack.enter_context(InstagramTown())
        past = instagram.server.clock = FakeClock(now - timedelta(days=6))
        for number in range(56):
            past.advance(timedelta(hours=2 + number % 2))
            name = f"cliente.{number % 19:02}"
            instagram.server.ig_comment(instagram.post, _SAID[number % 8], Person(f"81{number % 19:02}", "", name))
        listening = self._add(services, actor, instagram, "@lojaexemplo")
        services.channels.accounts.set_listen_only(actor, listening, is_listen_only=True)
        wait_for(
            lambda: self._light(services, "mastodon") is Light.OK and self._light(services, "instagram") is Light.OK
        )
        days = [
            {"account_id": account_id, "stream": "mentions", "day": f"2026-11-{day}", "at_source": n, "accounted": mine,
             "checked_at": now}
            for day, n, mine in (("19", 14, 14), ("18", 22, 21), ("17", 9, 9))
        ]  # fmt: skip
        _write(services, lambda run: run(insert(SourceCheck), days))

    def _add_ill(self, services: Services, actor: Actor) -> None:
        bluesky = self._stack.enter_context(BlueskyTown())
        self._add(services, actor, bluesky, "loja.example", password="trocada")
        x = self._stack.enter_context(XTown())
        x.server.fail_next(503, 10_000)
        self._add(services, actor, x, "@LojaExemplo")
        telegram = self._stack.enter_context(TelegramTown())
        services.channels.accounts.set_paused(
            actor, self._add(services, actor, telegram, "Robô do SAC"), is_paused=True
        )
        news = self._stack.enter_context(NewsTown())
        self._add(services, actor, news, "Jornais da região")
        wait_for(lambda: self._light(services, "bluesky") is Light.NEEDS_PERSON)
        wait_for(lambda: self._light(services, "x") is Light.WAITING)
        wait_for(lambda: self._light(services, "rss") is Light.OK)
        at = services.database.clock.now() - timedelta(days=2)
        quiet = update(AccountHealth).where(AccountHealth.account_id == self._ids["rss"])
        _write(services, lambda run: run(quiet.values(state=Light.SILENT.value, last_item_at=at)))

    def _light(self, services: Services, key: str) -> Light:
        return next(each.health.light for each in services.channels.accounts.list() if each.id == self._ids[key])

    def _tell_case(self, services: Services, actor: Actor) -> None:
        account_id = self._ids["mastodon"]
        asked = select(Mention.id, Mention.external_id).where(
            Mention.account_id == account_id, Mention.text.contains(_SAID[0])
        )
        with services.database.read() as connection:
            mention_id, parent = connection.execute(asked).one()
        detail = services.triage.open_case(actor, [(RowKind.MENTION, mention_id)]).value
        self.case_id = detail.id
        files = tuple(NewFile(f"tampa nova {n}.png", "image/png", _picture(90 * n)) for n in (1, 2))
        detail = _reply(services, actor, detail, _ANSWER, files=files)
        reply_id = next(each.id for each in detail.timeline if each.kind is EntryKind.REPLY)
        at = services.database.clock.now()
        sent = {
            "state": DeliveryState.SENT,
            "sent_at": at,
            "external_id": "9001",
            "permalink": "https://x.example/9001",
        }
        parts = [
            {"reply_id": reply_id, "position": n, "external_id": f"900{n}", "permalink": None, "sent_at": at}
            for n in (1, 2, 3)
        ]
        marks = {"edited_at": at - timedelta(minutes=40), "removed_at": at - timedelta(minutes=12)}
        post = {
            "account_id": account_id, "external_id": "p1", "posted_at": at - timedelta(minutes=70), "is_private": False,
            "text": "Oi, Ana! Já vimos, alguém do SAC responde em seguida.", "permalink": None,
        }  # fmt: skip
        automatic = {
            "client_key": "auto-1", "mention_id": mention_id, "conversation_id": 1, "account_id": account_id,
            "text": "Recebemos a sua mensagem. O SAC abre às 8 h e responde na ordem de chegada.",
            "state": DeliveryState.SENT, "written_at": at - timedelta(minutes=90), "not_before": at, "attempts": 1,
        }  # fmt: skip

        def work(run: Callable[..., Any]) -> None:
            run(update(Reply).where(Reply.id == reply_id).values(**sent))
            run(insert(ReplyPart), parts)
            run(update(Mention).where(Mention.id == mention_id).values(**marks))
            run(insert(OwnPost), [post | {"in_reply_to": parent}])
            run(insert(AutoAnswer), [automatic])

        _write(services, work)

    def _tell_bounce(self, services: Services, actor: Actor) -> None:
        told = ManualCase(
            channel_key="email", text="Bom dia, segue a foto da caixa.", customer_name="Rui Sales",
            email="rui.sales@cliente.exampel",
        )  # fmt: skip
        detail = services.cases.open_manual(actor, told).value
        self.bounced_id = detail.id
        detail = _reply(services, actor, detail, "Bom dia, Rui! Recebemos a foto e a troca sai amanhã.", private=True)
        reply_id = next(each.id for each in detail.timeline if each.kind is EntryKind.REPLY)
        values = {"state": DeliveryState.FAILED, "error_code": "bounced", "not_before": NEVER}
        _write(services, lambda run: run(update(Reply).where(Reply.id == reply_id).values(**values)))


def wait_for(condition: Callable[[], Any], seconds: float = 40.0) -> Any:
    """Wait until the networks have been read."""
    until = time.monotonic() + seconds
    while not (found := condition()):
        if time.monotonic() > until:
            raise TimeoutError("a network was not read")
        time.sleep(0.05)
    return found


def _reply(
    services: Services,
    actor: Actor,
    detail: CaseDetail,
    text: str,
    *,
    files: Sequence[NewFile] = (),
    private: bool = False,
) -> CaseDetail:
    return services.replies.write_reply(
        actor,
        detail.id,
        expected_version=detail.version,
        text=text,
        visibility=Visibility.PRIVATE if private else Visibility.PUBLIC,
        client_key=f"picture-{detail.id}",
        files=files,
        confirmed_files=True,
    ).value


def _picture(side: int) -> bytes:
    image, buffer = QImage(side, side, QImage.Format.Format_RGB32), QBuffer()
    image.fill(QColor("#b5651d"))
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def _write(services: Services, work: Callable[[Callable[..., Any]], object]) -> None:
    services.database.quiet(lambda connection: work(connection.execute))
