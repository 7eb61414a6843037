"""The real dictionary in its real process: what it knows, what it proposes, and what happens when it dies."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import re
import signal
import threading
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.models.domain.changes import Changes, Topic
from app.models.domain.people import Actor, Role
from app.services.acts import Done
from app.services.database import Database
from app.services.errors import Conflict, Invalid, Refused, Unavailable
from app.services.people import add_person
from app.services.settings_book import SettingsBook, SettingValue
from app.services.spelling.child import ARCHIVE
from app.services.spelling.service import MOST_WORDS, SETTING, SpellingService, check_words
from app.services.spelling.speller import DICTIONARIES, Speller

RIGHT = """
    atendimento protocolo cobrança estorno reembolso entregá-lo ligamos-lhe fatura boleto reclamação você vocês
    não infelizmente obrigada obrigado desculpas transtorno ressarcimento Ouvidoria gerência prazo úteis solução
    resolvê-lo retornaremos encaminhamos avaliação mercadoria devolução troca defeito garantia assistência
    técnica transportadora rastreamento amanhã segunda-feira guarda-chuva d'água cartão débito crédito parcelas
    juros cancelamento assinatura Pix pix WhatsApp app apps e-mail tablet delivery cashback feedback Instagram
    Anvisa Procon online link site
"""

WRONG = {
    "reembolço": "reembolso",
    "voçe": "você",
    "naõ": "não",
    "atendimeto": "atendimento",
    "protocólo": "protocolo",
    "nescessário": "necessário",
    "excessão": "exceção",
    "conserteza": "com certeza",
    "concerteza": "com certeza",
    "mecher": "mexer",
    "derrepente": "de repente",
    "emcaminhar": "encaminhar",
    "solicitasão": "solicitação",
    "atrazo": "atraso",
    "previlégio": "privilégio",
    "infelismente": "infelizmente",
    "trasferência": "transferência",
    "cobransa": "cobrança",
    "reclamassão": "reclamação",
    "apartir": "a partir",
    "atravez": "através",
    "analizar": "analisar",
    "pesquiza": "pesquisa",
    "geito": "jeito",
    "quizer": "quiser",
    "impecilho": "empecilho",
    "espectativa": "expectativa",
    "extorno": "estorno",
    "tambem": "também",
    "vc": "você",
    "Voçe": "Você",
    "Atrazo": "Atraso",
    "devoluçao": "devolução",
    "produtro": "produto",
    "whatsap": "whatsapp",
    "envia-lo": "enviá-lo",
}


@pytest.fixture(scope="module")
def speller() -> Iterator[Speller]:
    """One process for the tests that do not end it."""
    made = Speller()
    yield made
    made.stop()


@pytest.fixture
def own_speller() -> Iterator[Speller]:
    """A process of the test's own."""
    made = Speller()
    yield made
    made.stop()


@pytest.fixture
def spelling(database: Database, speller: Speller) -> SpellingService:
    return SpellingService(speller=speller, book=SettingsBook(database=database))


@pytest.fixture
def bare() -> SpellingService:
    """Without a database: nothing of the team's is asked for."""
    return SpellingService(speller=Speller(), book=NoBook())  # type: ignore[arg-type]  # stands for a database that is away


class NoBook:
    """A book whose database is away."""

    def read(self, key: str) -> SettingValue:
        raise Unavailable("database_unreachable", key=key)


def wrong_words(service: SpellingService, text: str, known: tuple[str, ...] = ()) -> list[str]:
    (places,) = service.wrong_places([text], known)
    return [text[start:end] for start, end in places]


def child(speller: Speller) -> multiprocessing.process.BaseProcess:
    assert speller._process is not None
    return speller._process


def kill(process: multiprocessing.process.BaseProcess) -> None:
    assert process.pid is not None
    if os.name == "nt":
        process.kill()
    else:
        os.kill(process.pid, signal.SIGKILL)
    process.join(5)


def test_the_dictionary_is_the_one_that_its_page_names() -> None:
    page = (DICTIONARIES / "README.md").read_text(encoding="utf-8")
    named = {name: digest for digest, name in re.findall(r"^ {4}([0-9a-f]{64})  (\S+)$", page, re.MULTILINE)}
    with zipfile.ZipFile(DICTIONARIES / ARCHIVE) as packed:
        assert {name: hashlib.sha256(packed.read(name)).hexdigest() for name in packed.namelist()} == named
    assert all((DICTIONARIES / name).exists() for name in ("VERO-README.txt", "LGPL-3.0.txt", "MPL-2.0.txt"))


def test_right_words_are_right(spelling: SpellingService) -> None:
    assert len(RIGHT.split()) >= 40
    assert wrong_words(spelling, RIGHT) == []
    assert wrong_words(spelling, " ".join(word.capitalize() for word in RIGHT.split() if word != "WhatsApp")) == []


