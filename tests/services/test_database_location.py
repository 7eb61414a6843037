"""What a person or a script gives is read as a file or a server, and passwords are never shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.services.database_location import LocalFile, Server, parse_location
from app.services.errors import Invalid


def test_a_path_is_a_file() -> None:
    assert parse_location("/a/b c.balcao") == LocalFile(Path("/a/b c.balcao"))
    assert parse_location("~/x.balcao") == LocalFile(Path("~/x.balcao").expanduser())
    assert LocalFile(Path("x.balcao"), key=bytes(32)).describe() == "x.balcao"
    assert "key" not in repr(LocalFile(Path("x.balcao"), key=bytes(32)))


def test_an_address_is_a_server_and_comes_back_without_its_password() -> None:
    server = parse_location("postgresql://ana%40loja:s%2Fnha@db.local:5433/sac%20novo")
    assert server == Server(host="db.local", name="sac novo", user="ana@loja", port=5433, password="s/nha")
    assert server.describe() == "postgresql://ana%40loja@db.local:5433/sac%20novo"
    assert "nha" not in repr(server)
    assert parse_location(server.describe()) == Server(host="db.local", name="sac novo", user="ana@loja", port=5433)


@pytest.mark.parametrize(
    "text",
    [
        "postgresql://",
        "postgresql://host/name",
        "postgres://a@host",
        "postgresql://a@host:x/name",
        "postgresql://a@[::1/name",
        "postgresql://a@host/name?sslmode=verify-ful",
        "postgresql://a@host/name?ssl=1",
        "postgresql://a@host/name?sslmode",
    ],
)
def test_an_address_without_host_user_or_name_is_invalid(text: str) -> None:
    with pytest.raises(Invalid, match="database_url_invalid"):
        parse_location(text)


@pytest.mark.parametrize(
    "server",
    [
        Server(host="::1", name="sac", user="ana"),
        Server(host="db", name="a/b", user="loja/ana"),
        Server(host="db", name="sac", user="ana", ssl_mode="verify-full"),
    ],
)
def test_every_server_comes_back_from_how_it_is_described(server: Server) -> None:
    assert parse_location(server.describe()) == server
