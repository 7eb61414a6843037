"""The help's pages are texts beside the program; here they are read, searched, and given the keys now in force."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.models.domain.words import fold

if TYPE_CHECKING:
    from pathlib import Path

_MARKS: Final = re.compile(r"[#*`>|]|^-+ |!?\[([^\]]*)\]\([^)]*\)|-{3,}", re.MULTILINE)
_KEY: Final = re.compile(r"\{([a-z_]+\.[a-z_]+)\|([^{}]*)\}")
LINK: Final = "help:"
_AROUND: Final = 40


@dataclass(frozen=True, slots=True)
class Topic:
    """One page: ``id`` is the file's name without its number, ``title`` its first heading."""

    id: str
    title: str
    text: str

    @property
    def plain(self) -> str:
        """What stands below the title as it is read, in one line, without marks."""
        below = with_keys(self.text.partition("\n")[2], lambda _id: "")
        return " ".join(_MARKS.sub(lambda found: found.group(1) or " ", below).split())

    def holds(self, words: list[str]) -> bool:
        """Tell whether every folded word is in the page."""
        folded = fold(f"{self.title} {self.plain}")
        return all(word in folded for word in words)


@dataclass(frozen=True, slots=True)
class Found:
    """A page that a search found, with a few words around the first place."""

    topic: Topic
    excerpt: str


def read_topics(folder: Path) -> tuple[Topic, ...]:
    """Return the pages in the order of their file names; raises OSError when one cannot be read."""
    topics = []
    for path in sorted(folder.glob("*.md")):
        text = path.read_text(encoding="utf-8")
        title = text.lstrip().partition("\n")[0].lstrip("# ").strip()
        topics.append(Topic(path.stem.partition("_")[2], title, text))
    return tuple(topics)


def search_topics(topics: tuple[Topic, ...], typed: str) -> tuple[Found, ...]:
    """Return the pages that hold every typed word, those with a word in the title first; accents do not matter."""
    words = fold(typed).split()
    if not words:
        return tuple(Found(topic, "") for topic in topics)
    found = [topic for topic in topics if topic.holds(words)]
    found.sort(key=lambda topic: not any(word in fold(topic.title) for word in words))
    return tuple(Found(topic, _excerpt(topic.plain, words[0])) for topic in found)


def with_keys(text: str, key_of: Callable[[str], str]) -> str:
    """Put keys in place of ``{action.id|key}``; ``key_of`` answers with nothing for an action it does not know."""
    return _KEY.sub(lambda found: key_of(found.group(1)) or found.group(2), text)


def keys_named(text: str) -> list[tuple[str, str]]:
    """Return the (action id, key) pairs that a text names."""
    return _KEY.findall(text)


def topic_of_link(link: str) -> str:
    """Return the page that a link leads to, nothing for any other link."""
    return link.removeprefix(LINK) if link.startswith(LINK) else ""


def _excerpt(plain: str, word: str) -> str:
    # Folding may change lengths, so the place is found word by word.
    words = plain.split()
    place = next((number for number, each in enumerate(words) if word in fold(each)), 0)
    start = max(0, place - _AROUND // 10)
    shown = " ".join(words[start : start + _AROUND // 2])
    return f"…{shown}" if start else shown
