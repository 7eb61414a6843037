"""What a rule file would change, counted and named before anybody says yes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

MOST_NAMES = 200
_NAMES = ("key", "name", "title", "day", "kind", "norm")


@dataclass(frozen=True, slots=True)
class Difference:
    """One section: how many entries come, change and go, and their names (at most 200 of each)."""

    section: str
    added: int
    changed: int
    removed: int
    added_names: tuple[str, ...]
    changed_names: tuple[str, ...]
    removed_names: tuple[str, ...]

    @property
    def is_same(self) -> bool:
        """Tell whether nothing would change."""
        return not (self.added or self.changed or self.removed)


def difference(section: str, before: Any, after: Any) -> Difference:  # noqa: ANN401 - any JSON value
    """Return how two JSON values differ; entries of lists are matched by their key, name, title or day."""
    old, new = dict(_entries(before)), dict(_entries(after))
    added = [path for path in new if path not in old]
    removed = [path for path in old if path not in new]
    changed = [path for path in new if path in old and new[path] != old[path]]
    return Difference(
        section, len(added), len(changed), len(removed), *(_names(paths) for paths in (added, changed, removed))
    )


def _names(paths: list[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(" › ".join(path) for path in paths[:MOST_NAMES])


def _entries(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:  # noqa: ANN401 - any JSON value
    """Yield what is compared: an entry of a list by its name, what lies below it apart, everything else as it is."""
    if isinstance(value, Mapping):
        own = {key: each for key, each in value.items() if not _goes_deeper(each)}
        if path or own:
            yield path, own
        for key, each in value.items():
            if _goes_deeper(each):
                yield from _entries(each, (*path, str(key)))
    elif isinstance(value, list) and _is_entries(value):
        for each, name in zip(value, _told_apart(value), strict=True):
            yield from _entries(each, (*path, name))
    else:
        yield path, value


def _goes_deeper(value: Any) -> bool:  # noqa: ANN401 - any JSON value
    return isinstance(value, Mapping) or _is_entries(value)


def _is_entries(value: Any) -> bool:  # noqa: ANN401 - any JSON value
    return isinstance(value, list) and bool(value) and all(isinstance(each, Mapping) for each in value)


def _name_of(entry: Mapping[str, Any]) -> str:
    return next((str(entry[key]) for key in _NAMES if entry.get(key) is not None), "?")


@dataclass(frozen=True, slots=True)
class LeafChange:
    """One plain value that an edit changed, by its path; None = was not there, is no more."""

    path: str
    before: str | None
    after: str | None


def leaf_changes(before: Any, after: Any) -> tuple[LeafChange, ...]:  # noqa: ANN401 - any JSON value
    """Return the plain values in which two JSON values differ, at most 200, in the order in which they stand."""
    old, new = dict(_leaves(before)), dict(_leaves(after))
    paths = dict.fromkeys([*old, *new])
    differing = [(path, old.get(path), new.get(path)) for path in paths if old.get(path) != new.get(path)]
    differing += _moved(dict(_orders(before)), dict(_orders(after)))
    return tuple(LeafChange(" › ".join(path), was, now) for path, was, now in differing[:MOST_NAMES])


def told_change(before: Any, after: Any) -> tuple[dict[str, str], dict[str, str]]:  # noqa: ANN401 - any JSON value
    """Return from and to of what differs alone, by path: short enough to keep with every file that was taken in."""
    found = leaf_changes(before, after)
    return (
        {each.path: each.before for each in found if each.before is not None},
        {each.path: each.after for each in found if each.after is not None},
    )


_Path = tuple[str, ...]


def _moved(
    old: Mapping[_Path, list[str]], new: Mapping[_Path, list[str]]
) -> list[tuple[_Path, str | None, str | None]]:
    """Return the lists that hold the same entries in another order."""
    return [
        (path, ", ".join(names), ", ".join(new[path]))
        for path, names in old.items()
        if names != new.get(path) and sorted(names) == sorted(new.get(path, ()))
    ]


def _orders(value: Any, path: _Path = ()) -> Iterator[tuple[_Path, list[str]]]:  # noqa: ANN401 - any JSON value
    if isinstance(value, Mapping):
        for key, each in value.items():
            yield from _orders(each, (*path, str(key)))
    elif isinstance(value, list) and _is_entries(value):
        names = list(_told_apart(value))
        yield path, names
        for each, name in zip(value, names, strict=True):
            yield from _orders(each, (*path, name))


def _leaves(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:  # noqa: ANN401 - any JSON value
    if isinstance(value, Mapping):
        for key, each in value.items():
            yield from _leaves(each, (*path, str(key)))
    elif isinstance(value, list) and _is_entries(value):
        for each, name in zip(value, _told_apart(value), strict=True):
            yield from _leaves(each, (*path, name))
    elif isinstance(value, list):
        yield path, ", ".join(str(each) for each in value)
    elif value is not None:
        yield path, str(value)


def _told_apart(entries: list[Mapping[str, Any]]) -> Iterator[str]:
    seen: dict[str, int] = {}
    for each in entries:
        name = _name_of(each)
        seen[name] = seen.get(name, 0) + 1
        yield name if seen[name] == 1 else f"{name} ({seen[name]})"
