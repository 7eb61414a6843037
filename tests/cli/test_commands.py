from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from app.cli.commands import build_parser, run
from app.cli.error_texts import ERROR_TEXTS, FALLBACK, sentence_for
from app.services.files.limits import FILE_CODES

ROWS = "id;data;autor;texto\n1;05/01/2026 10:00;ana;Não chegou\n2;31/02/2026;beto;Sem data\n3;06/01/2026;caio;Gostei\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "mencoes.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def test_import_ends_with_the_ledger(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    database = str(tmp_path / "a.balcao")
    rejects = tmp_path / "recusadas.csv"
    assert run(["import", str(file), "--database", database, "--channel", "x", "--rejects", str(rejects)]) == 0
    last = capsys.readouterr().out.strip().splitlines()[-1]
    assert last == "received=3 stored=2 duplicate=0 rejected=1"
    assert "data ilegível" in rejects.read_text(encoding="utf-8-sig")
    assert run(["import", str(file), "--database", database, "--channel", "x", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out.strip().splitlines()[-1])
    assert (answer["received"], answer["stored"], answer["duplicate"], answer["rejected"]) == (3, 0, 2, 1)
    assert run(["verify", "--database", database, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["differences"] == []


def test_a_dry_run_stores_nothing(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    database = str(tmp_path / "a.balcao")
    for options in (["--dry-run"], []):
        assert run(["import", str(file), "--database", database, "--zone", "America/Recife", *options]) == 0
        assert "stored=2" in capsys.readouterr().out


def test_an_error_is_one_sentence_and_code_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", str(tmp_path / "none.csv"), "--database", str(tmp_path / "a.balcao")]) == 2
    said = capsys.readouterr().err.strip()
    assert said == ERROR_TEXTS["file_missing"].format(name="none.csv")


def test_demo_verify_and_benchmark(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    database = str(tmp_path / "demo.balcao")
    assert run(["demo", "--mentions", "300", "--database", database]) == 0
    assert run(["verify", "--database", database]) == 0
    assert run(["benchmark", "--database", database]) == 0
    assert run(["verify", "--repair", "--database", database]) == 0
    said = capsys.readouterr()
    out = said.out
    assert "contagens corrigidas: 0" in said.err
    assert out.count("em ordem") == 6
    assert "mention: " in out


def test_the_module_answers_as_a_process(file: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "app", "import", str(file), "--database", str(tmp_path / "a.balcao"), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    assert json.loads(done.stdout.splitlines()[-1])["received"] == 3


def test_a_slip_in_a_command_is_not_remembered(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["import", str(file), "--database", str(tmp_path / "a.balcao")]
    for slip, code in (
        (["--channel", "foo"], "mapping_unknown_channel"),
        (["--zone", "Marte/X"], "mapping_unknown_zone"),
    ):
        assert run([*command, *slip]) == 2
        facts = {"channel": "foo", "zone": "Marte/X"}
        assert capsys.readouterr().err.strip() == sentence_for(code, facts)
    assert run(command) == 0


def test_a_pipe_that_knows_few_letters_ends_no_command(tmp_path: Path) -> None:
    path = tmp_path / "menções 😀.csv"
    path.write_text(ROWS.replace("31/02/2026", "ontem 😀"), encoding="utf-8")
    command = [sys.executable, "-m", "app", "import", str(path), "--database", str(tmp_path / "a.balcao"), "--json"]
    few: dict[str, Any] = {"capture_output": True, "cwd": Path(__file__).parents[2]}
    few["env"] = os.environ | {"PYTHONIOENCODING": "cp1252"}
    done = subprocess.run(command, check=True, **few)
    answer = json.loads(done.stdout.decode("cp1252").splitlines()[-1])
    assert answer["rejects"][0]["detail"] == "date: ontem 😀"
    path.unlink()
    gone = subprocess.run(command, check=False, **few)
    assert (gone.returncode, gone.stdout) == (2, b"")
    assert "não existe" in gone.stderr.decode("cp1252")


@pytest.mark.parametrize("code", [*FILE_CODES])
def test_every_code_of_the_file_readers_has_its_sentence(code: str) -> None:
    assert code in ERROR_TEXTS


def test_a_missing_fact_and_an_unknown_code_still_give_a_sentence() -> None:
    assert sentence_for("file_missing", {}) == "O arquivo ? não existe."
    assert sentence_for("never_heard", {}) == FALLBACK.format(code="never_heard")


def test_the_words_are_listed() -> None:
    assert "import" in build_parser().format_help()