@pytest.mark.parametrize(("typed", "meant"), WRONG.items())
def test_mistakes_are_found_and_the_right_word_is_among_five(speller: Speller, typed: str, meant: str) -> None:
    service = SpellingService(speller=speller, book=NoBook())  # type: ignore[arg-type]  # as in ``bare``
    assert wrong_words(service, f"aqui {typed}.") == [typed]
    assert meant in service.suggestions(typed)


def test_common_mistakes_are_words_to_nobody_and_their_corrections_are(speller: Speller) -> None:
    spelling = SpellingService(speller=speller, book=NoBook())  # type: ignore[arg-type]  # as in ``bare``
    for line in (DICTIONARIES / "common_mistakes.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        typed, _, meant = line.partition("=")
        assert wrong_words(spelling, typed) == [typed]
        assert spelling.suggestions(typed)[0] == meant.split("|")[0]
        assert wrong_words(spelling, meant.replace("|", " ")) == []


def test_killed_and_back_at_the_next_question(own_speller: Speller) -> None:
    assert own_speller.wrong(["voçe", "você"]) == {"voçe"}
    first = child(own_speller)
    kill(first)
    assert own_speller.wrong(["naõ", "não"]) == {"naõ"}
    second = child(own_speller)
    kill(second)
    assert own_speller.suggestions("voçe")[0] == "você"
    third = child(own_speller)
    own_speller.stop()
    assert third not in multiprocessing.active_children()


def test_a_process_that_always_dies_is_not_started_for_ever(own_speller: Speller) -> None:
    for word in ("um", "dois", "três", "quatro", "cinco", "seis", "sete", "oito"):
        try:
            own_speller.wrong([word])
        except Unavailable:
            break
        process = child(own_speller)
        # Gone without a word in the middle of the conversation, as when the system takes memory back.
        kill(process)
        own_speller._process = Standing()  # type: ignore[assignment]  # looks alive until it is spoken to
    else:
        pytest.fail("it is started again and again")


class Standing:
    """A process that seems to be alive."""

    exitcode = -9

    def is_alive(self) -> bool:
        return True

    def kill(self) -> None: ...

    def join(self, timeout: float | None = None) -> None: ...

    def close(self) -> None: ...


def test_what_is_known_needs_no_process(own_speller: Speller) -> None:
    own_speller.wrong(["voçe", "você"])
    own_speller.suggestions("voçe")
    own_speller.stop()
    assert own_speller.wrong(["voçe", "você"]) == {"voçe"}
    assert own_speller.suggestions("voçe")
    with pytest.raises(Unavailable):
        own_speller.wrong(["novo"])


def test_many_words_go_in_batches(own_speller: Speller) -> None:
    words = [f"{'abcdefghij'[n % 10]}x{'klmnopqrst'[n // 10 % 10]}{'ktz'[n % 3]}{n:x}q" for n in range(5_000)]
    assert len(own_speller.wrong([*words, "atendimento"])) == len(set(words))


def test_stopping_does_not_wait_for_an_answer(own_speller: Speller) -> None:
    own_speller.wrong(["voçe"])
    outcome: list[object] = []

    def ask() -> None:
        try:
            outcome.append(own_speller.suggestions("esperanssosamentementemente"))
        except Unavailable as error:
            outcome.append(error.code)

    thread = threading.Thread(target=ask)
    thread.start()
    time.sleep(0.05)
    started = time.perf_counter()
    own_speller.stop()
    thread.join(5)
    assert time.perf_counter() - started < 1
    assert outcome == ["spelling_unavailable"]


def test_a_suggestion_that_takes_too_long_is_given_up() -> None:
    impatient = Speller(suggest_seconds=0.0)
    try:
        assert impatient.suggestions("previlégio") == ()
        assert impatient.wrong(["voçe"]) == {"voçe"}
    finally:
        impatient.stop()


@pytest.mark.parametrize("damage", ["missing", "no archive", "empty files"])
def test_a_dictionary_that_cannot_be_used(tmp_path: Path, damage: str) -> None:
    if damage == "no archive":
        (tmp_path / ARCHIVE).write_bytes(b"not a zip")
    if damage == "empty files":
        with zipfile.ZipFile(tmp_path / ARCHIVE, "w") as packed:
            packed.writestr("pt_BR.aff", "SET UTF-8\n")
            packed.writestr("pt_BR.dic", "0\n")
    before = multiprocessing.active_children()
    broken = Speller(folder=tmp_path)
    for _ in range(2):
        with pytest.raises(Unavailable, match="spelling_unavailable"):
            broken.wrong(["você"])
    assert multiprocessing.active_children() == before
    broken.stop()


def test_words_that_are_known_here_are_right(spelling: SpellingService) -> None:
    assert wrong_words(spelling, "Oi, Xarlesso! O xarlesso voltou", ("Xarlesso",)) == []


def test_without_the_database_the_dictionary_still_serves(bare: SpellingService) -> None:
    try:
        assert wrong_words(bare, "o reembolço") == ["reembolço"]
    finally:
        bare.stop()


def test_words_of_the_team(spelling: SpellingService, actor: Actor) -> None:
    assert wrong_words(spelling, "Torradex e torradex") == ["Torradex", "torradex"]
    done = spelling.add_word(actor, "torradex")
    assert wrong_words(spelling, "Torradex e torradex") == []
    assert spelling.is_team_word("torradex")
    assert spelling.suggestions("toradex")[0] == "torradex"
    assert done.undo is not None
    done.undo.revert()
    spelling.forget_if(done.changes)
    assert wrong_words(spelling, "torradex") == ["torradex"]
    spelling.add_word(actor, "torradex")
    spelling.remove_word(actor, "torradex")
    assert wrong_words(spelling, "torradex") == ["torradex"]


def test_a_colleagues_word_arrives_with_the_news(spelling: SpellingService, database: Database, actor: Actor) -> None:
    assert wrong_words(spelling, "torradex") == ["torradex"]
    speller = Speller()
    other = SpellingService(speller=speller, book=SettingsBook(database=database))
    news = other.add_word(actor, "torradex").changes
    assert not spelling.forget_if(Changes(origin="x", topics=frozenset({Topic.TREE})))
    assert spelling.forget_if(news)
    assert wrong_words(spelling, "torradex") == []


def test_two_who_add_in_the_same_moment_both_add(database: Database, speller: Speller, actor: Actor) -> None:
    real = SettingsBook(database=database)

    class Crowded:
        """Another person writes between this one's reading and writing, once."""

        def __init__(self) -> None:
            self.crowds = 1

        def read(self, key: str) -> SettingValue:
            found = real.read(key)
            if self.crowds:
                self.crowds -= 1
                SpellingService(speller=speller, book=real).add_word(actor, "primeirex")
            return found

        def change(self, *args: object, **values: object) -> Done[SettingValue]:
            return real.change(*args, **values)  # type: ignore[arg-type]  # handed through as given

    SpellingService(speller=speller, book=Crowded()).add_word(actor, "segundex")  # type: ignore[arg-type]  # stands for the book
    assert real.read(SETTING).value == ["primeirex", "segundex"]


def test_who_is_never_let_in_is_told(speller: Speller, actor: Actor) -> None:
    class Never:
        """A setting that somebody else always changes first."""

        def read(self, key: str) -> SettingValue:
            return SettingValue(key, None, 0)

        def change(self, *_: object, **__: object) -> Done[SettingValue]:
            raise Conflict("setting_changed")

    with pytest.raises(Conflict):
        SpellingService(speller=speller, book=Never()).add_word(actor, "torradex")  # type: ignore[arg-type]  # stands for the book


def test_attendants_add_words_and_readers_do_not(spelling: SpellingService, database: Database) -> None:
    def person(role: Role) -> Actor:
        at = database.clock.now()
        return database.quiet(lambda connection: add_person(connection, name=f"Ana {role}", role=role, at=at))

    spelling.add_word(person(Role.ATTENDANT), "torradex")
    with pytest.raises(Refused, match="not_allowed"):
        spelling.add_word(person(Role.ANALYST), "fritadex")


@pytest.mark.parametrize("word", ["", "duas palavras", "a", "x1", "CPF", "a" * 60])
def test_only_words_become_words(spelling: SpellingService, actor: Actor, word: str) -> None:
    with pytest.raises(Invalid, match="spelling_no_word"):
        spelling.add_word(actor, word)


def test_the_form_of_the_setting() -> None:
    check_words(None)
    check_words(["torradex", "Fritadex"])
    with pytest.raises(TypeError):
        check_words({"torradex": 1})
    with pytest.raises(Invalid, match="spelling_words_full"):
        check_words(["torradex"] * (MOST_WORDS + 1))


def test_a_full_list_takes_no_more(spelling: SpellingService, database: Database, actor: Actor) -> None:
    letters = "abcdefghijklmnopqrst"
    full = [f"x{letters[n % 20]}{letters[n // 20 % 20]}{letters[n // 400]}" for n in range(MOST_WORDS)]
    book = SettingsBook(database=database)
    book.change(actor, SETTING, full, expected_version=book.read(SETTING).version, section="spelling")
    with pytest.raises(Invalid, match="spelling_words_full"):
        spelling.add_word(actor, "torradex")


def test_it_is_said_once(spelling: SpellingService) -> None:
    assert [spelling.tell_once() for _ in range(3)] == [True, False, False]
