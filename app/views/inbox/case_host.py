"""The case screen is built elsewhere and handed in; this is all that the inbox asks of it."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import SignalInstance


@runtime_checkable
class CaseHost(Protocol):
    """A widget that shows one case at a time beside the list; ids travel as objects, being longer than Qt's ``int``."""

    open_case_requested: SignalInstance
    """Carries the id of another case to open."""
    customer_requested: SignalInstance
    """Carries the id of a customer to show."""
    closed_case: SignalInstance
    """Carries the id of the case just closed; the inbox goes on to the next one."""

    @property
    def current_case_id(self) -> int | None:
        """Id of the case shown, None when there is none."""
        ...

    def show_case(self, case_id: int) -> None:
        """Show a case."""
        ...

    def clear(self) -> None:
        """Show no case."""
        ...
