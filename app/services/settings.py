"""Each workstation remembers its own looks, keys and window; this is the one typed file that holds them.

What a team must agree on (hours, deadlines, trees) lives in the database, never here; secrets live in the keyring.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, cast

import platformdirs

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

VERSION: Final = 1
FILE_NAME: Final = "workstation.json"
FONT_SCALES: Final = (80, 200)
RECENT_ACTIONS: Final = 12
_TIME_OF_DAY: Final = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


@dataclass(frozen=True, slots=True)
class WorkstationSettings:
    """What this workstation prefers; every field has a default that a new person can work with."""

    theme: str = "system"
    """system, light, dark or contrast."""
    font_scale: int = 100
    """Per cent, 80 to 200."""
    density: str = "comfortable"
    """comfortable (rows of two lines) or compact (one line)."""
    language: str = "pt_BR"
    single_keys: bool = True
    """Whether keys without Ctrl, such as E for close, do anything."""
    key_remaps: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """Action id -> key sequences in portable text; an empty tuple takes all keys away."""
    recent_actions: tuple[str, ...] = ()
    sound: bool = True
    quiet_from: str = ""
    """Local time, HH:MM, from which only crises notify; empty = no quiet hours."""
    quiet_to: str = ""
    spell_check: bool = True
    """Whether editors underline what is not in the dictionary."""
    last_database: str = ""
    """URL or path without a password."""
    person_name: str = ""
    """Who signed in last at this workstation."""
    workstation_key: str = ""
    """What names this workstation in the change log; made once, at random."""
    last_page: str = ""
    window_geometry: str = ""
    """Base64 of the window system's bytes."""
    window_state: str = ""
    layouts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Splitters and table headers by name, base64."""
    import_mappings: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    """Column mappings of imported files by kind of file."""
    recent_searches: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """What each person searched for last at this workstation, by the person's name, the newest first."""
    search_forms: bool = False
    """Whether a search finds the other forms of its words too."""


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """The settings, and a code when the file could not be used: ``settings.broken`` or ``settings.newer``."""

    settings: WorkstationSettings
    warning: str = ""
    set_aside: Path | None = None


def config_folder(profile: Path | None = None) -> Path:
    """Return the folder of this workstation's settings: ``profile`` itself, or the person's config folder."""
    return profile if profile is not None else Path(platformdirs.user_config_dir("balcao", appauthor=False))


class SettingsStore:
    """Loads and saves the workstation's file; keeps what a newer version wrote beside what we know."""

    def __init__(self, *, folder: Path) -> None:
        self._path = folder / FILE_NAME
        self._unknown: dict[str, Any] = {}
        self._current = WorkstationSettings()

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._path

    @property
    def current(self) -> WorkstationSettings:
        """What was last loaded or saved; reads no file."""
        return self._current

    def load(self) -> LoadedSettings:
        """Read the file; a missing one gives defaults, a broken one is set aside and reported."""
        try:
            raw = json.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return LoadedSettings(self._current)
        except (OSError, ValueError):
            return LoadedSettings(self._current, "settings.broken", self._set_aside())
        if not isinstance(raw, dict):
            return LoadedSettings(self._current, "settings.broken", self._set_aside())
        known = {item.name for item in fields(WorkstationSettings)}
        self._unknown = {key: value for key, value in raw.items() if key not in known and key != "version"}
        self._current = _from_raw(raw)
        version = raw.get("version")
        newer = isinstance(version, int) and version > VERSION
        return LoadedSettings(self._current, "settings.newer" if newer else "")

    def save(self, settings: WorkstationSettings) -> None:
        """Write the file whole or not at all (a crash leaves the old one); raises OSError when it cannot."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        content = self._unknown | _to_raw(settings) | {"version": VERSION}
        handle, name = tempfile.mkstemp(dir=self._path.parent, prefix=".workstation-", suffix=".tmp")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as stream:
                json.dump(content, stream, ensure_ascii=False, indent=2, sort_keys=True)
                stream.flush()
                os.fsync(stream.fileno())
            Path(name).replace(self._path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        self._current = settings

    def update(self, **changes: object) -> WorkstationSettings:
        """Save the current settings with some fields changed and return them."""
        changed = replace(self._current, **cast("dict[str, Any]", changes))
        if changed != self._current:
            self.save(changed)
        return self._current

    def _set_aside(self) -> Path | None:
        """Rename the unusable file so that nothing is lost; return its new name, or None when even that fails."""
        for number in range(1, 100):
            target = self._path.with_name(f"workstation.broken-{number}.json")
            if not target.exists():
                try:
                    return self._path.rename(target)
                except OSError:
                    return None
        return None


def _to_raw(settings: WorkstationSettings) -> dict[str, Any]:
    """Return the settings as JSON-ready values."""
    plain = {item.name: getattr(settings, item.name) for item in fields(settings)}
    return {key: dict(value) if isinstance(value, (MappingProxyType, dict)) else value for key, value in plain.items()}


def _from_raw(raw: dict[str, Any]) -> WorkstationSettings:
    """Take each value that has the right form; keep the default for the others."""
    taken: dict[str, Any] = {}
    for item in fields(WorkstationSettings):
        if item.name in raw:
            value = _READERS.get(item.name, _reader_for(str(item.type)))(raw[item.name])
            if value is not None:
                taken[item.name] = value
    return WorkstationSettings(**taken)


def _reader_for(type_name: str) -> Callable[[object], Any]:
    return {"str": _text, "bool": _flag}.get(type_name, _text)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _flag(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _one_of(*allowed: str) -> Callable[[object], str | None]:
    return lambda value: value if isinstance(value, str) and value in allowed else None


def _scale(value: object) -> int | None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    low, high = FONT_SCALES
    return max(low, min(high, round(value)))


def _time_of_day(value: object) -> str | None:
    return value if isinstance(value, str) and _TIME_OF_DAY.fullmatch(value) else None


def _texts(value: object) -> tuple[str, ...] | None:
    if not isinstance(value, list):
        return None
    return tuple(item for item in value if isinstance(item, str))


def _remaps(value: object) -> Mapping[str, tuple[str, ...]] | None:
    if not isinstance(value, dict):
        return None
    pairs = ((key, _texts(keys)) for key, keys in value.items())
    return MappingProxyType({key: keys for key, keys in pairs if keys is not None})


def _text_map(value: object) -> Mapping[str, str] | None:
    if not isinstance(value, dict):
        return None
    return MappingProxyType({key: item for key, item in value.items() if isinstance(item, str)})


def _any_map(value: object) -> Mapping[str, Any] | None:
    return MappingProxyType(value) if isinstance(value, dict) else None


_READERS: Final[dict[str, Callable[[object], Any]]] = {
    "theme": _one_of("system", "light", "dark", "contrast"),
    "density": _one_of("comfortable", "compact"),
    "font_scale": _scale,
    "key_remaps": _remaps,
    "recent_actions": _texts,
    "quiet_from": _time_of_day,
    "quiet_to": _time_of_day,
    "layouts": _text_map,
    "import_mappings": _any_map,
    "recent_searches": _remaps,
}
