"""Writes docs/RULES_HITS.md anew: ``python -m tests.rules_hits``."""

from __future__ import annotations

from tests.rules_hits.table import DOC, document, rows

DOC.write_text(document(rows()), encoding="utf-8")
