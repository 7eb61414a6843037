import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.domain.template_text import Filled, Variable, fill, missing_in, unknown_variables

VALUES = {
    Variable.CUSTOMER: "Ana",
    Variable.PROTOCOL: "2026 1121 000 042-1",
    Variable.DEADLINE: None,
    Variable.COMPANY: "  ",
}


@pytest.mark.parametrize(
    ("template", "text", "missing"),
    [
        ("", "", ()),
        ("Bom dia!", "Bom dia!", ()),
        ("Oi, {cliente}: {protocolo}.", "Oi, Ana: 2026 1121 000 042-1.", ()),
        ("{Cliente} e { CLIENTE }", "Ana e Ana", ()),
        ("Até {prazo}; até {prazo}", "Até {prazo}; até {prazo}", ("prazo",)),
        ("{Horário}, {empresa}", "{Horário}, {empresa}", ("Horário", "empresa")),
        ("{nome} {cliente}", "{nome} Ana", ("nome",)),
        ("{{cliente}}", "{Ana}", ()),
        ("{} {\n} } {", "{} {\n} } {", ()),
    ],
)
def test_fill(template: str, text: str, missing: tuple[str, ...]) -> None:
    filled = fill(template, VALUES)
    assert filled == Filled(text, missing)
    assert filled.is_complete == (not missing)


def test_a_value_is_not_read_as_a_template() -> None:
    assert fill("{cliente}", {Variable.CUSTOMER: "{protocolo}", Variable.PROTOCOL: "1"}) == Filled("{protocolo}", ())


def test_what_is_left_in_braces() -> None:
    assert missing_in("Oi {cliente}, { prazo } {cliente} {nome}") == ("cliente", "prazo", "nome")
    assert unknown_variables("Oi {cliente}, {nome} e {Horário}") == ("nome",)


@given(st.text(alphabet="{}clienteçã \n", max_size=60), st.text(min_size=1).filter(str.strip))
def test_a_full_set_of_values_leaves_only_what_is_no_variable(template: str, value: str) -> None:
    filled = fill(template, dict.fromkeys(Variable, value))
    assert filled.missing == unknown_variables(template)


def test_a_megabyte_is_filled_in_a_moment() -> None:
    for piece in ("{", "{a", "{cliente}"):
        fill(piece * (1_000_000 // len(piece)), VALUES)
