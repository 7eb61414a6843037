"""How the company itself can be reached: what may stand in every public answer, for it is nobody's personal data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.models.domain.privacy_guard import is_cnpj

_MOST_LINES, _LONGEST = 100, 300
_PHONE_DIGITS = range(8, 14)
_PHONE = re.compile(r"[+(\d][\d ().-]*", re.ASCII)
_MAIL = re.compile(r"[\w.%+-]*@(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}", re.IGNORECASE)
_SHORTEST_PLACE = 8

# Everybody's mail: such a domain would let every customer's address pass.
_SHARED_DOMAINS = frozenset(
    f"@{name}"
    for name in (
        "gmail.com",
        "hotmail.com",
        "outlook.com",
        "outlook.com.br",
        "live.com",
        "icloud.com",
        "yahoo.com",
        "yahoo.com.br",
        "uol.com.br",
        "bol.com.br",
        "terra.com.br",
        "ig.com.br",
    )
)


class ContactError(ValueError):
    """A line that is no contact of its kind."""

    def __init__(self, line: str) -> None:
        super().__init__(line)
        self.line = line


@dataclass(frozen=True, slots=True)
class CompanyContacts:
    """The company's phones, e-mail addresses or domains (``@empresa.com.br``), CNPJs and street addresses."""

    phones: tuple[str, ...] = ()
    mails: tuple[str, ...] = ()
    cnpjs: tuple[str, ...] = ()
    places: tuple[str, ...] = ()

    @classmethod
    def from_mapping(cls, data: Mapping[str, Any]) -> CompanyContacts:
        """Read the setting ``company_contacts``; empty lines fall away.

        Raises TypeError when a part is no list of texts, ContactError with the first line that cannot be used.
        """
        return cls(
            phones=tuple(map(_phone, _lines(data.get("phones", ())))),
            mails=tuple(map(_mail, _lines(data.get("mails", ())))),
            cnpjs=tuple(map(_cnpj, _lines(data.get("cnpjs", ())))),
            places=tuple(map(_place, _lines(data.get("places", ())))),
        )


def _lines(value: object) -> list[str]:
    if not isinstance(value, (list, tuple)) or not all(isinstance(line, str) for line in value):
        raise TypeError("lines")
    found = [line.strip() for line in value if line.strip()]
    for line in [*(each for each in found if len(each) > _LONGEST), *found[_MOST_LINES:]]:
        raise ContactError(line[:_LONGEST])
    return found


def _phone(line: str) -> str:
    return _checked(line, is_usable=bool(_PHONE.fullmatch(line)) and _count(line) in _PHONE_DIGITS)


def _mail(line: str) -> str:
    address = line if "@" in line else f"@{line}"
    is_shared = address.casefold() in _SHARED_DOMAINS
    _checked(line, is_usable=bool(_MAIL.fullmatch(address)) and not is_shared)
    return address


def _cnpj(line: str) -> str:
    return _checked(line, is_usable=is_cnpj(line))


def _place(line: str) -> str:
    return _checked(line, is_usable=len(line) >= _SHORTEST_PLACE and _count(line) > 0)


def _count(line: str) -> int:
    return sum(sign.isdigit() for sign in line)


def _checked(line: str, *, is_usable: bool) -> str:
    if not is_usable:
        raise ContactError(line)
    return line
