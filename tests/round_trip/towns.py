"""The networks as towns: somebody there speaks to us, reads what we answer, and answers again, all over real wires."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from contextlib import ExitStack
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Any, Self

from app.models.domain.vocabulary import Visibility
from app.services.account_forms import AccountForm
from tests.counterparts.bluesky import PASSWORD as BLUESKY_PASSWORD
from tests.counterparts.bluesky import BlueskyCounterpart
from tests.counterparts.consumidor_gov import CLIENT, CODE, SECRET, ConsumidorGovServer
from tests.counterparts.discourse import KEY, DiscourseCounterpart
from tests.counterparts.dovecot import Dovecot
from tests.counterparts.feeds import FeedsCounterpart
from tests.counterparts.google_play import PACKAGE, GooglePlayServer
from tests.counterparts.graph import IG_HANDLE, PAGE_ID, PAGE_TOKEN, GraphServer, Person
from tests.counterparts.mastodon import TOKEN as MASTODON_TOKEN
from tests.counterparts.mastodon import MastodonCounterpart
from tests.counterparts.smtp import SmtpServer, Taken
from tests.counterparts.telegram import TOKEN as BOT_TOKEN
from tests.counterparts.telegram import TelegramServer
from tests.counterparts.x import TOKEN as X_TOKEN
from tests.counterparts.x import XServer
from tests.counterparts.youtube import ACCESS_TOKEN, API_KEY, CHANNEL_ID, Viewer, YoutubeServer
from tests.fakes import FakeClock

FIRST = "Bom dia, o meu pedido ainda não chegou. Podem ver?"
SECOND = "Obrigada, chegou agora há pouco."


class LiveClock(FakeClock):
    """The real time, for counterparts that ask a clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class Town(ABC):
    """One network. ``threads``: what a customer answers to us continues the case; else it edits what was said."""

    key: str
    visibility = Visibility.PUBLIC
    answers_back = True
    threads = True

    def __init__(self) -> None:
        self.stack = ExitStack()

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(self, *_: object) -> None:
        self.stack.close()

    @abstractmethod
    def open(self) -> None:
        """Start the servers."""

    @abstractmethod
    def values(self) -> Mapping[str, str]:
        """Return the account's form."""

    @abstractmethod
    def say(self, text: str) -> None:
        """Speak to us as a customer."""

    def answers(self) -> list[str]:
        """Return what we have answered, as it stands at the network."""
        return []

    def say_again(self, _text: str) -> None:
        """Answer our answer; a town that does not answer back has nothing to say."""
        raise NotImplementedError

    @property
    def signed_in(self) -> Mapping[str, str]:
        """Tokens of a browser sign-in."""
        return {}

    def form(self) -> AccountForm:
        return AccountForm("Loja", self.values())


class EmailTown(Town):
    key, visibility = "email", Visibility.PRIVATE
    address = "sac@loja.example"

    def open(self) -> None:
        self.dovecot = self.stack.enter_context(Dovecot())
        self.smtp = self.stack.enter_context(SmtpServer())
        self.password = self.dovecot.users[self.address]
        self._last: Taken | None = None

    def values(self) -> Mapping[str, str]:
        return {
            "provider": "other",
            "address": self.address,
            "sign_in": "password",
            "password": self.password,
            "imap_host": "127.0.0.1",
            "imap_port": str(self.dovecot.port),
            "imap_security": "none",
            "smtp_host": "127.0.0.1",
            "smtp_port": str(self.smtp.port),
            "smtp_security": "none",
        }

    def say(self, text: str) -> None:
        self._deliver(text, "Pedido atrasado", {})

    def answers(self) -> list[str]:
        found = []
        for taken in self.smtp.taken:
            payload = taken.message.get_payload(decode=True)
            found.append(payload.decode("utf-8") if isinstance(payload, bytes) else "")
            self._last = taken
        return found

    def say_again(self, text: str) -> None:
        assert self._last is not None
        ours = str(self._last.message["Message-ID"])
        quoted = f"{text}\n\nEm sáb., 21 de nov. de 2026 às 11:00, Loja <{self.address}> escreveu:\n> Já vimos."
        self._deliver(quoted, f"Re: {self._last.message['Subject']}", {"In-Reply-To": ours, "References": ours})

    def _deliver(self, text: str, subject: str, headers: Mapping[str, str]) -> None:
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = "Ana Souza <ana@cliente.example>", self.address, subject
        mail["Date"] = format_datetime(datetime.now(UTC))
        mail["Message-ID"] = f"<{abs(hash(text))}@cliente.example>"
        for name, value in headers.items():
            mail[name] = value
        mail.set_content(text)
        self.dovecot.deliver(mail.as_bytes())


