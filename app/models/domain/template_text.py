"""Reply templates with variables, filled so that nothing unfilled can be sent unnoticed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.models.domain.words import fold


class Variable(StrEnum):
    """What a template may name, as its author writes it in braces."""

    CUSTOMER = "cliente"
    PROTOCOL = "protocolo"
    DEADLINE = "prazo"
    HOURS = "horario"
    ATTENDANT = "atendente"
    COMPANY = "empresa"


@dataclass(frozen=True, slots=True)
class Filled:
    """The text with what is known put in; ``missing`` names, once each and as written, what still stands in braces."""

    text: str
    missing: tuple[str, ...]

    @property
    def is_complete(self) -> bool:
        """Tell whether the text may be sent."""
        return not self.missing


_VARIABLE = re.compile(r"\{([^{}\n]{1,40})\}")


def fill(template: str, values: Mapping[Variable, str | None]) -> Filled:
    """Return the template with its variables put in; ``{Horário}`` and ``{ horario }`` are one.

    What has no value or is no variable stays as it stands and is named in ``missing``. Braces within a value are text.
    """
    missing: dict[str, None] = {}

    def put(match: re.Match[str]) -> str:
        value = values.get(variable) if (variable := _variable(match[1])) is not None else None
        if value is None or not value.strip():
            missing[match[1].strip()] = None
            return match[0]
        return value

    text = _VARIABLE.sub(put, template)
    return Filled(text, tuple(missing))


def missing_in(text: str) -> tuple[str, ...]:
    """Return what stands in braces in a text that is about to be sent, once each and as written."""
    return tuple(dict.fromkeys(name.strip() for name in _VARIABLE.findall(text)))


def unknown_variables(template: str) -> tuple[str, ...]:
    """Return what stands in braces and is no variable: a slip to show while a template is edited."""
    return tuple(name for name in missing_in(template) if _variable(name) is None)


def _variable(name: str) -> Variable | None:
    try:
        return Variable(fold(name).strip())
    except ValueError:
        return None
