import pytest

from app.models.domain.inflection import inflected


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("pao", {"pao"}),
        ("ladrao", {"ladrao", "ladroes", "ladraos", "ladraes"}),
        ("pessimo", {"pessimo", "pessimos", "pessima", "pessimas"}),
        ("vendedor", {"vendedor", "vendedores", "vendedora", "vendedoras"}),
        ("mulher", {"mulher", "mulheres"}),
        ("feliz", {"feliz", "felizes"}),
        ("horrivel", {"horrivel", "horriveis"}),
        ("legal", {"legal", "legais"}),
        ("imagem", {"imagem", "imagens"}),
        ("gratis", {"gratis", "gratises"}),
        ("excelente", {"excelente", "excelentes"}),
        ("bom", {"bom"}),
    ],
)
def test_a_word_stands_in_both_genders_and_numbers(word: str, forms: set[str]) -> None:
    assert inflected(word) == forms
