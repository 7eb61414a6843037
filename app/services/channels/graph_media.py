"""Fetches the small pictures that come with what people write, from the network's own hosts and from nowhere else."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from app.models.domain.incoming import IncomingAttachment
from app.services.channels.base import ChannelError
from app.services.channels.graph_reading import NamedFile
from app.services.channels.http import HttpClient

_MOST_BYTES = 5 * 1024 * 1024
_MOST_PER_PAGE = 20
_HOSTS = (".fbcdn.net", ".cdninstagram.com", ".fbsbx.com")


class Pictures:
    """Loads pictures; what is larger, further off or no picture is only named."""

    def __init__(self, base_url: str) -> None:
        self._own = urlsplit(base_url).netloc
        self._http = HttpClient(most_bytes=_MOST_BYTES, whole_seconds=15.0, silent_seconds=10.0)
        self._left = _MOST_PER_PAGE

    @property
    def calls(self) -> int:
        """Return how many questions were asked for pictures so far."""
        return self._http.calls

    def begin_page(self) -> int:
        """Allow another page's share of pictures; return how many questions were asked before."""
        self._left = _MOST_PER_PAGE
        return self.calls

    def taken(self, files: Sequence[NamedFile]) -> tuple[IncomingAttachment, ...]:
        """Return the files as attachments, with content where it was small and near."""
        return tuple(self._one(each) for each in files)

    def close(self) -> None:
        """Let the connections go."""
        self._http.close()

    def _one(self, file: NamedFile) -> IncomingAttachment:
        content = None
        if file.media_type.startswith("image/") and file.size <= _MOST_BYTES and self._left and self._is_near(file.url):
            self._left -= 1
            content = self._load(file.url)
        size = len(content) if content is not None else file.size
        return IncomingAttachment(file.name, file.media_type, size, content)

    def _is_near(self, url: str) -> bool:
        parts = urlsplit(url)
        if parts.netloc == self._own:
            return True
        return parts.scheme == "https" and f".{parts.hostname or ''}".endswith(_HOSTS)

    def _load(self, url: str) -> bytes | None:
        try:
            answer = self._http.get(url)
        except ChannelError:
            return None  # the mention is worth more than its picture: the file stays named
        is_picture = answer.headers.get("content-type", "").startswith("image/")
        return answer.content if answer.is_ok and is_picture else None
