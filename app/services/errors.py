"""The errors that services raise on purpose: a code and facts, never a sentence; views turn codes into Portuguese."""

from __future__ import annotations


class UserError(Exception):
    """Something a person can understand and act on. ``code`` is a stable key, ``facts`` fill the sentence."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


class Invalid(UserError):
    """What was given cannot be used as it is."""


class Refused(UserError):
    """A rule or a right forbids it."""


class Conflict(UserError):
    """Somebody else changed it first; the typed text is kept by the caller."""


class Unavailable(UserError):
    """The database, a file or a network cannot be reached now."""
