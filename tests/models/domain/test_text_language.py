import pytest

from app.models.domain.text_language import language_of
from app.models.domain.words import search_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Comprei na loja e até agora não recebi, quero meu dinheiro", "pt"),
        ("Você não respondeu a minha mensagem, isso foi ontem", "pt"),
        ("Compré en la tienda y el pedido no llegó, quiero mi dinero, gracias", "es"),
        ("I bought this from the store and it was never delivered", "en"),
        ("Adorei", None),
        ("ok 123 top", None),
        ("The and you: não é uma loja do meu bairro, is it?", None),
        ("", None),
    ],
)
def test_small_words_tell_the_language(text: str, expected: str | None) -> None:
    assert language_of(search_text(text)) == expected
