"""The colours of messages in the timeline and of the case's panels, made from the palette in one place."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.views.support.theme import Theme

_COLORS = (
    *("surface", "background", "raised", "line", "text", "muted", "focus"),
    *("private_soft", "accent_soft", "warn_soft", "info_soft"),
)
_SHEET = Template("""
QFrame[card="received"] { background: $surface; border: 1px solid $line; border-radius: ${radius}px; }
QFrame[card="received_private"], QFrame[card="sent_private"] { background: $private_soft;
    border: 1px solid $private_edge; border-radius: ${radius}px; }
QFrame[card="sent"] { background: $accent_soft; border: 1px solid $accent_edge; border-radius: ${radius}px; }
QFrame[card="note"] { background: $warn_soft; border: 1px solid $warn_edge; border-radius: ${radius}px; }
QFrame[card="area"] { background: $info_soft; border: 1px solid $info_edge; border-radius: ${radius}px; }
QFrame[card="event"] { background: transparent; border: none; }
QFrame[card] QTextEdit { background: transparent; border: none; padding: 0; border-radius: 0; }
QTextEdit[kind="body"]:focus { border: none; }
QFrame[zone="head"] { background: $surface; border: none; border-bottom: 1px solid $line; }
QFrame[zone="editor"] { background: $surface; border: none; border-top: 1px solid $line; }
QFrame[zone="side"], QWidget[zone="side"] { background: $surface; border: none; }
QFrame[zone="side"] { border-left: 1px solid $line; }
QFrame[zone="act"] { background: $raised; border: none; border-bottom: 1px solid $line; }
QFrame[zone="timeline"], QWidget[zone="timeline"] { background: $background; border: none; }
QFrame[kind="file"] { background: $background; border: 1px solid $line; border-radius: ${r_small}px; }
QFrame[kind="file"]:focus { border: 2px solid $focus; }
QPushButton[kind="value"] { background: transparent; border: 1px solid transparent; border-radius: ${r_small}px;
    padding: 0 ${s1}px; min-height: ${small_line}px; color: $text; font-weight: 400; text-align: left; }
QPushButton[kind="value"][empty="true"] { color: $muted; }
QPushButton[kind="value"]:hover { background: $background; border-color: $line; }
QPushButton[kind="value"]:focus { border: 1px solid $focus; padding: 0 ${s1}px; min-height: ${small_line}px; }
QPushButton[kind="brief"] { background: transparent; border: 1px solid transparent; border-radius: ${r_small}px;
    padding: ${s1}px; color: $text; font-weight: 400; text-align: left; min-height: ${two_lines}px; }
QPushButton[kind="brief"]:hover { background: $background; }
QPushButton[kind="brief"]:focus { border: 1px solid $focus; padding: ${s1}px; min-height: ${two_lines}px; }
""")


def case_sheet(theme: Theme) -> str:
    """Return the stylesheet of the case screen for the palette and sizes in use."""
    tokens, metrics = theme.tokens, theme.metrics
    is_contrast = tokens.name == "contrast"
    colors = {name: str(getattr(tokens, name)) for name in _COLORS}
    edges = {
        f"{tone}_edge": str(getattr(tokens, tone if is_contrast else f"{tone}_soft"))
        for tone in ("private", "accent", "warn", "info")
    }
    lengths = {
        "radius": metrics.radius,
        "r_small": metrics.px(4),
        "s1": metrics.step(1),
        "small_line": metrics.px(18),
        "two_lines": metrics.px(36),
    }
    return _SHEET.substitute(colors | edges | {name: str(length) for name, length in lengths.items()})
