"""Icons, fonts and catalogues lie beside the package, in a checkout and in the built program alike."""

from __future__ import annotations

from pathlib import Path

_ROOT = Path(__file__).resolve().parents[3] / "resources"


def resource_path(*parts: str) -> Path:
    """Return the path of a file or folder under ``resources``; it may not exist."""
    return _ROOT.joinpath(*parts)
