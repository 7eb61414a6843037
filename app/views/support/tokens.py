"""The colours of every screen, as data, so that one test can prove that all of them can be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Tone = Literal["neutral", "accent", "info", "ok", "warn", "bad", "private"]
TONES: Final[tuple[Tone, ...]] = ("neutral", "accent", "info", "ok", "warn", "bad", "private")
SENTIMENT_CHART: Final = {"negative": 4, "neutral": 6, "mixed": 3, "positive": 1}
"""Sentiment key -> number of the chart colour."""
READABLE: Final = 4.5
"""Lowest WCAG ratio between a text and what lies under it."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """One palette; each value is ``#rrggbb``."""

    name: str
    is_dark: bool
    background: str
    surface: str
    raised: str
    line: str
    line_strong: str
    text: str
    muted: str
    faint: str
    accent: str
    accent_soft: str
    on_accent: str
    info: str
    info_soft: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    private: str
    private_soft: str
    focus: str
    charts: tuple[str, str, str, str, str, str]

    def tone(self, tone: Tone) -> tuple[str, str]:
        """Return (text colour, soft background) of a tone."""
        if tone == "neutral":
            return self.muted, self.background
        return str(getattr(self, tone)), str(getattr(self, f"{tone}_soft"))


LIGHT: Final = Tokens(
    name="light",
    is_dark=False,
    background="#f5f6f8",
    surface="#ffffff",
    raised="#fbfbfd",
    line="#e1e4ea",
    line_strong="#cfd4dd",
    text="#1b2330",
    muted="#5b6575",
    faint="#616a79",
    accent="#0b6e6e",
    accent_soft="#dff1f0",
    on_accent="#ffffff",
    info="#2458b8",
    info_soft="#e3ecfc",
    ok="#1f6b37",
    ok_soft="#dff3e4",
    warn="#7d4e00",
    warn_soft="#fdefd2",
    bad="#b3261e",
    bad_soft="#fde3e1",
    private="#5a3d9a",
    private_soft="#ebe5f8",
    focus="#0b6e6e",
    charts=("#0b6e6e", "#d97a1f", "#3f6fc4", "#a23b72", "#6b8e23", "#8a94a4"),
)

DARK: Final = Tokens(
    name="dark",
    is_dark=True,
    background="#14181d",
    surface="#1b2026",
    raised="#20262d",
    line="#2d343d",
    line_strong="#3b444f",
    text="#e8ecf1",
    muted="#a5afbc",
    faint="#939eac",
    accent="#4fc3c0",
    accent_soft="#153536",
    on_accent="#06201f",
    info="#8db4ff",
    info_soft="#1c2c4a",
    ok="#7fd49a",
    ok_soft="#16301f",
    warn="#f2c063",
    warn_soft="#3a2a0e",
    bad="#ff9c94",
    bad_soft="#46201d",
    private="#c3adff",
    private_soft="#2d2246",
    focus="#4fc3c0",
    charts=("#4fc3c0", "#f2a154", "#8db4ff", "#e08bb8", "#b4d36a", "#7c8796"),
)

CONTRAST: Final = Tokens(
    name="contrast",
    is_dark=True,
    background="#000000",
    surface="#000000",
    raised="#0b0b0b",
    line="#8c8c8c",
    line_strong="#ffffff",
    text="#ffffff",
    muted="#ececec",
    faint="#d6d6d6",
    accent="#ffe14d",
    accent_soft="#3a3300",
    on_accent="#000000",
    info="#a8cfff",
    info_soft="#00234d",
    ok="#86ffa4",
    ok_soft="#003312",
    warn="#ffd166",
    warn_soft="#402b00",
    bad="#ffb8b2",
    bad_soft="#4d0500",
    private="#dccdff",
    private_soft="#2a0f66",
    focus="#ffffff",
    charts=("#4ff0ea", "#ffb066", "#a8cfff", "#ff9fd0", "#d2f57a", "#c8c8c8"),
)

PALETTES: Final = {tokens.name: tokens for tokens in (LIGHT, DARK, CONTRAST)}


def contrast_ratio(first: str, second: str) -> float:
    """Return the WCAG 2.1 contrast ratio of two ``#rrggbb`` colours, 1.0 to 21.0."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def text_pairs(tokens: Tokens) -> list[tuple[str, str, str]]:
    """Return every (name, text colour, background) that the screens may put together."""
    grounds = ("background", "surface", "raised", "accent_soft")
    texts = ("text", "muted", "faint", "accent", "info", "ok", "warn", "bad", "private")
    pairs = [
        (f"{text} on {ground}", getattr(tokens, text), getattr(tokens, ground)) for text in texts for ground in grounds
    ]
    for tone in TONES:
        foreground, soft = tokens.tone(tone)
        pairs.append((f"{tone} chip", foreground, soft))
        pairs.append((f"text on {tone} soft", tokens.text, soft))
        pairs.append((f"muted on {tone} soft", tokens.muted, soft))
    pairs.append(("on_accent on accent", tokens.on_accent, tokens.accent))
    return pairs


def _luminance(color: str) -> float:
    channels = (int(color[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)  # noqa: PLR2004 - WCAG
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