class MastodonTown(Town):
    key = "mastodon"

    def open(self) -> None:
        self.server = self.stack.enter_context(MastodonCounterpart())

    def values(self) -> Mapping[str, str]:
        return {"server": f"https://{self.server.host}", "base_url": self.server.url, "token": MASTODON_TOKEN}

    def say(self, text: str) -> None:
        self.server.now = datetime.now(UTC)
        self.first = self.server.write(f"@loja {text}")

    def answers(self) -> list[str]:
        found = self.server.answers_to(self.first)
        self.last = found[-1]["id"] if found else ""
        return [each["content"] for each in found]

    def say_again(self, text: str) -> None:
        self.server.now = datetime.now(UTC)
        self.server.write(f"@loja {text}", reply_to=self.last)


class BlueskyTown(Town):
    key = "bluesky"

    def open(self) -> None:
        self.server = self.stack.enter_context(BlueskyCounterpart())

    def values(self) -> Mapping[str, str]:
        return {"handle": "loja.example", "password": BLUESKY_PASSWORD, "base_url": self.server.url}

    def say(self, text: str) -> None:
        self.server.now = datetime.now(UTC)
        self.first = self.server.write(f"@loja.example {text}")

    def answers(self) -> list[str]:
        found = self.server.answers_to(self.first)
        self.last = found[-1]["uri"] if found else ""
        return [each["record"]["text"] for each in found]

    def say_again(self, text: str) -> None:
        self.server.now = datetime.now(UTC)
        self.server.write(text, reply_to=self.last)


class TelegramTown(Town):
    key, visibility = "telegram", Visibility.PRIVATE

    def open(self) -> None:
        self.server = self.stack.enter_context(TelegramServer())

    def values(self) -> Mapping[str, str]:
        return {"bot_token": BOT_TOKEN, "base_url": self.server.url}

    def say(self, text: str) -> None:
        self.server.write(text, date=int(datetime.now(UTC).timestamp()))

    def answers(self) -> list[str]:
        return [each["text"] for each in self.server.sent]

    def say_again(self, text: str) -> None:
        self.say(text)


class XTown(Town):
    key = "x"

    def open(self) -> None:
        self.server = self.stack.enter_context(XServer(datetime.now(UTC)))

    def values(self) -> Mapping[str, str]:
        return {"base_url": self.server.url, "client_id": "c", "daily_items": "1000", "first_days": "7"}

    @property
    def signed_in(self) -> Mapping[str, str]:
        return {"access_token": X_TOKEN}

    def say(self, text: str) -> None:
        self.server.now = datetime.now(UTC)
        self.first = self.server.post(f"@Loja {text}")

    def answers(self) -> list[str]:
        return [each["text"] for each in self.server.sent]

    def say_again(self, text: str) -> None:
        self.server.now = datetime.now(UTC)
        ours = next(each for each in reversed(self.server.posts) if each["author_id"] != self.first["author_id"])
        self.server.post(
            f"@Loja {text}",
            conversation_id=self.first["id"],
            referenced_posts=[{"type": "replied_to", "id": ours["id"]}],
        )


class FacebookTown(Town):
    key = "facebook"
    ana = Person("7001", "Ana Prado")

    def open(self) -> None:
        self.server = self.stack.enter_context(GraphServer(LiveClock()))
        self.post = self.server.post("Bom dia! Novidades na loja.")

    def values(self) -> Mapping[str, str]:
        return {"page_id": PAGE_ID, "token": PAGE_TOKEN, "base_url": self.server.url}

    def say(self, text: str) -> None:
        self.first = self.server.comment(self.post, text, self.ana)

    def answers(self) -> list[str]:
        return self.server.answers(self.first)

    def say_again(self, text: str) -> None:
        self.server.comment(self.post, text, self.ana, parent=self.first)


class InstagramTown(FacebookTown):
    key = "instagram"
    ana = Person("8001", "", "ana.prado")

    def open(self) -> None:
        self.server = self.stack.enter_context(GraphServer(LiveClock()))
        self.post = self.server.media("Bom dia! Novidades na loja.")

    def say(self, text: str) -> None:
        self.first = self.server.ig_comment(self.post, text, self.ana)

    def say_again(self, text: str) -> None:
        self.server.ig_comment(self.post, f"@{IG_HANDLE} {text}", self.ana, parent=self.first)


