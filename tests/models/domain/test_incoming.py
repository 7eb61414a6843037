"""A ledger balances or does not exist."""

from __future__ import annotations

import pytest

from app.models.domain.incoming import Ledger


def test_ledgers_add_up() -> None:
    assert Ledger(3, 1, 1, 1) + Ledger(2, 2) == Ledger(5, 3, 1, 1)


def test_a_row_that_is_nowhere_is_refused() -> None:
    with pytest.raises(ValueError, match="balance"):
        Ledger(received=2, stored=1)
