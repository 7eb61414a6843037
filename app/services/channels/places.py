"""Where on the network a name may lead: looked up once, public only, and then connected to as it was looked at."""

from __future__ import annotations

import ipaddress
import socket
import urllib.request
from collections.abc import Callable, Mapping
from typing import Any

import httpx2

from app.models.domain.channel_health import Problem
from app.services.channels.base import ChannelError

Resolve = Callable[[str], list[str]]
_MOST_PLACES = 3


def places_of(host: str) -> list[str]:
    """Return the addresses of a host, the likeliest first. Raises OSError where it has none."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)]


def public_places(address: httpx2.URL, resolve: Resolve) -> tuple[str, ...]:
    """Return the addresses to connect to, so that a name cannot lead elsewhere once it was looked at.

    None behind a proxy, which looks names up by itself. Raises ChannelError ``address_refused`` when any is private,
    ``name_not_found`` when there is none.
    """
    is_proxied = _is_proxied(address)
    try:
        found = resolve(address.host)
    except (OSError, UnicodeError) as error:
        if is_proxied:
            return ()
        raise ChannelError(Problem.NAME_NOT_FOUND) from error
    if not found or any(not ipaddress.ip_address(each.partition("%")[0]).is_global for each in found):
        raise ChannelError(Problem.ADDRESS_REFUSED, facts={"why": "private"})
    return () if is_proxied else tuple(dict.fromkeys(found))[:_MOST_PLACES]


def asked_at(place: str, address: httpx2.URL, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return a question's arguments so that it goes to one address, and to the name all the same.

    Such a connection is not kept: the next name at that address has a certificate of its own to show.
    """
    headers = {**(given.get("headers") or {}), "Host": address.netloc.decode("ascii"), "Connection": "close"}
    return {
        **given,
        "place": place,
        "headers": headers,
        "extensions": {"sni_hostname": address.raw_host.decode("ascii")},
    }


def _is_proxied(address: httpx2.URL) -> bool:
    proxies = urllib.request.getproxies()
    return bool({address.scheme, "all"} & proxies.keys()) and not urllib.request.proxy_bypass(address.host)
