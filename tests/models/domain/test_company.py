"""The company's contacts: what is stored, what is refused."""

from __future__ import annotations

import pytest

from app.models.domain.company import CompanyContacts, ContactError


def test_lines_are_read_and_tidied() -> None:
    found = CompanyContacts.from_mapping(
        {
            "phones": ["(31) 3333-4444", " +55 31 98888-7777 ", "", "0800 123 4567"],
            "mails": ["@exemplo.com.br", "loja.com.br", "sac@gmail.com"],
            "cnpjs": ["11.222.333/0001-81"],
            "places": ["Rua das Acácias, 120"],
        }
    )
    assert found.phones == ("(31) 3333-4444", "+55 31 98888-7777", "0800 123 4567")
    assert found.mails == ("@exemplo.com.br", "@loja.com.br", "sac@gmail.com")
    assert (found.cnpjs, found.places) == (("11.222.333/0001-81",), ("Rua das Acácias, 120",))
    assert CompanyContacts.from_mapping({}) == CompanyContacts()


@pytest.mark.parametrize(
    ("part", "line"),
    [
        ("phones", "ramal 12"),
        ("phones", "123"),
        ("mails", "@Gmail.com"),
        ("mails", "@com"),
        ("cnpjs", "11.222.333/0001-82"),
        ("places", "Centro de tudo"),
        ("places", "Rua 1"),
    ],
)
def test_what_is_no_contact_is_named(part: str, line: str) -> None:
    with pytest.raises(ContactError) as caught:
        CompanyContacts.from_mapping({part: [line]})
    assert caught.value.line == line


def test_too_much_and_other_forms() -> None:
    with pytest.raises(ContactError):
        CompanyContacts.from_mapping({"phones": ["3333-4444"] * 101})
    with pytest.raises(ContactError):
        CompanyContacts.from_mapping({"places": ["Rua 1 " * 100]})
    for value in ("3333-4444", [7]):
        with pytest.raises(TypeError):
            CompanyContacts.from_mapping({"phones": value})
