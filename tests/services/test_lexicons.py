import json
from pathlib import Path

import pytest

from app.models.domain.text_reading import read_text
from app.services.lexicons import RESOURCES, lexicon, lexicon_from, lexicon_of


def test_the_shipped_lists_are_compiled_once() -> None:
    assert lexicon() is lexicon()
    assert read_text("péssimo", lexicon()).words == ("pessimo",)
    assert {"politics", "religion", "ecology"} <= set(lexicon().policies)


def test_no_word_has_two_polarities_and_phrases_begin_with_a_word() -> None:
    words: dict[str, str] = {}
    for value, listed in json.loads((RESOURCES / "lexicons" / "polarity.json").read_text(encoding="utf-8"))[
        "polarity"
    ].items():
        for word in listed:
            assert words.setdefault(word, value) == value, word
            assert not (" " in word and word.split()[0].endswith("*")), word
    assert len(words) > 1_000


def test_an_installation_without_its_lists_is_told(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="situations"):
        lexicon_from(tmp_path)


def test_a_teams_themes_are_compiled_once_for_each_wording() -> None:
    own = {"themes": [{"key": "rivals", "name": "Rivais", "policy": "one_reply", "words": ["clássico de domingo"]}]}
    assert lexicon_of(own) is lexicon_of(dict(own))
    assert lexicon_of(own).policies == {"rivals": "one_reply"}
    assert lexicon_of({}) is lexicon_of(None) is lexicon()
