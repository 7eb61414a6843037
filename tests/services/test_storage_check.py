"""Places that destroy a database file are refused before anything is written there."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from app.services.errors import Refused
from app.services.storage_check import check_storage, cloud_product, network_kind

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
//server/sac /mnt/sac cifs rw 0 0
server:/home /mnt/nfs\\040share nfs4 rw 0 0
ana@host: /home/ana/remote fuse.sshfs rw 0 0
/dev/sdb1 /mnt/sac/local ext4 rw 0 0
/etc/auto.home /home/equipe autofs rw 0 0
server:/equipe /home/equipe nfs4 rw 0 0
odd
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/ana/balcao.balcao", None),
        ("/mnt/sac/balcao.balcao", "cifs"),
        ("/mnt/sac2/balcao.balcao", None),
        ("/mnt/sac/local/balcao.balcao", None),
        ("/mnt/nfs share/balcao.balcao", "nfs4"),
        ("/home/equipe/balcao.balcao", "nfs4"),
        ("/home/ana/remote/a/balcao.balcao", "fuse.sshfs"),
    ],
)
def test_network_file_systems_are_known_by_the_nearest_mount(path: str, kind: str | None) -> None:
    assert network_kind(PurePosixPath(path), MOUNTS) == kind


@pytest.mark.parametrize(
    ("path", "product"),
    [
        (PureWindowsPath(r"C:\Users\Ana\OneDrive - Loja\sac.balcao"), "OneDrive"),
        (PureWindowsPath(r"C:\Users\Ana\OneDrive\sac.balcao"), "OneDrive"),
        (PureWindowsPath(r"G:\Meu Drive\sac.balcao"), "Google Drive"),
        (PurePosixPath("/home/ana/Dropbox (Loja)/a/sac.balcao"), "Dropbox"),
        (PurePosixPath("/home/ana/Nextcloud/sac.balcao"), "Nextcloud"),
        (PurePosixPath("/home/ana/Documentos/dropbox.balcao"), None),
        (PurePosixPath("/home/ana/onedrives/sac.balcao"), None),
    ],
)
def test_folders_of_synchronising_programs_are_known_by_name(path: PurePosixPath, product: str | None) -> None:
    assert cloud_product(path) == product


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("//server/share/sac.balcao", "storage_network"),
        ("\\\\server\\share\\sac.balcao", "storage_network"),
        ("/mnt/sac/sac.balcao", "storage_network"),
        ("/home/ana/Google Drive/sac.balcao", "storage_cloud"),
    ],
)
def test_such_a_place_is_refused_with_its_name(path: str, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        check_storage(Path(path), mounts=MOUNTS)
    assert refusal.value.code == code
    assert refusal.value.facts["path"]


def test_a_local_folder_passes(tmp_path: Path) -> None:
    check_storage(tmp_path / "sac.balcao")
