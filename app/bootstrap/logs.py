"""The program's log: one small rotating file on this workstation, with personal data taken out of every line."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

from app.views.support.redaction import redact

FILE_NAME = "balcao.log"
_BYTES = 1_000_000
_KEPT = 3


class RedactingFormatter(logging.Formatter):
    """Formats a record, its traceback included, and redacts the whole."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line without anybody's personal data."""
        return redact(super().format(record))


def start_log(folder: Path) -> logging.Handler | None:
    """Log to a file in ``folder``; a folder that cannot be written costs the log, never the work."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(folder / FILE_NAME, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8")
    except OSError:
        return None
    handler.setFormatter(RedactingFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return handler


def stop_log(handler: logging.Handler) -> None:
    """Close the file."""
    logging.getLogger().removeHandler(handler)
    handler.close()
