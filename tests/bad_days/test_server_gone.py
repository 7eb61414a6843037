"""The team's server goes away while somebody edits, and comes back: no word is lost, nothing is started anew."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from app.bootstrap.services import build_services
from app.models.domain.people import Role
from app.services.case_opening import ManualCase
from app.services.database_location import Server
from app.services.errors import Unavailable
from app.services.opening import open_database
from app.services.people import add_person
from app.views.customer.page import CustomerPage
from app.views.support.changes import ChangeBridge
from app.views.support.desk import Desk
from tests.fakes import FakeClock
from tests.postgres import PostgresServer


@pytest.mark.postgres
def test_what_was_typed_outlives_the_server(  # noqa: PLR0917 - fixtures come by name
    postgres_location: Server,
    postgres_server: PostgresServer,
    clock: FakeClock,
    bridge: ChangeBridge,
    desk: Desk,
    errors: list[Exception],
    qtbot: QtBot,
    settle: Callable[[], None],
) -> None:
    database = open_database(
        postgres_location, clock=clock, workstation_key="w", workstation_name="w", announce=bridge.publish
    )
    services = build_services(database)
    actor = database.quiet(lambda each: add_person(each, name="Rui Sá", role=Role.SUPERVISOR, at=clock.now()))
    case = services.cases.open_manual(actor, ManualCase("phone", "Cadê o meu pedido?", customer_name="Joana Sá")).value
    page = CustomerPage(
        desk=dataclasses.replace(desk, actor=actor),
        customers=services.customers,
        merges=services.customer_merge,
        classification=services.classification,
    )
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    page.show_customer(case.customer.id)
    settle()
    page.card.data.begin_edit()
    form = page.card.data.form
    form.fill("name", "Joana Prado Sá")
    postgres_server.pause()
    try:
        form.submitted.emit()
        qtbot.waitUntil(lambda: bool(form.error_of("")), timeout=30_000)
        assert "O que você digitou continua aqui" in form.error_of("")
        assert page.card.data.is_editing
        assert form.edit.name == "Joana Prado Sá"
        assert page.card.trail.model.rowCount() == 1
        with pytest.raises(Unavailable, match="database_unreachable"):
            services.cases.detail(case.id, actor.person_id)
    finally:
        postgres_server.resume()
    form.submitted.emit()
    qtbot.waitUntil(lambda: not page.card.data.is_editing, timeout=30_000)
    assert services.customers.card(case.customer.id).name == "Joana Prado Sá"
    assert services.cases.detail(case.id, actor.person_id).protocol == case.protocol
    assert errors == []
    page.hide()
    settle()
    database.close()
