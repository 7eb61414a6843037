"""Where the program starts: a word of the command line, or else the window."""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import sys
from collections.abc import Sequence
from pathlib import Path

from app import __version__

_NAME = "balcao"


def main(argv: Sequence[str] | None = None) -> int:
    """Run what was asked and return the exit code (0 well, 2 something the person can act on, 1 a bug)."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    from app.cli.commands import WORDS, run  # noqa: PLC0415 - the window must not wait for the command line's parts

    if arguments and arguments[0] in WORDS:
        return run(arguments)
    options = _parser(WORDS).parse_args(arguments)
    # What is loaded now stays: looking through it for garbage would be a tenth of the start. The window's own collector
    # takes over from here.
    gc.disable()
    from app.bootstrap import Options, run_window  # noqa: PLC0415 - Qt is loaded only for the window

    return run_window(Options(database=options.database, profile=options.profile))


def _parser(words: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=_NAME,
        description="Balcão: atendimento ao consumidor em um balcão só.",
        epilog=f"Comandos sem janela: {', '.join(words)}. Ajuda de cada um: {_NAME} COMANDO --help",
    )
    parser.add_argument("--version", action="version", version=f"Balcão {__version__}")
    parser.add_argument("--database", metavar="ARQUIVO_OU_URL", help="abre este arquivo ou servidor PostgreSQL")
    parser.add_argument("--profile", type=Path, metavar="PASTA", help="guarda as preferências nesta pasta")
    return parser


if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
