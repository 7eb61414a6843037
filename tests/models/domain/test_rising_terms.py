import math

from app.models.domain.rising_terms import (
    SampledText,
    count_terms,
    likelihood_ratio,
    people_names,
    rising,
)


def said(text: str, *authors: int, name: str = "") -> list[SampledText]:
    return [SampledText(author, name, text) for author in authors]


def everyday(first: int, count: int) -> list[SampledText]:
    """Texts of many authors about many things."""
    things = ("boleto atrasado", "troca do produto", "loja fechada", "frete caro", "atendimento demorado")
    return [SampledText(first + n, "Ana Lima", f"Tive problema com {things[n % 5]} ontem") for n in range(count)]


BEFORE = everyday(10_000, 2_000)


def terms(now: list[SampledText], before: list[SampledText] = BEFORE) -> list[str]:
    return [each.term for each in rising(count_terms(now, people_names(now)), count_terms(before, frozenset()))]


def test_a_burst_of_many_people_is_a_theme_and_its_pair_says_it_best() -> None:
    now = everyday(0, 400) + said("O aplicativo novo travou no pagamento", *range(5_000, 5_040))
    found = terms(now)
    assert found[:2] == ["aplicativo novo", "novo travou"]
    assert "aplicativo" not in found
    assert "travou" not in found  # the pair holds nearly all of it
    assert "pagamento" in found
    assert "boleto" not in found


def test_repeats_of_one_author_or_of_few_are_none() -> None:
    spam = said("Ganhe dinheiro fácil agora", *([7] * 300))
    unknown = [SampledText(None, "", "Compre seguidores baratos") for _ in range(300)]
    few = said("Caiu o sistema inteiro", 1, 2, 3, 4)
    assert terms(everyday(0, 400) + spam + unknown + few) == []
    assert terms([]) == []
    assert terms(said("Caiu o sistema", *range(100)), []) == []


def test_people_handles_numbers_links_and_laughter_are_no_words() -> None:
    odd = "Carla @lojao 12345678909 https://exemplo.com/promocao fale@exemplo.com kkkkkkk aaaa Zenilda pix2 boleto"
    now = said(odd, *range(50), name="Zenilda Rocha") + everyday(100, 100)
    carlas = [SampledText(2_000 + n, "Carla Dias", "oi") for n in range(3)]
    found = count_terms(now + carlas, people_names(now + carlas)).by_term
    assert found["boleto"] == 70
    for word in ("carla", "lojao", "12345678909", "promocao", "exemplo", "fale", "kkkkkkk", "aaaa", "zenilda", "pix2"):
        assert word not in found, word
    assert "de" not in found


def test_a_rise_must_double_and_be_sure() -> None:
    both = everyday(0, 1_000)
    assert terms(both) == []
    slight = both + said("Tive problema com boleto", *range(5_000, 5_100))
    assert "boleto" not in terms(slight)


def test_likelihood_ratio_of_known_counts() -> None:
    assert likelihood_ratio(10, 100, 100, 1_000) == 0
    assert likelihood_ratio(10, 10, 0, 10) == 2 * (20 * math.log(2))
