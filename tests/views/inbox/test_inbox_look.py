"""How the inbox shows itself: texts of rows and filters, models, names for screen readers, sizes, and its speed."""

from __future__ import annotations

import re
import statistics
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester

from app.models.domain.inbox import Count, InboxFilter, InboxQuery, InboxRow, InboxView, RowKind, SavedView, ViewCount
from app.models.domain.incoming import IncomingAttachment
from app.models.domain.people import Actor, Role
from app.models.domain.vocabulary import CaseState, MentionState, Sentiment, Visibility
from app.services.filter_choices import Choice, FilterChoices
from app.views.inbox.mention_text import danger_spans
from app.views.inbox.navigation import (
    empty_text,
    first_view,
    item_id,
    saved_item_id,
    sidebar_counts,
    sidebar_items,
    target_of,
    view_name,
    views_of,
)
from app.views.inbox.row_texts import crisis_chip, hover_text, row_chip, spoken_row
from app.views.support.inbox_filter.filter_texts import conditions
from tests.fakes import DEFAULT_NOW

from .conftest import Stage
from .widget_tree import cut, nameless, tree

NOW = DEFAULT_NOW


def row(**values: object) -> InboxRow:
    fields: dict[str, object] = {
        "kind": RowKind.CASE,
        "id": 1,
        "channel_key": "instagram",
        "channel_short": "IG",
        "author": "Marina Alves",
        "text": "Terceira vez",
        "at": NOW - timedelta(hours=1),
        "visibility": Visibility.PUBLIC,
        "case_state": CaseState.IN_SERVICE,
        "protocol": "202611210000421",
    }
    return InboxRow(**{**fields, **values})  # type: ignore[arg-type]  # fields by name, as a test varies them


def due(minutes: int, warn: int = 240) -> dict[str, object]:
    at = NOW + timedelta(minutes=minutes)
    return {"due_at": at, "warn_at": at - timedelta(minutes=warn)}


@pytest.mark.parametrize(
    ("given", "text", "tone"),
    [
        (due(25), "vence em 25 min", "warn"),
        (due(-70), "atrasado 1 h 10", "bad"),
        (due(5 * 60 + 20), "5 h 20", "ok"),
        ({"case_state": CaseState.WAITING_CUSTOMER, **due(25)}, "Aguarda cliente", "neutral"),
        ({"case_state": CaseState.WAITING_AREA, "area_name": "Qualidade", **due(600)}, "Aguarda Qualidade", "neutral"),
        ({"case_state": CaseState.WAITING_AREA, "area_name": "Qualidade", **due(-5)}, "atrasado 5 min", "bad"),
        ({"case_state": CaseState.CLOSED}, "Encerrado", "neutral"),
        (
            {"kind": RowKind.MENTION, "mention_state": MentionState.MONITORED, "case_state": None},
            "Monitorar",
            "neutral",
        ),
    ],
)
def test_the_chip_says_what_counts_now(given: dict[str, object], text: str, tone: str) -> None:
    chip = row_chip(row(**given), NOW)
    assert (chip.text, chip.tone) == (text, tone)
    assert chip.icon or tone == "neutral"


def test_a_row_is_read_aloud_in_the_agreed_order() -> None:
    spoken = spoken_row(row(**due(25), is_vip=True, crisis_level=1, has_draft=True), NOW, marked=True)
    assert spoken.startswith("Protocolo 2026 1121 000 042-1, Marina Alves, vence em 25 min, Em atendimento")
    assert {"Crise 1", "VIP", "pública", "rascunho", "marcada"} <= set(spoken.split(", "))
    assert crisis_chip(row()) is None


def test_a_customers_markup_is_shown_as_typed() -> None:
    assert hover_text(row(text="<b>oi</b>")) == "<b>oi</b>"


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Vou ao PROCON, ao Procón!", ("procon",), ["PROCON", "Procón"]),
        ("😀 bicho, na comida", ("bicho na comida",), ["bicho, na comida"]),
        ("bicho na  comida", ("bicho na comida",), ["bicho na  comida"]),
        ("proconverso", ("procon",), []),
        ("saúde", (), []),
    ],
)
def test_danger_words_are_found_as_written(text: str, words: tuple[str, ...], found: list[str]) -> None:
    assert [text[start:end] for start, end in danger_spans(text, words)] == found


