"""Every picture of the help, and where their files are."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from tests.help_pictures.scenes_networks import NETWORKS
from tests.help_pictures.scenes_own import OWN

FOLDER: Final = Path(__file__).resolve().parents[2] / "resources" / "help" / "pictures"
PICTURES: Final = (*OWN, *NETWORKS)
