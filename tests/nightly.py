"""What takes too long for every change, one after the other: `python run.py nightly`; 1 when one failed."""

from __future__ import annotations

import subprocess
import sys
import time

COMMANDS = {
    "every network there and back": ("tests.round_trip",),
    "killed while fetching": ("tests.budgets.killing", "--times", "500"),
    "killed while sending": ("tests.budgets.killing_send", "--times", "500"),
    "fifty idle accounts": ("tests.budgets.polling",),
    "a mailbox of 20,000": ("tests.budgets.mailbox", "--mails", "20000"),
}


def main() -> int:
    """Run all of them, also after a failure, and close with a table."""
    rows = []
    for name, command in COMMANDS.items():
        sys.stdout.write(f"\n== {name}\n")
        sys.stdout.flush()
        began = time.monotonic()
        code = subprocess.run([sys.executable, "-m", *command], check=False).returncode
        rows.append((name, code, time.monotonic() - began))
    for name, code, seconds in rows:
        sys.stdout.write(f"  {'ok    ' if code == 0 else 'FAILED'}  {name:<30} {seconds:8.1f} s\n")
    return int(any(code for _name, code, _seconds in rows))


if __name__ == "__main__":
    sys.exit(main())