def test_the_navigation_names_views_in_the_teams_order() -> None:
    counts = (
        ViewCount(InboxView.TO_TRIAGE, None, Count(128)),
        ViewCount(InboxView.CRISIS, None, Count(3)),
        ViewCount(InboxView.CLOSED, None, Count(900)),
        ViewCount(None, 7, Count(1000, is_capped=True)),
    )
    saved = (SavedView(7, "Entrega atrasada", InboxQuery(InboxView.MINE), is_shared=False, version=1),)
    items = sidebar_items(counts, saved)
    assert [item.text for item in items][:13] == [
        "A triar",
        "Meus",
        "Minha área",
        "Sem dono",
        "Vencendo",
        "Crise",
        "A aprovar",
        "Aguardando cliente",
        "Aguardando área",
        "Sem retorno",
        "Sem motivo",
        "Adiados",
        "Encerrados",
    ]
    by_id = {item.id: item for item in items}
    assert by_id[item_id(InboxView.CRISIS)].alert
    assert by_id[item_id(InboxView.CLOSED)].count is None
    assert by_id[saved_item_id(7)].group == "Filtros salvos"
    assert sidebar_counts(counts) == {
        item_id(InboxView.TO_TRIAGE): 128,
        item_id(InboxView.CRISIS): 3,
        saved_item_id(7): 1000,
    }
    assert [target_of(item.id) for item in (items[0], items[-1])] == [InboxView.TO_TRIAGE, 7]
    assert target_of("customers") is None


def test_each_role_sees_the_views_it_works_with() -> None:
    def views(role: Role) -> tuple[InboxView, ...]:
        return views_of(Actor(1, "Ana", role))

    assert views(Role.SPECIALIST)[0] is InboxView.AREA is first_view(Actor(1, "Ana", Role.SPECIALIST))
    assert InboxView.TO_TRIAGE not in views(Role.SPECIALIST)
    assert InboxView.APPROVAL not in views(Role.ATTENDANT)
    assert InboxView.SILENT in views(Role.ATTENDANT)
    assert {InboxView.AREA, InboxView.MINE, InboxView.APPROVAL, InboxView.SILENT}.isdisjoint(views(Role.ANALYST))
    leading = (Role.SUPERVISOR, Role.ASSISTANT, Role.ADMINISTRATOR)
    assert [role for role in Role if InboxView.BREACHED in views(role)] == [role for role in Role if role in leading]
    assert set(views(Role.SUPERVISOR)) == set(views_of(None))
    assert all(view_name(view) and empty_text(view) for view in views_of(None))


def test_every_condition_has_a_chip_that_takes_just_it_away() -> None:
    wanted = InboxFilter(
        channel_ids=(1, 2),
        sentiments=(Sentiment.NEGATIVE,),
        owner_ids=(5,),
        area_ids=(3,),
        since=date(2026, 11, 1),
        until=date(2026, 11, 21),
        weekday=0,
        hour=23,
        only_private=True,
        only_vip=True,
        no_sentiment=True,
        intake_rule_id=4,
        intake_run_id=9,
        text="procon",
    )
    choices = FilterChoices(channels=(Choice(1, "Instagram"), Choice(2, "Facebook")), people=(Choice(5, "Ana"),))
    found = conditions(wanted, choices)
    assert [each.text for each in found][:3] == ["Instagram", "Facebook", "01/11/2026 a 21/11/2026"]
    assert "23h às 0h" in {each.text for each in found}
    rest = wanted
    while left := conditions(rest, choices):
        assert len(conditions(left[0].without, choices)) == len(left) - 1
        rest = left[0].without
    assert rest.is_empty


def test_the_list_is_a_sound_model(stage: Stage, qtmodeltester: ModelTester) -> None:
    ids = stage.receive(8)
    stage.show(InboxView.TO_TRIAGE)
    qtmodeltester.check(stage.page.panel.model)
    stage.services.triage.monitor(stage.desk.actor, ids[2:4])
    stage.news()
    assert stage.page.panel.model.rowCount() == 6


