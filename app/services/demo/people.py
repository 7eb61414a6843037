"""Invented people: names, handles and documents whose check digits are right and that belong to nobody we know of."""

from __future__ import annotations

from random import Random

from app.models.domain.words import fold


class People:
    """Gives the person of a number, always the same one."""

    def __init__(self, first_names: list[str], last_names: list[str], places: list[str]) -> None:
        self._first = first_names
        self._last = last_names
        self._places = places

    def name(self, number: int) -> str:
        """Return a full name; names repeat, as in life."""
        first = self._first[number * 7 % len(self._first)]
        middle = self._last[number // 3 * 5 % len(self._last)]
        last = self._last[(number * 11 + 3) % len(self._last)]
        return f"{first} {last}" if middle == last else f"{first} {middle} {last}"

    def handle(self, number: int) -> str:
        """Return a handle that no other number has."""
        first, *_, last = fold(self.name(number)).split()
        return f"{first}.{last}{number}"

    def place(self, number: int) -> str:
        """Return a city."""
        return self._places[number * 13 % len(self._places)]

    @staticmethod
    def cpf(random: Random) -> str:
        """Return the eleven digits of a CPF with right check digits."""
        digits = [random.randrange(10) for _ in range(9)]
        for length in (9, 10):
            rest = sum(digit * (length + 1 - place) for place, digit in enumerate(digits)) * 10 % 11
            digits.append(rest % 10)
        return "".join(map(str, digits))
