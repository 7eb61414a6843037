"""Checks what was typed into an account's form, field by field, before anything is stored or asked of a network."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from app.models.domain.channel_kind import AccountField, ChannelKind, FieldKind
from app.models.domain.words import clean_text
from app.services.channels.base import SearchTerms
from app.services.errors import Invalid

_LONGEST_TEXT, _LONGEST_SECRET = 2_000, 20_000
_MOST_TERMS, _LONGEST_TERM = 100, 80
_ADDRESSES = frozenset({"base_url", "server"})
TERMS_OPTION = "terms"


@dataclass(frozen=True, slots=True)
class AccountForm:
    """What a person typed: the account's name and the values of its fields by key, secret ones among them."""

    name: str
    values: Mapping[str, str]


def parted(kind: ChannelKind, form: AccountForm, *, has_secrets: bool) -> tuple[dict[str, Any], dict[str, str]]:
    """Return (options, secrets) of a checked form; a secret left empty keeps the stored one where there is one.

    Raises:
        Invalid: ``account_name_missing``, ``account_field_missing`` (field), ``account_field_wrong`` (field).
    """
    if not clean_text(form.name).strip():
        raise Invalid("account_name_missing")
    options: dict[str, Any] = {}
    secrets: dict[str, str] = {}
    for field in kind.fields:
        value = clean_text(form.values.get(field.key, "")).strip()
        if field.kind is FieldKind.SECRET:
            if value:
                secrets[field.key] = _short(field, value, _LONGEST_SECRET)
            elif field.is_required and not has_secrets:
                raise Invalid("account_field_missing", field=field.key)
        elif value or field.default:
            options[field.key] = _checked(field, value or field.default)
        elif field.is_required:
            raise Invalid("account_field_missing", field=field.key)
    return options, secrets


def terms_of(options: Mapping[str, Any]) -> SearchTerms:
    """Return the search terms that an account's options hold."""
    stored = options.get(TERMS_OPTION)
    given: Mapping[str, Any] = stored if isinstance(stored, Mapping) else {}
    return SearchTerms(
        any_of=_texts(given.get("any_of")),
        none_of=_texts(given.get("none_of")),
        languages=_texts(given.get("languages")),
    )


def stored_terms(terms: SearchTerms) -> dict[str, list[str]]:
    """Return the stored form of search terms, tidied: no empty ones, each once.

    Raises:
        Invalid: ``account_terms_too_many`` (limit), ``account_term_too_long`` (limit).
    """
    tidied = {name: _tidy(getattr(terms, name)) for name in ("any_of", "none_of", "languages")}
    if any(len(each) > _MOST_TERMS for each in tidied.values()):
        raise Invalid("account_terms_too_many", limit=_MOST_TERMS)
    if any(len(term) > _LONGEST_TERM for each in tidied.values() for term in each):
        raise Invalid("account_term_too_long", limit=_LONGEST_TERM)
    return tidied


def _checked(field: AccountField, value: str) -> Any:  # noqa: ANN401 - text, a number or a truth value
    _short(field, value, _LONGEST_TEXT)
    if field.kind is FieldKind.NUMBER:
        if not value.isdecimal():
            raise Invalid("account_field_wrong", field=field.key)
        return int(value)
    if field.kind is FieldKind.YES_NO:
        return value == "1"
    if field.kind is FieldKind.CHOICE and value not in field.choices:
        raise Invalid("account_field_wrong", field=field.key)
    if field.key in _ADDRESSES:
        return _address(field, value)
    return value


def _address(field: AccountField, value: str) -> str:
    address = value if "://" in value else f"https://{value}"
    try:
        parts = urlsplit(address)
        is_usable = parts.scheme in {"http", "https"} and bool(parts.hostname) and not parts.username
    except ValueError:
        is_usable = False
    if not is_usable:
        raise Invalid("account_field_wrong", field=field.key)
    return address.rstrip("/")


def _short(field: AccountField, value: str, limit: int) -> str:
    if len(value) > limit:
        raise Invalid("account_field_wrong", field=field.key)
    return value


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(each) for each in value) if isinstance(value, list | tuple) else ()


def _tidy(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(tidy for each in values if (tidy := clean_text(each).strip())))
