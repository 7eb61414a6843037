"""The office whose answers really leave, for what the outbox page and the case say of them."""

from __future__ import annotations

from tests.services.outbox.conftest import colleague, desk, office, person_of

__all__ = ["colleague", "desk", "office", "person_of"]
