"""The words of the command line: the same services as the window, told to a script."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from app.cli.error_texts import sentence_for
from app.services.errors import UserError

WORDS = ("import", "demo", "verify", "benchmark")
EXIT_DONE = 0
EXIT_FOUND = 1
EXIT_ERROR = 2


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of all words."""
    parser = argparse.ArgumentParser(prog="balcao", description="Comandos do Balcão sem janela.")
    words = parser.add_subparsers(dest="word", required=True)
    _add_import(words.add_parser("import", help="traz as menções de um arquivo"))
    _add_demo(words.add_parser("demo", help="cria um banco de demonstração com pessoas inventadas"))
    verify = words.add_parser("verify", help="reconta tudo e confere o histórico")
    _add_database(verify, required=True)
    verify.add_argument("--json", action="store_true", help="responde em JSON")
    verify.add_argument("--repair", action="store_true", help="antes, conta de novo e corrige o que não confere")
    benchmark = words.add_parser("benchmark", help="mede as operações de um banco existente")
    _add_database(benchmark, required=True)
    return parser


def run(argv: Sequence[str]) -> int:
    """Run one word; errors print one sentence. Return 0 done, 1 verify found something, 2 an error."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows pipe knows 256 letters: what a file or a name holds besides them must not end the command.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    options = build_parser().parse_args(list(argv))
    try:
        return _work_of(options.word)(options)
    except UserError as error:
        sys.stderr.write(sentence_for(error.code, error.facts) + "\n")
        return EXIT_ERROR
    except KeyboardInterrupt:
        sys.stderr.write(sentence_for("interrupted", {}) + "\n")
        return EXIT_ERROR


def _work_of(word: str) -> Callable[[argparse.Namespace], int]:
    # Each word loads only what it needs: the window asks this module for its words at every start.
    if word == "import":
        from app.cli.import_file import run_import as work  # noqa: PLC0415 - see above
    elif word == "demo":
        from app.cli.demo import run_demo as work  # noqa: PLC0415 - see above
    elif word == "verify":
        from app.cli.verify import run_verify as work  # noqa: PLC0415 - see above
    else:
        from app.cli.benchmark import run_benchmark as work  # noqa: PLC0415 - see above
    return work


def _add_database(parser: argparse.ArgumentParser, *, required: bool) -> None:
    text = "arquivo ou postgresql://usuário@servidor/banco"
    parser.add_argument("--database", metavar="ARQUIVO_OU_URL", required=required, help=text)


def _add_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="ARQUIVO", help="CSV, XLSX, JSON, mbox, .eml ou pasta de .eml")
    _add_database(parser, required=True)
    parser.add_argument("--channel", metavar="CANAL", help="canal das menções, por exemplo reclame_aqui")
    parser.add_argument("--zone", metavar="FUSO", help="fuso das datas, por exemplo America/Sao_Paulo")
    parser.add_argument("--own-name", metavar="NOME", help="quem somos nós em uma conversa do WhatsApp")
    parser.add_argument("--dry-run", action="store_true", help="só confere, não grava nada")
    parser.add_argument("--rejects", type=Path, metavar="ARQUIVO", help="grava as linhas recusadas neste CSV")
    parser.add_argument("--json", action="store_true", help="a última linha é um objeto JSON")


def _add_demo(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--mentions", type=int, default=20_000, metavar="N", help="quantas menções (padrão 20000)")
    _add_database(parser, required=True)
    parser.add_argument("--seed", type=int, default=1, help="o mesmo número dá os mesmos dados")
