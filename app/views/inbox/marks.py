"""Rows marked for one act together stay marked while the list is refreshed, scrolled or changed by colleagues."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from app.models.domain.inbox import RowKind

RowKey = tuple[RowKind, int]


class Marks(QObject):
    """The marked rows by key, in the order in which they were marked."""

    changed = Signal()

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys: dict[RowKey, None] = {}
        self._is_whole = False

    def __len__(self) -> int:
        return len(self._keys)

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    @property
    def is_whole(self) -> bool:
        """Whether everything that the filter finds is marked, loaded or not."""
        return self._is_whole

    def ids(self, kind: RowKind) -> tuple[int, ...]:
        """Return the marked ids of one kind."""
        return tuple(row_id for row_kind, row_id in self._keys if row_kind is kind)

    def toggle(self, key: RowKey) -> None:
        """Mark a row, or take its mark away."""
        if key in self._keys:
            del self._keys[key]
        else:
            self._keys[key] = None
        self._is_whole = False
        self.changed.emit()

    def add(self, keys: Iterable[RowKey], *, whole: bool = False) -> None:
        """Mark rows; ``whole`` says that these are all of the filter."""
        self._keys.update(dict.fromkeys(keys))
        self._is_whole = whole
        self.changed.emit()

    def drop(self, keys: Iterable[RowKey]) -> None:
        """Take marks away."""
        gone = [key for key in keys if key in self._keys]
        for key in gone:
            del self._keys[key]
        if gone:
            self._is_whole = False
            self.changed.emit()

    def clear(self) -> None:
        """Mark nothing."""
        if self._keys:
            self._keys.clear()
            self._is_whole = False
            self.changed.emit()