class YoutubeTown(Town):
    key = "youtube"
    ana = Viewer("UCanaAAA", "@anaprado")

    def open(self) -> None:
        self.server = self.stack.enter_context(YoutubeServer(LiveClock()))
        self.video = self.server.video("Como usar")

    def values(self) -> Mapping[str, str]:
        return {"channel_id": CHANNEL_ID, "api_key": API_KEY, "base_url": self.server.url}

    @property
    def signed_in(self) -> Mapping[str, str]:
        return {"access_token": ACCESS_TOKEN}

    def say(self, text: str) -> None:
        self.first = self.server.comment(self.video, text, self.ana)

    def answers(self) -> list[str]:
        return self.server.answers(self.first)

    def say_again(self, text: str) -> None:
        self.server.comment(self.video, text, self.ana, parent=self.first)


class GooglePlayTown(Town):
    key, threads = "google_play", False

    def open(self) -> None:
        self.server = self.stack.enter_context(GooglePlayServer())

    def values(self) -> Mapping[str, str]:
        return {"package_name": PACKAGE, "service_account": self.server.key_file(), "base_url": self.server.url}

    def say(self, text: str) -> None:
        self.server.write("r1", text, int(datetime.now(UTC).timestamp()))

    def answers(self) -> list[str]:
        comments = self.server.reviews["r1"]["comments"]
        return [each["developerComment"]["text"] for each in comments if "developerComment" in each]

    def say_again(self, text: str) -> None:
        self.server.write("r1", text, int(datetime.now(UTC).timestamp()) + 1, stars=5)


class ConsumidorTown(Town):
    key = "consumidor_gov"

    def open(self) -> None:
        self.server = self.stack.enter_context(ConsumidorGovServer(datetime.now(UTC)))

    def values(self) -> Mapping[str, str]:
        secrets = {"code": CODE, "client_secret": SECRET, "authorized_cpf": "529.982.247-25"}
        return {"client_id": CLIENT, "base_url": self.server.url, **secrets}

    def say(self, text: str) -> None:
        self.server.now = datetime.now(UTC)
        self.protocol = self.server.complain(text)

    def answers(self) -> list[str]:
        steps: list[dict[str, Any]] = self.server.complaints[self.protocol]["tramites"]
        return [each["textos"][0]["texto"] for each in steps if each["tipo"]["codigo"] == 3]

    def say_again(self, text: str) -> None:
        self.server.now = datetime.now(UTC)
        self.server.add_step(self.protocol, 4, "Ana Souza", text)
        self.server.put_in(self.protocol, 6)


class ForumTown(Town):
    key = "forum"

    def open(self) -> None:
        self.server = self.stack.enter_context(DiscourseCounterpart())

    def values(self) -> Mapping[str, str]:
        return {
            "server": "https://forum.example",
            "base_url": self.server.url,
            "username": self.server.name,
            "key": KEY,
        }

    def say(self, text: str) -> None:
        self.server.now = datetime.now(UTC)
        self.first = self.server.write(text)
        self.topic = self.server.posts[self.first]["topic_id"]

    def answers(self) -> list[str]:
        return [each["raw"] for each in self.server.posts.values() if each["username"] == self.server.name]

    def say_again(self, text: str) -> None:
        self.server.now = datetime.now(UTC)
        self.server.write(text, topic=self.topic)


class NewsTown(Town):
    key, answers_back = "rss", False

    def open(self) -> None:
        self.server = self.stack.enter_context(FeedsCounterpart())

    def values(self) -> Mapping[str, str]:
        return {"feeds": self.server.address()}

    def say(self, text: str) -> None:
        self.server.now = datetime.now(UTC)
        self.server.write("Uma notícia", text, guid="n1")


class BlogTown(NewsTown):
    key = "blog"


TOWNS: dict[str, type[Town]] = {
    each.key: each
    for each in (
        EmailTown,
        InstagramTown,
        FacebookTown,
        XTown,
        YoutubeTown,
        TelegramTown,
        MastodonTown,
        BlueskyTown,
        ConsumidorTown,
        GooglePlayTown,
        ForumTown,
        NewsTown,
        BlogTown,
    )
}
