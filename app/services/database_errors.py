"""Turns what the drivers say into the few codes that a person can act on."""

from __future__ import annotations

import re

from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from app.services.errors import Unavailable, UserError

_SQLITE_SIGNS = (
    ("disk is full", "disk_full"),
    ("disk i/o error", "disk_error"),
    ("database is locked", "database_busy"),
    ("readonly database", "database_read_only"),
    ("read-only", "database_read_only"),
    ("malformed", "database_damaged"),
    ("not a database", "database_not_ours"),
    ("unable to open", "database_not_found"),
    ("no such table", "database_not_ours"),
)
_POSTGRES_CLASSES = (
    ("28", "database_sign_in"),
    ("3D", "database_not_found"),
    ("53100", "disk_full"),
    ("53", "database_busy"),
    ("55P03", "database_busy"),
    ("25006", "database_read_only"),
    ("57", "database_unreachable"),
    ("08", "database_unreachable"),
)
_CONNECT_SIGNS = (
    (re.compile("password authentication|no password supplied|pg_hba|role .* does not exist"), "database_sign_in"),
    (re.compile("database .* does not exist"), "database_not_found"),
    (re.compile("too many (clients|connections)|remaining connection slots"), "database_busy"),
    (re.compile("starting up|shutting down"), "database_unreachable"),
)
_LOST = ("connection failed", "connection refused", "server closed", "could not connect", "timeout expired", "is lost")


def translate(error: SQLAlchemyError) -> UserError | None:
    """Return the error to raise instead, or None when it is a bug of ours."""
    if isinstance(error, PoolTimeoutError):
        return Unavailable("database_busy")
    if not isinstance(error, DBAPIError):
        return None
    code = _code_of(error)
    return Unavailable(code) if code else None


def _code_of(error: DBAPIError) -> str | None:
    state = getattr(error.orig, "sqlstate", None)
    if state:
        return next((code for prefix, code in _POSTGRES_CLASSES if state.startswith(prefix)), None)
    words = str(error.orig).lower()
    if error.connection_invalidated or any(sign in words for sign in _LOST):
        # A failed connect carries no state, only the server's words.
        return next((code for sign, code in _CONNECT_SIGNS if sign.search(words)), "database_unreachable")
    return next((code for sign, code in _SQLITE_SIGNS if sign in words), None)
