"""A mention as it came: what was quoted is at hand, HTML is harmless, earlier versions stay, a hint leads to a case."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import Connection, insert, update

from app.models.queries.mention_detail import mention_detail
from app.models.schema.mentions import CaseHint, Mention, MentionOriginal, MentionVersion
from app.services.database import Database
from app.services.errors import Invalid
from app.services.mention_source import MentionSourceService
from tests.factories import make_case, make_customer, make_mention
from tests.fakes import DEFAULT_NOW

MAIL = (
    b"From: Joana <joana@cliente.example>\r\nSubject: Pedido\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n'
    b"Chegou!\r\n\r\nEm 3 de mar. Loja escreveu:\r\n> Seu pedido saiu.\r\n\r\n--b\r\n"
    b"Content-Type: text/html; charset=iso-8859-1\r\n\r\n"
    b'<p onclick="x()">Cheg\xe1mos</p><script>alert(1)</script><img src="https://t.example/p.gif">\r\n--b--\r\n'
)


@pytest.fixture
def sources(database: Database) -> MentionSourceService:
    return MentionSourceService(database=database)


def test_the_whole_letter_and_its_harmless_html(database: Database, sources: MentionSourceService) -> None:
    def put(connection: Connection) -> int:
        mention_id = make_mention(connection, "Chegou!", title="Pedido")
        connection.execute(insert(MentionOriginal).values(mention_id=mention_id, raw=MAIL))
        return mention_id

    mention_id = database.quiet(put)
    source = sources.read(mention_id)
    assert "> Seu pedido saiu." in source.whole_text
    assert "Chegámos" in source.html
    assert "script" not in source.html
    assert "onclick" not in source.html
    assert "t.example" not in source.html
    assert source.blocked_pictures == 1
    assert sources.original(mention_id) == MAIL


def test_earlier_versions_oldest_first(database: Database, sources: MentionSourceService) -> None:
    def put(connection: Connection) -> int:
        mention_id = make_mention(connection, "terceiro")
        for step, text in enumerate(("primeiro", "segundo")):
            at = DEFAULT_NOW + timedelta(minutes=step)
            connection.execute(insert(MentionVersion).values(mention_id=mention_id, seen_at=at, title=None, text=text))
        connection.execute(
            update(Mention).where(Mention.id == mention_id).values(edited_at=DEFAULT_NOW, removed_at=DEFAULT_NOW)
        )
        return mention_id

    mention_id = database.quiet(put)
    source = sources.read(mention_id)
    assert [each.text for each in source.versions] == ["primeiro", "segundo"]
    assert (source.whole_text, source.html, source.has_original) == ("terceiro", "", False)
    with database.read() as connection:
        detail = mention_detail(connection, mention_id)
    assert detail is not None
    assert (detail.edited_at, detail.removed_at) == (DEFAULT_NOW, DEFAULT_NOW)


def test_what_is_not_there_says_so(database: Database, sources: MentionSourceService) -> None:
    with pytest.raises(Invalid, match="mention_missing"):
        sources.read(1)
    mention_id = database.quiet(make_mention)
    with pytest.raises(Invalid, match="attachment_missing"):
        sources.original(mention_id)


def test_rubbish_for_a_letter_is_shown_as_text(database: Database, sources: MentionSourceService) -> None:
    def put(connection: Connection) -> int:
        mention_id = make_mention(connection, "texto")
        connection.execute(insert(MentionOriginal).values(mention_id=mention_id, raw=b"\x00\xff" * 50))
        return mention_id

    assert sources.read(database.quiet(put)).html == ""


def test_a_hint_leads_to_the_open_case_until_it_is_dismissed(database: Database) -> None:
    def put(connection: Connection) -> tuple[int, int]:
        case_id = make_case(connection, make_customer(connection))
        mention_id = make_mention(connection)
        connection.execute(insert(CaseHint).values(mention_id=mention_id, case_id=case_id, reason="protocol"))
        return mention_id, case_id

    mention_id, case_id = database.quiet(put)
    with database.read() as connection:
        detail = mention_detail(connection, mention_id)
    assert detail is not None
    assert detail.hinted_case is not None
    assert detail.hinted_case.id == case_id
    database.quiet(lambda connection: connection.execute(update(CaseHint).values(dismissed_at=DEFAULT_NOW)))
    with database.read() as connection:
        detail = mention_detail(connection, mention_id)
    assert detail is not None
    assert detail.hinted_case is None
