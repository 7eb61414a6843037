"""What a person copies to report a bug must carry nobody's personal data; this is what takes it out."""

from __future__ import annotations

import re
from typing import Final

_RULES: Final = (
    # Below its errors a PostgreSQL server quotes the row: "DETAIL:  Key (folded_name)=(joana prado) already exists."
    (re.compile(r"^([ |]*(?:DETAIL|CONTEXT|LINE \d+|unnamed portal parameter)\b).*$", re.MULTILINE), r"\1 [...]"),
    (re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), "[e-mail]"),
    (re.compile(r"\b\d{3}\.?\d{3}\.?\d{3}-?\d{2}\b"), "[CPF]"),
    (re.compile(r"\b[0-9A-Z]{2}\.?[0-9A-Z]{3}\.?[0-9A-Z]{3}/[0-9A-Z]{4}-?\d{2}\b"), "[CNPJ]"),
    (re.compile(r"\b(?:\d[ -]?){13,19}\b"), "[número]"),
    (re.compile(r"(?:\+?55[ -]?)?\(?\b\d{2}\)?[ -]?9?\d{4}[ -]?\d{4}\b"), "[telefone]"),
    (re.compile(r"\b\d{5}-\d{3}\b"), "[CEP]"),
    (re.compile(r"(?<=://)[^/\s:@]+:[^/\s@]+(?=@)"), "[senha]"),
    (re.compile(r"(?i)\b(password|senha|token|secret|authorization)(\s*[=:]\s*)\S+"), r"\1\2[segredo]"),
    (re.compile(r"(?i)(/home/|/Users/|[A-Z]:\\Users\\)[^/\\\s]+"), r"\1[pessoa]"),
)


def redact(text: str) -> str:
    """Return ``text`` with e-mails, documents, telephones, cards, postcodes, secrets and user folders replaced."""
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text