def test_the_preview_shows_everything_to_decide_on(stage: Stage, tmp_path: Path) -> None:
    stage.receive(
        1,
        channel="reclame_aqui",
        text="Vou ao Procon <b>hoje</b>",
        title="Pedido trocado",
        place="Belo Horizonte",
        likes=12,
        shares=1,
        is_private=True,
        permalink="https://exemplo.com.br/1",
        extra={"Categoria": "Entrega"},
        attachments=(IncomingAttachment("foto.jpg", "image/jpeg", 3, b"abc"),),
    )
    stage.show(InboxView.TO_TRIAGE)
    stage.press("j")
    preview = stage.page.reading.preview
    assert preview.text.toPlainText() == "Vou ao Procon <b>hoje</b>"
    assert preview.text.marked_words == ["Procon"]
    said = tree(preview)
    facts = ("Pedido trocado", "Belo Horizonte", "12 curtidas, 1 compartilhamento", "Entrega", "foto.jpg", "Privada")
    for words in facts:
        assert words in said
    preview._link.click()
    assert QApplication.clipboard().text() == "https://exemplo.com.br/1"
    mention = preview.mention
    assert mention is not None
    stage.page.files.write(mention.attachments[0].id, tmp_path / "foto.jpg")
    stage.settle()
    assert (tmp_path / "foto.jpg").read_bytes() == b"abc"


def test_everything_has_a_name_and_nothing_is_cut(stage: Stage) -> None:
    stage.receive(3)
    stage.show(InboxView.TO_TRIAGE)
    stage.press("j")
    stage.page.panel.toggle_filters()
    stage.page.panel.ask_name()
    stage.page.keys._ask_reason()
    stage.settle()
    assert nameless(stage.page) == []
    for scale in (80, 100, 125):
        stage.desk.theme.apply(scale=scale)
        stage.qtbot.waitUntil(lambda: cut(stage.page) == [], timeout=1_000)
    stage.page.resize(2300, 1500)
    stage.desk.theme.apply(scale=200)
    stage.qtbot.waitUntil(lambda: cut(stage.page) == [], timeout=1_000)
    stage.desk.theme.apply(scale=100)


def test_the_page_consists_of_these_parts(stage: Stage) -> None:
    stage.receive(1, channel="instagram", author_name="Marina Alves", text="Pedido trocado", author_key="m")
    stage.show(InboxView.TO_TRIAGE)
    stage.press("j")
    kept = Path(__file__).parents[2] / "snapshots" / "inbox_page.txt"
    stage.page.badges.read()
    stage.settle()
    shown = re.sub(r"\b\d\d:\d\d\b", "HH:MM", tree(stage.page)) + "\n"
    if not kept.exists():
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(shown, encoding="utf-8")
    assert shown == kept.read_text(encoding="utf-8")


class _PaintWatch(QObject):
    """Notes when something was painted."""

    painted = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt names it
        self.painted = self.painted or event.type() == QEvent.Type.Paint
        return False


def test_a_key_is_on_the_screen_within_a_tenth_of_a_second(stage: Stage) -> None:
    stage.receive(150)
    stage.show(InboxView.TO_TRIAGE)
    view = stage.page.panel.view
    watch = _PaintWatch()
    view.viewport().installEventFilter(watch)
    took = []
    for _ in range(60):
        watch.painted = False
        timer = QElapsedTimer()
        timer.start()
        QTest.keyClick(view, Qt.Key.Key_J)
        stage.qtbot.waitUntil(lambda: watch.painted, timeout=2_000)
        took.append(timer.elapsed())
    view.viewport().removeEventFilter(watch)
    assert statistics.quantiles(took, n=20)[-1] < 100


def test_the_window_stays_free_while_mentions_pour_in(stage: Stage) -> None:
    stage.receive(60)
    stage.show(InboxView.TO_TRIAGE)
    stage.press("j")
    gaps: list[int] = []
    clock = QElapsedTimer()
    clock.start()
    beat = QTimer()
    beat.setInterval(5)
    beat.timeout.connect(lambda: gaps.append(clock.restart()))
    asked: list[object] = []
    stage.page.live.arrived.connect(lambda keys, _many: asked.append(keys))
    stage.desk.calls.run(stage.page, "pour", lambda: [stage.receive(10) for _ in range(10)])
    beat.start()
    stage.qtbot.waitUntil(lambda: not stage.desk.calls.busy(stage.page, "pour"), timeout=10_000)
    stage.news()
    beat.stop()
    assert stage.page.panel.pill.text().startswith("100 novas")
    assert len(asked) <= 1 + sum(gaps) / 500
    # The goal of 50 ms is measured by the benchmark; a shared test machine gets some room.
    assert statistics.quantiles(gaps, n=20)[-1] < 100
