"""The brand's own names at the networks are no customer's words: "@loja.aurora" complains about no shop."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

_HANDLE: Final = re.compile(r"(?<![\w@.+-])@([\w-]{2,100}(?:\.[\w-]{1,100}){0,5}(?:@[\w.-]{3,200})?)")
_LETTER: Final = re.compile(r"[^\W_]")
_NEUTRAL: Final = "0"
_NAMES, _ADDRESSES = ("handle", "username"), ("address", "other_addresses")
_BETWEEN: Final = re.compile(r"[,;\s]+")


def names_of(account_name: str, options: Mapping[str, Any]) -> frozenset[str]:
    """Return what an account is called at its network, in lower case, without "@" before it.

    That is in its options, or "@name" in the name that the team gave it ("Instagram @loja.aurora").
    """
    found = {match[1] for match in _HANDLE.finditer(account_name)}
    found |= {str(options.get(key) or "") for key in _NAMES}
    found |= {each for key in _ADDRESSES for each in _BETWEEN.split(str(options.get(key) or ""))}
    return frozenset(tidy for each in found if len(tidy := plain(each)) > 1)


def plain(key: str) -> str:
    """Return an author's key in the form in which names are compared."""
    return key.strip().removeprefix("@").lower()


@dataclass(frozen=True)
class OwnNames:
    """All names of the company's own accounts, each with the id of its channel."""

    names: frozenset[tuple[int, str]] = frozenset()

    @classmethod
    def of(cls, accounts: Iterable[tuple[int, str, Mapping[str, Any]]]) -> OwnNames:
        """Gather the names of accounts: (channel's id, name given by the team, options)."""
        return cls(
            frozenset((channel, name) for channel, given, options in accounts for name in names_of(given, options))
        )

    def has_written(self, channel_id: int, author_key: str | None) -> bool:
        """Tell whether an author is one of our own accounts."""
        return author_key is not None and (channel_id, plain(author_key)) in self.names

    def neutral(self, text: str) -> str:
        """Return a text of the same length in which our own handles and addresses are no words with a meaning."""
        if "@" not in text or self._pattern is None:
            return text
        return self._pattern.sub(lambda match: _LETTER.sub(_NEUTRAL, match[0]), text)

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        told = sorted({name for _channel, name in self.names}, key=lambda name: (-len(name), name))
        ways = "|".join(f"{'' if '@' in name else '@'}{re.escape(name)}" for name in told)
        return re.compile(rf"(?<![\w.+-])(?:@?(?:{ways}))(?![\w-])(?!\.\w)", re.IGNORECASE) if told else None
