from app.models.domain.inbox import Count
from app.models.domain.near_words import near_words
from app.models.domain.search_completion import Typing, completed, key_word, typing_at, written
from app.models.domain.search_hit import Found, FoundGroup, HitKind, SearchResults
from app.models.domain.search_marks import Snippet, snippet
from app.models.domain.search_query import KEY_WORDS, FilterKey, Problem, filter_pieces, parse
from app.models.domain.sentiment_words import case_states_named, mention_states_named, sentiment_named
from app.models.domain.vocabulary import CaseState, MentionState, Sentiment


def at_end(text: str) -> Typing | None:
    return typing_at(text, len(text))


def test_what_is_typed_at_the_cursor() -> None:
    assert at_end("pedido ca") == Typing(None, "ca", 7, 9)
    assert at_end("-can") == Typing(None, "can", 1, 4)
    assert at_end("") == Typing(None, "", 0, 0)
    assert at_end("canal:ins") == Typing(FilterKey.CHANNEL, "ins", 0, 9)
    assert at_end("-canal:Ins") == Typing(FilterKey.CHANNEL, "ins", 1, 10)
    assert at_end('x cliente:"Ana S') == Typing(FilterKey.CUSTOMER, "ana s", 2, 16)
    assert typing_at("canal:ins pedido", 9) == Typing(FilterKey.CHANNEL, "ins", 0, 9)
    assert at_end('"nao che') is None
    assert at_end("foo:bar") is None


def test_a_completion_takes_its_place() -> None:
    assert {key_word(key) for key in FilterKey} <= {*KEY_WORDS, "área", "até"}
    assert written("cliente", "Ana Sá") == 'cliente:"Ana Sá"'
    assert written("canal", "X") == "canal:X"
    assert completed("pedido ca", 7, 9, "canal:") == ("pedido canal:", 13)
    assert completed("canal:ins pedido", 0, 9, "canal:Instagram") == ("canal:Instagram pedido", 16)


def test_named_filters_as_chips() -> None:
    text = 'pedido canal:x "a b" cliente:"Ana Sá" -estado:novo protocolo:0042 foo:bar canal:'
    assert [piece for piece, _rest in filter_pieces(text)] == [
        "canal:x",
        'cliente:"Ana Sá"',
        "-estado:novo",
        "protocolo:0042",
    ]
    assert filter_pieces("pedido canal:x hoje")[0][1] == "pedido hoje"


def test_what_a_query_leaves_out_is_told() -> None:
    assert parse("-dono:ana").problems == (Problem(FilterKey.OWNER, "-ana"),)
    assert parse("x" * 2_000).is_cut
    many = parse(" ".join(f"p{number}" for number in range(100)))
    assert (len(many.words), many.is_cut) == (60, True)
    assert not parse("pedido").is_cut
    assert mention_states_named("tri") == {MentionState.TO_TRIAGE}
    assert case_states_named("aguardando") == {CaseState.WAITING_AREA, CaseState.WAITING_CUSTOMER}
    assert sentiment_named("neg") is Sentiment.NEGATIVE
    assert sentiment_named("") is None
    assert case_states_named("") == mention_states_named("") == set()


def marked(found: Snippet) -> list[str]:
    return [found.text[start:end] for start, end in found.marks]


def test_a_snippet_shows_and_marks_what_was_hit() -> None:
    hit = {"reclamacao"}.__contains__
    assert snippet("Minha  RECLAMAÇÃO\nnova", hit) == Snippet("Minha RECLAMAÇÃO nova", ((6, 16),))
    assert snippet("nada", hit) == Snippet("nada")
    far = snippet("palavra " * 200 + "a reclamação aqui " + "depois " * 100, hit)
    assert far.text.startswith("… ")
    assert far.text.endswith(" …")
    assert len(far.text) <= 244
    assert marked(far) == ["reclamação"]
    assert marked(snippet("x" * 500, hit)) == []
    assert snippet("x" * 500, hit).text.endswith(" …")
    assert marked(snippet("reclamação " * 100, hit, longest=60)) == ["reclamação"] * 5


def test_words_one_slip_away() -> None:
    for slip, meant in (
        ("reclamasao", "reclamacao"),
        ("reclmacao", "reclamacao"),
        ("atrazo", "atraso"),
        ("prosesso", "processo"),
        ("pedidio", "pedido"),
        ("entreag", "entrega"),
    ):
        assert meant in near_words(slip)
    assert near_words("pix") == near_words("a1b2c3") == ()


def test_results_are_empty_without_hits() -> None:
    group = FoundGroup(HitKind.NOTE, (Found(HitKind.NOTE, 1, Snippet("a")),), Count(1))
    assert SearchResults("a").is_empty
    assert not SearchResults("a", (group,)).is_empty
