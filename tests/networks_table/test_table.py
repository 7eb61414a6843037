"""What help and documentation say of each network is what its adapter says."""

from __future__ import annotations

from app.bootstrap.networks import NETWORKS
from tests.networks_table.table import DOCS, HELP, docs_table, help_page


def test_help_and_documentation_say_what_the_adapters_say() -> None:
    kinds = [network.kind for network in NETWORKS.values()]
    page = HELP.read_text(encoding="utf-8")
    assert page == help_page(page, kinds)
    assert DOCS.read_text(encoding="utf-8") == docs_table(kinds)
