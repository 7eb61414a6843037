"""Writes the table of networks anew: `python -m tests.networks_table`."""

from __future__ import annotations

from app.bootstrap.networks import NETWORKS
from tests.networks_table.table import DOCS, HELP, docs_table, help_page

if __name__ == "__main__":
    kinds = [network.kind for network in NETWORKS.values()]
    HELP.write_text(help_page(HELP.read_text(encoding="utf-8"), kinds), encoding="utf-8")
    DOCS.write_text(docs_table(kinds), encoding="utf-8")
