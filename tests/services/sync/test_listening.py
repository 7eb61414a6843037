"""The report *monitorar antes de ativar* of one account."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.models.domain.listening import Counted
from app.models.domain.vocabulary import Sentiment
from app.services.cancel import Cancelled, CancelToken
from app.services.channels.base import Account, Fetched
from app.services.database import Database
from app.services.sync import listening
from app.services.sync.listening import ListeningService
from app.services.sync.page_store import PageStore
from tests.fakes import DEFAULT_NOW, fake_kind
from tests.services.sync.conftest import add_account, said


@pytest.fixture
def heard(database: Database, account: Account, store: PageStore) -> Account:
    other = add_account(database, "@outra")
    mentions = (
        said("1", "Adorei a entrega, parabéns!", language="pt"),
        said("2", "Péssima entrega, uma vergonha", language="pt", posted_at=DEFAULT_NOW - timedelta(days=2)),
        said("3", "Achei uma larva no lanche, vou ao Procon", posted_at=DEFAULT_NOW - timedelta(days=29)),
        said("4", "Antiga", posted_at=DEFAULT_NOW - timedelta(days=31)),
    )
    store.store(account, fake_kind(), "mentions", Fetched("a", mentions=mentions), go_on=lambda: True)
    store.store(other, fake_kind(), "mentions", Fetched("a", mentions=(said("9", "De outra"),)), go_on=lambda: True)
    return account


def test_it_tells_of_one_account_and_thirty_days(database: Database, heard: Account) -> None:
    report = ListeningService(database=database).report(heard.id, cancel=CancelToken())
    assert (report.mentions, report.is_partial, len(report.days)) == (3, False, 30)
    assert report.subjects == (Counted("entrega", 2),)
    assert report.share(Sentiment.POSITIVE) == 1 / 3
    assert report.levels == ((1, 1), (3, 1))
    assert {"larva", "procon"} <= {each.key for each in report.danger}
    assert report.days[-1] == (DEFAULT_NOW.date(), 1)
    assert report.hours[10] == 1  # 13:58 UTC in São Paulo
    assert report.authors == 3


def test_it_says_when_it_is_partial(database: Database, heard: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listening, "MOST_MENTIONS", 2)
    report = ListeningService(database=database).report(heard.id, cancel=CancelToken())
    assert (report.mentions, report.is_partial) == (2, True)


def test_it_can_be_cancelled(database: Database, heard: Account) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        ListeningService(database=database).report(heard.id, cancel=cancel)
