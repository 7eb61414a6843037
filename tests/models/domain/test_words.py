import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.domain.words import MAX_WORD, clean_text, fold, is_cut_for_search, search_text, search_words

ANY_TEXT = st.text(alphabet=st.characters(min_codepoint=0, max_codepoint=sys.maxunicode))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Reclamação", "reclamacao"),
        ("RECLAMAÇÃO", "reclamacao"),
        ("reclamac\u0327a\u0303o", "reclamacao"),
        ("Straße", "strasse"),
        ("ÆŒØ Łódź ı İ", "aeoeo lodz i i"),
        ("ﬁm nº 1ª", "fim no 1a"),
        ("a\x00b\u202ec\u200fd", "abcd"),
        ("a\tb\r\nc", "a b  c"),
        ("٣٤ 12", "34 12"),
        ("x\ud800y", "xy"),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Não recebi o pedido nº 88.123-4!", ["nao", "recebi", "o", "pedido", "no", "88", "123", "4"]),
        ("@Loja_Exemplo #DescasoTotal", ["loja", "exemplo", "descasototal"]),
        ("ana.silva@exemplo.com.br", ["ana", "silva", "exemplo", "com", "br"]),
        ("https://exemplo.com/a?b=1", ["https", "exemplo", "com", "a", "b", "1"]),
        ("bom👏🏽dia 👨‍👩‍👧", ["bom", "dia"]),
        ("24h covid19 1e5", ["24h", "covid19", "1e5"]),
        ("Ωμέγα 東京 мир", ["ωμεγα", "東京", "мир"]),
        ("𝐏𝐫𝐨𝐦𝐨 ½ ²", ["promo", "1", "2", "2"]),
        ("a\x00b c\u200fd \ud83d e\u202ef", ["ab", "cd", "ef"]),
        ("  \n\t", []),
    ],
)
def test_search_words(text: str, words: list[str]) -> None:
    assert search_words(text) == words
    assert search_text(text) == " ".join(words)


def test_three_spellings_of_one_word_agree() -> None:
    assert search_text("reclamacao") == search_text("RECLAMAÇÃO") == search_text("reclamação")


def test_every_character_folds_to_a_fixed_point() -> None:
    for code in [*range(0x32000), *range(0xE0000, 0xE0200), sys.maxunicode]:
        once = fold(chr(code))
        assert fold(once) == once, hex(code)


@given(ANY_TEXT)
def test_words_are_letters_and_digits_only_and_splitting_again_changes_nothing(text: str) -> None:
    words = search_words(text)
    for word in words:
        assert all(unicodedata.category(char)[0] == "L" or "0" <= char <= "9" for char in word)
    assert search_words(" ".join(words)) == words


@given(ANY_TEXT)
def test_words_of_folded_text_are_the_same(text: str) -> None:
    assert search_words(fold(text)) == search_words(text)


def test_only_the_first_bytes_are_indexed_and_no_word_is_cut() -> None:
    assert search_words("abc def ghi", 11) == ["abc", "def", "ghi"]
    assert search_words("abc def ghi", 9) == ["abc", "def"]
    assert search_words("abc def ghi", 7) == ["abc", "def"]
    assert search_words("ação ação", 9) == ["acao"]
    assert search_words("ação ação", 2) == []
    assert search_words("ação ação", 13) == ["acao", "acao"]
    assert is_cut_for_search("abc def", 5)
    assert not is_cut_for_search("abc def", 7)
    assert not is_cut_for_search("abc")
    assert is_cut_for_search("x " * 200_000)


@given(ANY_TEXT, st.integers(min_value=0, max_value=60))
def test_a_limit_only_leaves_words_out_at_the_end(text: str, limit: int) -> None:
    some = search_words(text, limit)
    assert search_words(text)[: len(some)] == some


def test_an_endless_word_is_cut() -> None:
    assert search_words("z" * 100_000) == ["z" * MAX_WORD]


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("tudo certo\n\tsim", "tudo certo\n\tsim"),
        ("a\x00b\x07c\x7f\x9d", "abc"),
        ("um\r\ndois\rtrês\x85quatro", "um\ndois\ntrês\nquatro"),
        ("x\ud800\udfffy", "xy"),
        ("\u202eodlas\u202c \u2067a\u2069", "odlas a"),
        ("\u200fשלום", "\u200fשלום"),
        ("👏🏽", "👏🏽"),
    ],
)
def test_clean_text(text: str, clean: str) -> None:
    assert clean_text(text) == clean


@given(ANY_TEXT)
def test_clean_text_can_be_stored_and_cleaning_again_changes_nothing(text: str) -> None:
    clean = clean_text(text)
    clean.encode("utf-8")
    assert "\x00" not in clean
    assert clean_text(clean) == clean
