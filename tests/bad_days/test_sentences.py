"""Every code that a broken database, disk or server ends in has its own sentence, and the list of bad days is true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.services import database_errors
from app.services.errors import Unavailable
from app.views.support.error_texts import ERROR_TEXTS
from app.views.support.errors import error_text

ROOT = Path(__file__).resolve().parents[2]
LIST = (ROOT / "docs" / "BAD_DAYS.md").read_text(encoding="utf-8")
_SOURCE = Path(database_errors.__file__).read_text(encoding="utf-8")
CODES = sorted(set(re.findall(r'"((?:database|disk)_[a-z_]+)"', _SOURCE)))


@pytest.mark.parametrize("code", CODES)
def test_what_a_driver_says_has_a_sentence(code: str) -> None:
    text = error_text(Unavailable(code, path="C:/Balcão/loja.balcao"))
    assert code not in text
    assert len(text.split(". ")) > 1  # what happened, and what is safe or what to do


@pytest.mark.parametrize("name", re.findall(r"`(tests/[^`]+)`", LIST))
def test_the_tests_that_the_list_names_exist(name: str) -> None:
    path, _, function = name.partition("::")
    source = (ROOT / path).read_text(encoding="utf-8")
    assert not function or f"def {function}(" in source


@pytest.mark.parametrize("code", re.findall(r"`([a-z_]+\.?[a-z_]+)`:", LIST))
def test_the_codes_that_the_list_names_have_sentences(code: str) -> None:
    assert code in ERROR_TEXTS
