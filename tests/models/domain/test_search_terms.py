import pytest

from app.models.domain.search_terms import Wanted, parsed, with_forms, without_marked
from app.models.domain.stop_words import STOP_WORDS
from app.models.domain.word_forms import beginnings_of, forms_of, root_of

SAME = (
    "reclamar reclamação reclamações reclamei reclamou reclamo reclamamos reclamando reclamado reclamante reclamantes",
    "trocar troca trocas troquei trocado trocaram trocamos",
    "entregar entrega entregue entreguei entregador entregadores entregaram",
    "devolver devolução devoluções devolvi devolveram devolvemos",
    "cobrar cobrança cobranças cobrado cobraram",
    "resolver resolvido resolvida resolvem",
    "cancelar cancelamento cancelei cancelou",
    "atrasar atraso atrasos atrasado atrasada",
    "canal canais",
    "cliente clientes",
    "ótimo ótimos",
)


def folded(words: str) -> list[str]:
    return without_marked(words).rest.translate(str.maketrans("áâãàçéêíóôõú", "aaaaceeiooou")).split()


@pytest.mark.parametrize("family", SAME)
def test_forms_of_a_word_share_its_root_and_find_each_other(family: str) -> None:
    words = folded(family)
    assert len({root_of(word) for word in words}) == 1
    for word in words:
        assert forms_of(word)[0] == word
        assert set(words) <= set(forms_of(word))


def test_forms_are_exactly_the_words_with_the_root() -> None:
    for word in ("reclamar", "trocar", "pagar", "produtos", "solucao", "pessimos", "gentilissimos"):
        assert {root_of(each) for each in forms_of(word)} == {root_of(word)}


def test_every_form_has_one_of_the_beginnings() -> None:
    for word in ("reclamar", "trocar", "pagar", "canal", "solucao", "clientes", "pix", "som", "nuvem", "irmao"):
        begins = beginnings_of(word)
        assert all(form.startswith(begins) for form in forms_of(word)), word


def test_short_common_and_numbered_words_stand_as_they_are() -> None:
    for word in ("pix", "nao", "quando", "a1234", "12345"):
        assert forms_of(word) == (word,)
        assert root_of(word) == word
    assert root_of("prenhez") == "prenhez"  # no ending fits
    assert root_of("amos") != ""
    assert root_of("ramos") == "ram"
    assert "quando" in STOP_WORDS


def test_marked_words() -> None:
    marked = without_marked('~Reclamar "não chegou" Ped* a* atraso|demora -troca canal:x ~')
    assert marked.beginnings == ("ped",)
    assert marked.forms == ("reclamar",)
    assert marked.choices == (("atraso", "demora"),)
    assert marked.as_written == ("ped*", "~reclamar", "atraso|demora")
    query, wanted = parsed('~reclamar "não chegou" ped* a* atraso|demora -troca')
    assert query.words == wanted.words == ("a",)
    assert wanted.phrases == ("nao chegou",)
    assert wanted.excluded == ("troca",)
    assert "reclamacao" in wanted.forms[0]
    many = parsed(" ".join(f"~palavra{letter}" for letter in "abcdefghij"))[1]
    assert (len(many.forms), many.words) == (8, ("palavrai", "palavraj"))


def test_alternatives_filled_in_are_all_kept_however_long_the_text() -> None:
    filled_in = "|".join(f"palavra{number}" for number in range(150))
    wanted = parsed(f"demora {filled_in} entrega|entregas")[1]
    assert [len(group) for group in wanted.forms] == [150, 2]
    assert len(without_marked(" ".join(f"palavra{number}*" for number in range(200))).beginnings) == 60


def test_forms_are_asked_for_by_a_sign() -> None:
    assert with_forms('reclamar "não chegou" canal: x de:ana -troca 123 ped*') == (
        '~reclamar "não chegou" canal: x de:ana -troca 123 ped*'
    )


def test_what_fits_is_marked_and_weighed() -> None:
    wanted = parsed('pedido "nao chegou" entreg* ~reclamar -troca')[1]
    text = ["o", "pedido", "nao", "chegou", "nem", "foi", "entregue", "e", "vou", "reclamar"]
    assert wanted.fits(text)
    assert not wanted.fits([*text, "troca"])
    assert not wanted.fits(text[:-1])
    assert [word for word in text if wanted.marks(word)] == ["pedido", "nao", "chegou", "entregue", "reclamar"]
    assert not Wanted().marks("pedido")
    assert Wanted().is_empty
    once, twice = Wanted(words=("pedido",)).weight(text), Wanted(words=("pedido",)).weight([*text[:3], "pedido"])
    assert 0 < once < twice
    other = parsed("~reclamei")[1].weight(text)
    assert 0 < other < parsed("~reclamar")[1].weight(text)
    assert parsed('"nao chegou" entreg*')[1].weight(text) > once
