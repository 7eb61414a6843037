"""Active work on the screen: the moments that wait, an act written, changed, taken out and back, and the file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import insert, select

from app.bootstrap.services import Services
from app.models.domain.inbox import InboxQuery
from app.models.domain.relations import ActFilter, ActText, Figures, Moment, RelationKind
from app.models.schema.channels import Channel, ChannelAccount, OwnPost
from app.models.schema.classification import Axis, Node
from app.models.schema.mentions import Mention
from app.services.acts import Act
from app.services.database import Database
from app.services.exports import FileKind
from app.services.mention_book import MentionBook
from app.views.relations.act_dialog import ActDialog, Occasion
from app.views.relations.page import RelationsPage
from app.views.support.desk import Desk
from tests.services.inbox.counter_data import populate


@pytest.fixture
def page(
    qtbot: QtBot, desk: Desk, services: Services, screen_database: Database, settle: Callable[[], None]
) -> RelationsPage:
    populate(screen_database, desk.actor, seed=5, mentions=80, cases=2)

    def find_praise(act: Act) -> None:
        node = select(Node.id).join(Axis, Axis.id == Node.axis_id)
        praise = node.where(Axis.key == "situation", Node.key == Moment.PRAISE.value)
        ids = list(act.connection.execute(select(Mention.id).order_by(Mention.id.desc()).limit(30)).scalars())
        MentionBook().set_situation(act, ids, act.connection.execute(praise).scalar_one())
        channel_id = act.connection.execute(select(Channel.id).order_by(Channel.position, Channel.id)).scalars().first()
        account = insert(ChannelAccount).values(channel_id=channel_id, name="@padaria", version=1)
        account_id = act.connection.execute(account.returning(ChannelAccount.id)).scalar_one()
        post = {"account_id": account_id, "external_id": "p1", "posted_at": act.at, "text": "Pão quente às 6h"}
        act.connection.execute(insert(OwnPost).values(**post, is_private=False, likes=12, reach=900))

    screen_database.act(find_praise, actor=desk.actor)
    made = RelationsPage(
        desk=desk, relations=services.relations, choices=services.filter_choices, exports=services.exports
    )
    qtbot.addWidget(made)
    made.resize(1240, 760)
    made.show()
    settle()
    return made


def form(page: RelationsPage, settle: Callable[[], None]) -> ActDialog:
    settle()
    assert page.dialog is not None
    assert page.dialog.isVisible()
    return page.dialog


def test_the_moments_open_in_the_inbox(page: RelationsPage, services: Services, desk: Desk) -> None:
    opened: list[InboxQuery] = []
    page.queue_requested.connect(lambda query, _title: opened.append(query))
    page.parts.open_queue.click()
    n = services.inbox.count(opened[0], desk.actor, None).n
    assert page.parts.waiting.text() == f"{n} momentos esperando"
    assert page.parts.waiting_parts.text() == f"{n} elogiando"
    assert page.parts.empty.isVisible()
    assert "Engajamento: Resposta criativa" in page.parts.empty.text


def test_an_act_is_written_from_a_post(
    page: RelationsPage, services: Services, desk: Desk, settle: Callable[[], None]
) -> None:
    page.parts.new.click()
    dialog = form(page, settle)
    dialog.try_submit()
    assert dialog.error_of("text") == "Escreva o que foi publicado ou respondido."
    dialog.kind.choose(RelationKind.PUBLICATION.value)
    assert dialog.hint.text().startswith("Publicação nossa")
    dialog.post.setCurrentIndex(1)
    dialog.post.activated.emit(1)
    assert dialog.words.toPlainText() == "Pão quente às 6h"
    assert dialog.note.text() == "A rede informa: Favoritos: 12, Pessoas alcançadas: 900."
    dialog.figures[2].setValue(4)
    dialog.try_submit()
    settle()
    (act,) = services.relations.whole(desk.actor, ActFilter())
    assert act.figures == Figures(None, 12, 4, 900)
    assert page.model.ids == [act.id]
    total = page.totals.row_at(3)
    assert total is not None
    assert total.sums == act.figures

    page.parts.table.selectRow(0)
    page.parts.change.click()
    dialog = form(page, settle)
    assert dialog.post.currentData() == act.said.own_post_id


def test_an_act_is_changed_taken_out_and_back(  # noqa: PLR0917 - pytest hands fixtures over by name
    qtbot: QtBot, page: RelationsPage, services: Services, desk: Desk, settle: Callable[[], None], tmp_path: Path
) -> None:
    said = ActText(RelationKind.ACTIVATION, 1, desk.clock.now(), "Dica: pão na chapa", typed=Figures(comments=4))
    services.relations.add(desk.actor, said)
    qtbot.waitUntil(lambda: len(page.model.ids) == 1)
    page.parts.table.setFocus()
    page.parts.table.selectRow(0)
    QTest.keyClick(page.parts.table, Qt.Key.Key_Return)
    dialog = form(page, settle)
    dialog.came.setPlainText("Três perguntas sobre o horário")
    dialog.try_submit()
    settle()
    page.write(tmp_path / "acoes.csv", FileKind.CSV)
    settle()
    written = (tmp_path / "acoes.csv").read_text(encoding="utf-8-sig").splitlines()
    assert written[0].startswith("Dia;Tipo;Canal;Quem;Cliente;O que fizemos;Compartilhamentos;Favoritos")
    assert "Dica: pão na chapa;;;4;;Três perguntas sobre o horário" in written[1]

    page.parts.table.selectRow(0)
    assert desk.actions.trigger("relations.delete")
    settle()
    assert page.model.ids == []
    assert page.parts.empty.isVisible()
    assert desk.undo.text == "Ação excluída"
    desk.undo.undo()
    settle()
    assert services.relations.whole(desk.actor, ActFilter())[0].said.result == "Três perguntas sobre o horário"


def test_an_act_for_a_mention_names_it(
    page: RelationsPage, services: Services, desk: Desk, settle: Callable[[], None]
) -> None:
    mention = services.inbox.page(services.relations.queue(desk.actor).query, desk.actor).rows[0]
    detail = services.inbox.mention(mention.id)
    page.write_new(Occasion(detail.id, detail.channel_name, detail.author, detail.text))
    dialog = form(page, settle)
    assert dialog.channel.currentText() == detail.channel_name
    assert dialog.kind.current == RelationKind.ENGAGEMENT.value
    dialog.words.setPlainText("Que alegria!")
    dialog.try_submit()
    settle()
    asked: list[int] = []
    page.mention_requested.connect(asked.append)
    page.parts.table.selectRow(0)
    page.parts.mention.click()
    assert asked == [detail.id]
