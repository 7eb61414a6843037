"""The workstation's file survives crashes, strangers, newer versions and nonsense."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.services.settings import SettingsStore, WorkstationSettings, config_folder


def test_missing_file_gives_defaults(tmp_path: Path) -> None:
    loaded = SettingsStore(folder=tmp_path).load()
    assert loaded.settings == WorkstationSettings()
    assert not loaded.warning


def test_round_trip(tmp_path: Path) -> None:
    settings = WorkstationSettings(
        theme="dark", font_scale=125, key_remaps={"case.close": ("F8",)}, recent_actions=("a", "b"), sound=False
    )
    SettingsStore(folder=tmp_path / "new" / "folder").save(settings)
    again = SettingsStore(folder=tmp_path / "new" / "folder").load().settings
    assert again == settings


def test_unknown_keys_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "workstation.json"
    path.write_text(json.dumps({"version": 99, "hologram": {"on": True}, "theme": "dark"}), encoding="utf-8")
    store = SettingsStore(folder=tmp_path)
    loaded = store.load()
    assert loaded.warning == "settings.newer"
    store.update(theme="light")
    raw = json.loads(path.read_text(encoding="utf-8"))
    assert raw["hologram"] == {"on": True}
    assert raw["theme"] == "light"


@pytest.mark.parametrize("content", [b"", b"{", b"[1, 2]", b"\xff\xfe\x00", b"null", b"\x00" * 100])
def test_broken_file_is_set_aside(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "workstation.json"
    path.write_bytes(content)
    loaded = SettingsStore(folder=tmp_path).load()
    assert loaded.warning == "settings.broken"
    assert loaded.settings == WorkstationSettings()
    assert loaded.set_aside is not None
    assert loaded.set_aside.read_bytes() == content
    assert not path.exists()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("theme", "pink"),
        ("theme", 3),
        ("font_scale", "big"),
        ("font_scale", True),
        ("single_keys", "yes"),
        ("key_remaps", ["a"]),
        ("recent_actions", "abc"),
        ("layouts", 7),
        ("density", None),
        ("last_page", {}),
        ("import_mappings", []),
    ],
)
def test_wrong_types_fall_back_to_the_default(tmp_path: Path, key: str, value: object) -> None:
    (tmp_path / "workstation.json").write_text(json.dumps({key: value, "language": "en"}), encoding="utf-8")
    loaded = SettingsStore(folder=tmp_path).load().settings
    assert getattr(loaded, key) == getattr(WorkstationSettings(), key)
    assert loaded.language == "en"


def test_values_out_of_range_are_pulled_in(tmp_path: Path) -> None:
    (tmp_path / "workstation.json").write_text(
        json.dumps({"font_scale": 999, "recent_actions": ["a", 3], "key_remaps": {"a": ["X", 1], "b": 2}}),
        encoding="utf-8",
    )
    loaded = SettingsStore(folder=tmp_path).load().settings
    assert loaded.font_scale == 200
    assert loaded.recent_actions == ("a",)
    assert dict(loaded.key_remaps) == {"a": ("X",)}


def test_failed_save_leaves_the_old_file(tmp_path: Path) -> None:
    store = SettingsStore(folder=tmp_path)
    store.save(WorkstationSettings(theme="dark"))
    with pytest.raises(TypeError):
        store.update(last_page=object())
    assert SettingsStore(folder=tmp_path).load().settings.theme == "dark"
    assert [path.name for path in tmp_path.iterdir()] == ["workstation.json"]


def test_profile_folder_wins(tmp_path: Path) -> None:
    assert config_folder(tmp_path) == tmp_path
    assert config_folder().name == "balcao"
