"""Tell the team's own group, through which customers write, from the lists and newsletters of others."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from app.services.files.mail_headers import addresses

_URI: Final = re.compile(r"<\s*(mailto:[^<>?\s]{1,400}|https?://[^<>/?#\s]{1,400})", re.IGNORECASE)
_LIST_ID: Final = re.compile(r"<\s*([^<>\s]{1,400})\s*>\s*$")
_GROUP_HOSTS: Final = frozenset({"googlegroups.com", "groups.google.com"})
"""Where Google's groups are left, whatever the domain of the group's address."""
_ORIGINAL: Final = ("x-original-from", "x-original-sender", "reply-to")
_Fields = Mapping[str, Sequence[str]]


def is_through_own_group(fields: _Fields, own: Collection[str]) -> bool:
    """Tell whether the list that passed a mail on is a group whose address is ours, and no other list had it before.

    ``own`` are the account's addresses, in lower case. A newsletter that goes to the group keeps its own way to leave
    it, at another place than the group's: such a mail is none of the group's.
    """
    ids = [_list_id(value) for value in fields.get("list-id", ())]
    posts = {where for where in _places(fields.get("list-post", ())) if "@" in where}
    if len(ids) > 1 or not all(where in own for where in posts):
        return False
    if not posts and not (ids and ids[0] in {each.replace("@", ".") for each in own}):
        return False
    domains = {each.rpartition("@")[2] for each in own}
    return all(_is_left_at(where, domains) for where in _places(fields.get("list-unsubscribe", ())))


def group_writer(fields: _Fields, own: Collection[str]) -> tuple[str, str]:
    """Return (name, address) of who wrote to a group that passes the mail on in its own name, ("", "") if we did."""
    told = (writer for name in _ORIGINAL for writer in addresses(fields.get(name, ())) if writer[1])
    return next((writer for writer in told if not is_own(writer[1], own)), ("", ""))


def is_own(address: str, own: Collection[str]) -> bool:
    """Tell whether an address is ours, with or without a tag behind a plus."""
    local, _, domain = address.rpartition("@")
    return address in own or f"{local.partition('+')[0]}@{domain}" in own


def _list_id(value: str) -> str:
    found = _LIST_ID.search(value)
    return (found[1] if found else value).strip().lower()


def _places(values: Sequence[str]) -> list[str]:
    """Return where the links of a header lead: addresses, and the hosts of pages."""
    found = (each.lower() for value in values for each in _URI.findall(value))
    return [each.removeprefix("mailto:") if each.startswith("mailto:") else _host(each) for each in found]


def _host(page: str) -> str:
    return page.partition("://")[2].rpartition("@")[2].partition(":")[0]


def _is_left_at(where: str, domains: Collection[str]) -> bool:
    host = where.rpartition("@")[2]
    return host in _GROUP_HOSTS or any(host == each or host.endswith(f".{each}") for each in domains)
