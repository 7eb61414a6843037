"""A real Dovecot on loopback: its own configuration, mailboxes and throw-away certificate in a folder of its own."""

from __future__ import annotations

import contextlib
import getpass
import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Self
from urllib.parse import parse_qs

from tests.counterparts.certificate import throw_away_certificate

HOST = "127.0.0.1"
_PLACES = "/usr/sbin:/usr/local/sbin:/sbin"
_STARTS_WITHIN = 15.0


def dovecot_path() -> str | None:
    """Return where the server's program is, None when it is not installed."""
    return shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}:{_PLACES}")


def why_missing() -> str:
    """Return the reason to pass over tests that need the server, "" when it is there."""
    return "" if dovecot_path() else "no dovecot here (2026-11-22): Debian's dovecot-imapd, which Windows has not"


class Dovecot:
    """The server, between ``with`` and its end. ``users`` are addresses with their passwords.

    ``tokens`` maps the access tokens that are good now to their users (XOAUTH2). ``has_idle`` False hides IDLE.
    """

    def __init__(
        self, users: dict[str, str] | None = None, *, has_idle: bool = True, names: tuple[str, ...] = (HOST,)
    ) -> None:
        self.users = users or {"sac@loja.example": "segredo de teste"}
        self.tokens: dict[str, str] = {}
        self._has_idle = has_idle
        self._folder = Path(tempfile.mkdtemp(prefix="dove"))
        self._folder.chmod(0o755)
        self.certificate, self._key = throw_away_certificate(self._folder, names)
        self.port, self.tls_port = _free_port(), _free_port()
        self._process: subprocess.Popen[bytes] | None = None
        self._desk = _TokenDesk(self.tokens)
        self._number = 0

    def __enter__(self) -> Self:
        self._write_configuration()
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        self._desk.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def start(self) -> None:
        """Start (again) on the same ports with the same mailboxes."""
        program = dovecot_path()
        assert program, why_missing()
        self._process = subprocess.Popen(
            [program, "-F", "-c", str(self._configuration)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        until = time.monotonic() + _STARTS_WITHIN
        while not _answers(self.port):
            if time.monotonic() > until or self._process.poll() is not None:
                raise RuntimeError(f"dovecot did not start:\n{self.log()[-2_000:]}")
            time.sleep(0.05)

    def stop(self) -> None:
        """End the server and every one of its processes, connections too."""
        process, self._process = self._process, None
        if process is None:
            return
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(5)
        # Children of a killed master go with its session.
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)

    def cut_connections(self) -> None:
        """End everybody's session at once; the server goes on."""
        assert self._process
        for status in Path("/proc").glob("[0-9]*/stat"):
            with contextlib.suppress(OSError):
                name, rest = status.read_text(encoding="utf-8").split("(", 1)[1].rsplit(")", 1)
                if name == "imap" and int(rest.split()[1]) == self._process.pid:
                    os.kill(int(status.parent.name), signal.SIGKILL)

    def log(self) -> str:
        """Return what the server wrote to its log."""
        path = self._folder / "log"
        return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""

    def deliver(
        self,
        mail: bytes,
        *,
        user: str | None = None,
        folder: str = "INBOX",
        at: datetime | None = None,
        name: str | None = None,
    ) -> Path:
        """Put a mail into a folder as a delivery agent does; ``at`` is when it arrives (now without it)."""
        place = self.maildir(user, folder)
        self._number += 1
        moment = at or datetime.now(UTC)
        name = name or f"{int(moment.timestamp())}.M{self._number:08d}.test"
        ready = place / "tmp" / name
        ready.write_bytes(mail.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
        os.utime(ready, (moment.timestamp(), moment.timestamp()))
        self._give(ready)
        return ready.rename(place / "new" / name)

    def maildir(self, user: str | None = None, folder: str = "INBOX") -> Path:
        """Return a folder's directory, made if it is not there."""
        user = user or next(iter(self.users))
        top = self._folder / "mail" / user
        place = top if folder == "INBOX" else top / f".{folder}"
        for each in (self._folder / "mail", top, place, *(place / sub for sub in ("cur", "new", "tmp"))):
            if not each.exists():
                each.mkdir()
                self._give(each)
        return place

    def mails(self, folder: str = "INBOX", user: str | None = None) -> list[tuple[str, bytes]]:
        """Return name and bytes of every mail in a folder; the name's end tells its flags (S = read)."""
        place = self.maildir(user, folder)
        paths = sorted([*(place / "cur").iterdir(), *(place / "new").iterdir()], key=lambda each: each.name)
        return [(each.name, each.read_bytes()) for each in paths]

    def change_uid_validity(self, validity: int, *, folder: str = "INBOX", user: str | None = None) -> None:
        """Make the folder's UIDs mean nothing any more, as after a restored backup; ends everybody's session."""
        self.cut_connections()
        place = self.maildir(user, folder)
        for index in place.glob("dovecot.index*"):
            index.unlink()
        names = place / "dovecot-uidlist"
        names.unlink(missing_ok=True)
        names.write_text(f"3 V{validity} N1\n", encoding="ascii")
        self._give(names)

    @property
    def _configuration(self) -> Path:
        return self._folder / "dovecot.conf"

    def _give(self, path: Path) -> None:
        """Let the server's own user have it where the tests run as root."""
        if os.geteuid() == 0:
            shutil.chown(path, "dovecot", "dovecot")

    def _write_configuration(self) -> None:
        import grp  # noqa: PLC0415 - Windows has none, and must be able to read this file all the same

        is_root = os.geteuid() == 0
        user = "dovecot" if is_root else getpass.getuser()
        group = "dovecot" if is_root else grp.getgrgid(os.getgid()).gr_name
        lines = [f"{address}:{{PLAIN}}{password}" for address, password in self.users.items()]
        (self._folder / "users").write_text("\n".join(lines) + "\n", encoding="utf-8")
        (self._folder / "oauth").write_text(
            f"introspection_url = http://{HOST}:{self._desk.port}/introspect\nintrospection_mode = post\n"
            "username_attribute = username\nactive_attribute = active\nactive_value = true\n",
            encoding="utf-8",
        )
        (self._folder / "run").mkdir(exist_ok=True)
        for address in self.users:
            self.maildir(address)
        hidden = "" if self._has_idle else "imap_capability = IMAP4rev1 SASL-IR LITERAL+ UIDPLUS\n"
        login_user = "dovenull" if is_root else user
        self._configuration.write_text(
            _CONFIGURATION.format(
                folder=self._folder,
                user=user,
                group=group,
                login_user=login_user,
                certificate=self.certificate,
                key=self._key,
                host=HOST,
                port=self.port,
                tls_port=self.tls_port,
                hidden=hidden,
                jail="" if is_root else _NO_JAIL,
            ),
            encoding="utf-8",
        )


_NO_JAIL = """
service imap-login {
  chroot =
}
service anvil {
  chroot =
}
"""
_CONFIGURATION = """
protocols = imap
base_dir = {folder}/run
state_dir = {folder}/run
log_path = {folder}/log
listen = {host}
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {login_user}
first_valid_uid = 1
first_valid_gid = 1
mail_uid = {user}
mail_gid = {group}
mail_location = maildir:{folder}/mail/%u
ssl = yes
ssl_cert = <{certificate}
ssl_key = <{key}
disable_plaintext_auth = no
auth_mechanisms = plain login xoauth2
mail_max_userip_connections = 50
auth_failure_delay = 0
{hidden}
namespace inbox {{
  inbox = yes
  separator = .
  mailbox Sent {{
    auto = create
    special_use = \\Sent
  }}
}}
passdb {{
  driver = oauth2
  mechanisms = xoauth2
  args = {folder}/oauth
}}
passdb {{
  driver = passwd-file
  mechanisms = plain login
  args = {folder}/users
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={folder}/mail/%u
}}
service imap-login {{
  inet_listener imap {{
    address = {host}
    port = {port}
  }}
  inet_listener imaps {{
    address = {host}
    port = {tls_port}
    ssl = yes
  }}
}}
service anvil {{
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  client_limit = 1000
}}
{jail}
"""


class _TokenDesk:
    """Tells Dovecot of an access token whether it is good and whose it is (RFC 7662)."""

    def __init__(self, tokens: dict[str, str]) -> None:
        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
                token = next(iter(parse_qs(body).get("token", [])), "")
                user = tokens.get(token)
                told = {"active": True, "username": user} if user else {"active": False}
                answer = json.dumps(told).encode()
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, *_: object) -> None:
                return

        self._server = ThreadingHTTPServer((HOST, 0), Handler)
        self.port = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def _answers(port: int) -> bool:
    with contextlib.suppress(OSError), socket.create_connection((HOST, port), 1.0) as probe:
        return probe.recv(4) == b"* OK"
    return False
