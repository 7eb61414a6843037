import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.domain.satisfaction import SatisfactionAnswer, read_satisfaction

AUTO = SatisfactionAnswer(None, None, is_automatic=True)


@pytest.mark.parametrize(
    ("text", "score", "resolved"),
    [
        ("nota dez", 5, None),
        ("Nota 10!", 5, None),
        ("10/10", 5, None),
        ("10/10, resolveram rapidinho", 5, True),
        ("nota 4 de 5", 4, None),
        ("4 de 5", 4, None),
        ("8 de 10", 4, None),
        ("7/10. O problema foi resolvido.", 4, True),
        ("3/5", 3, None),
        ("5 estrelas, obrigada", 5, None),
        ("cinco estrelas!!!", 5, None),
        ("uma estrela e olhe lá", 1, None),
        ("zero estrelas", 1, None),
        ("⭐⭐⭐⭐", 4, None),
        ("★★★☆☆", 3, None),
        ("⭐️⭐️⭐️⭐️⭐️ resolvido", 5, True),
        ("5", 5, None),
        ("4.", 4, None),
        ("8", 4, None),
        ("Boa tarde\n10\nObrigada", 5, None),
        ("sim, 5", 5, True),
        ("Não. 1", 1, False),
        ("nota: 2", 2, None),
        ("nota zero", 1, None),
        ("nota mil pra vocês", 5, None),
        ("nota 1000", 5, None),
        ("De 0 a 10, dou 7", 4, None),
        ("de 1 a 5: dou nota 4", 4, None),
        ("dou nota 9 de 10, ficou faltando avisar", 5, None),
        ("minha nota é 3", 3, None),
        ("nota 4,5", 5, None),
        ("avaliação: 6", 3, None),
        ("Excelente!", 5, None),
        ("muito bom", 5, None),
        ("bom", 4, None),
        ("achei razoável", 3, None),
        ("péssimo", 1, None),
        ("ruim", 2, None),
        ("fiquei muito satisfeita, resolveram tudo", 5, True),
        ("ótimo atendimento, fiquei satisfeita", 5, None),
        ("muito insatisfeito", 1, None),
        # "Resolved?"
        ("resolveram, obrigado", None, True),
        ("Sim, resolvido. Obrigada!", None, True),
        ("Sim", None, True),
        ("não", None, False),
        ("Ainda não", None, False),
        ("ainda não resolveu", None, False),
        ("não resolveram nada", None, False),
        ("resolveram nada!", None, False),
        ("ninguém resolveu", None, False),
        ("não foi resolvido", None, False),
        ("o problema continua", None, False),
        ("mesmo problema de novo", None, False),
        ("até agora nada", None, False),
        ("deu tudo certo, valeu", None, True),
        ("não deu certo", None, False),
        ("voltou a funcionar", None, True),
        ("o estorno caiu hoje", None, True),
        ("nota 2, não resolveram", 2, False),
        ("nota 10 resolvido: sim", 5, True),
        ("Resolvido? Não. Nota 1", 1, False),
        # In doubt
        ("", None, None),
        ("👍", None, None),
        ("nota 2 para a entrega e 5 para o produto", None, None),
        ("não dou nota 10", None, None),
        ("não foi bom", None, None),
        ("o produto é bom mas a entrega não", None, None),
        ("péssimo no começo, ótimo no fim", None, None),
        ("resolveram?", None, None),
        ("se resolverem eu aviso", None, None),
        ("espero que seja resolvido", None, None),
        ("resolveu em parte", None, None),
        ("não resolveram na primeira, agora resolveram", None, None),
        ("comprei dia 10/10", None, None),
        ("bom dia, obrigada pelo retorno", None, None),
        ("2 dias esperando", None, None),
        ("não tenho do que reclamar", None, None),
        ("bom " + "e mais uma coisa " * 30, None, None),
        # Not the customer's words
        ("> nota 1\n> não resolveram\nnota 5", 5, None),
        ("Resolvido, obrigada\n\nEm 3 de mar. de 2026, SAC escreveu:\n> nota de 1 a 5? ainda não resolveu", None, True),
        ("Nota 5\n-----Mensagem original-----\nDe: SAC\nnota 1", 5, None),
        ("Nota 5\nEnviado do meu iPhone\n1", 5, None),
        ("nota 4\nDe: Atendimento <sac@empresa.example>\nnota 1", 4, None),
    ],
)
def test_table(text: str, score: int | None, resolved: bool | None) -> None:  # noqa: FBT001 - a column of the table
    found = read_satisfaction(text)
    assert (found.score, found.resolved) == (score, resolved)
    assert bool(found.words) == (score is not None or resolved is not None)
    assert not found.is_automatic


@pytest.mark.parametrize(
    "text",
    [
        "Resposta automática: nota 10",
        "Estou de férias até 10/10. Retornarei em 11/10.",
        "Out of office: 5",
        "Esta é uma mensagem automática, não responda este e-mail. 10",
        "Estarei ausente nesta semana. Resolvido só na volta.",
    ],
)
def test_automatic_answers_say_nothing(text: str) -> None:
    assert read_satisfaction(text) == AUTO


@pytest.mark.parametrize(("text", "score"), [("5", 3), ("10", 5), ("nota 4", 2), ("5 estrelas", 5), ("4 de 5", 4)])
def test_a_question_out_of_ten_is_read_out_of_ten(text: str, score: int) -> None:
    assert read_satisfaction(text, asked_scale=10).score == score


def test_the_words_that_decided_are_told() -> None:
    assert read_satisfaction("Nota 4 de 5, ainda não foi resolvido").words == ("4 de 5", "nao foi resolvido")


@given(st.text(max_size=200))
def test_any_text_gives_a_mark_of_one_to_five_or_none(text: str) -> None:
    found = read_satisfaction(text)
    assert found.score in {None, 1, 2, 3, 4, 5}
    assert bool(found.words) == (found.score is not None or found.resolved is not None)


@given(st.integers(0, 10))
def test_a_mark_out_of_ten_keeps_its_order(value: int) -> None:
    here = read_satisfaction(f"nota {value} de 10").score
    above = read_satisfaction(f"nota {min(value + 1, 10)} de 10").score
    assert here is not None
    assert above is not None
    assert here <= above


@given(st.integers(1, 5), st.text(alphabet="abc \n", max_size=40))
def test_quoted_text_never_changes_the_answer(value: int, quoted: str) -> None:
    lines = "".join(f"\n> {line} nota 1" for line in quoted.split("\n"))
    assert read_satisfaction(f"nota {value}{lines}") == read_satisfaction(f"nota {value}")


@given(st.sampled_from(["Resolveram", "Foi resolvido", "Resolveu"]), st.booleans())
def test_a_denial_turns_the_answer_over(said: str, denied: bool) -> None:  # noqa: FBT001 - drawn by hypothesis
    text = f"ainda não {said.lower()}" if denied else said
    assert read_satisfaction(text).resolved is not denied
