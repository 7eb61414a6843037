"""A web site with feeds of one's own, well made or not."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import format_datetime
from hashlib import sha256
from html import escape

from tests.counterparts.http_server import HttpServer, Reply, Request, route


class FeedsCounterpart(HttpServer):
    """``write`` puts an entry into a feed; ``documents`` may hold any bytes instead of a well made feed."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 21, 13, 0, tzinfo=UTC)
        self.entries: dict[str, list[str]] = {}
        self.documents: dict[str, tuple[bytes, str]] = {}
        super().__init__()

    def address(self, name: str = "news") -> str:
        return f"{self.url}/{name}"

    def write(
        self,
        title: str,
        text: str = "",
        *,
        feed: str = "news",
        guid: str | None = None,
        link: str | None = None,
        date: str | None = None,
        more: str = "",
    ) -> None:
        at = format_datetime(self.now, usegmt=True) if date is None else date
        parts = {"title": title, "description": text, "guid": guid or "", "link": link or "", "pubDate": at}
        made = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in parts.items() if value)
        self.entries.setdefault(feed, []).insert(0, f"<item>{made}{more}</item>")

    def rewrite(self, old: str, new: str, *, feed: str = "news") -> None:
        self.entries[feed] = [each.replace(old, new) for each in self.entries[feed]]

    @route("GET", r"/(\w+)")
    def feed(self, request: Request, name: str) -> object:
        content, media_type = self.documents.get(name) or (self._made(name), "application/rss+xml")
        etag = f'"{sha256(content).hexdigest()[:8]}"'
        if request.headers.get("if-none-match") == etag:
            return Reply(304, headers={"ETag": etag})
        return Reply(200, content, {"ETag": etag}, media_type)

    def _made(self, name: str) -> bytes:
        head = '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>'
        about = f"<title>Jornal {name}</title><language>pt-BR</language>"
        return f"{head}{about}{''.join(self.entries.get(name, []))}</channel></rss>".encode()
