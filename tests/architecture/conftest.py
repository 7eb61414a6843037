"""The syntax trees of the whole project are let go as soon as the tests that read them are over."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.architecture.sources import tree_of


@pytest.fixture(autouse=True, scope="package")
def trees_are_let_go() -> Iterator[None]:
    """Hundreds of megabytes of nodes would be looked through by every later collection of garbage."""
    yield
    tree_of.cache_clear()
