"""Portuguese endings: one place that says in which genders and numbers a folded word may stand in a text."""

from __future__ import annotations

_SHORTEST = 3

# What an ending turns into in the other gender and number; the first ending that fits decides.
_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ao", ("ao", "oes", "aos", "aes")),
    ("o", ("o", "os", "a", "as")),
    ("or", ("or", "ores", "ora", "oras")),
    ("r", ("r", "res")),
    ("z", ("z", "zes")),
    ("el", ("el", "eis")),
    ("l", ("l", "is")),
    ("m", ("m", "ns")),
    ("s", ("s", "ses")),
)


def inflected(folded: str) -> frozenset[str]:
    """Return a folded word in both genders and numbers; words of up to three letters (na, de) stand as they are."""
    if len(folded) <= _SHORTEST:
        return frozenset({folded})
    for ending, others in _ENDINGS:
        if folded.endswith(ending):
            return frozenset(folded[: -len(ending)] + other for other in others)
    return frozenset({folded, folded + "s"})
