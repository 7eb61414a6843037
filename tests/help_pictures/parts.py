"""The words in which a picture of the help is described: a few frames, each with parts from top to bottom."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a part is drawn as."""

    HEADING = "heading"
    NOTE = "note"
    FIELD = "field"
    BUTTON = "button"
    CHECK = "check"
    RADIO = "radio"
    ROW = "row"
    SECRET = "secret"
    HEARD = "heard"
    SAID = "said"


@dataclass(frozen=True, slots=True)
class Part:
    """One thing in a frame; ``number`` is the step that it belongs to, 0 = none."""

    kind: Kind
    text: str
    number: int = 0
    value: str = ""
    is_on: bool = True


class Look(StrEnum):
    """What a frame looks like."""

    BROWSER = "browser"
    WINDOW = "window"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Frame:
    """A browser, a window of ours or a phone; ``title`` is its address or name, ``menu`` (text, step) at its left."""

    look: Look
    title: str
    parts: tuple[Part, ...]
    menu: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing: its file's name and its frames from left to right."""

    name: str
    frames: tuple[Frame, ...]


def browser(title: str, *parts: Part, menu: tuple[tuple[str, int], ...] = ()) -> Frame:
    """Return a browser at an address."""
    return Frame(Look.BROWSER, title, parts, menu)


def window(title: str, *parts: Part, menu: tuple[tuple[str, int], ...] = ()) -> Frame:
    """Return a window of Balcão."""
    return Frame(Look.WINDOW, title, parts, menu)


def phone(title: str, *parts: Part) -> Frame:
    """Return a phone with a name at its top."""
    return Frame(Look.PHONE, title, parts)


def heading(text: str) -> Part:
    """Return a heading."""
    return Part(Kind.HEADING, text)


def note(text: str, number: int = 0) -> Part:
    """Return a line of small text, wrapped."""
    return Part(Kind.NOTE, text, number)


def field(text: str, value: str = "", number: int = 0) -> Part:
    """Return a labelled field with what is typed in it."""
    return Part(Kind.FIELD, text, number, value)


def button(text: str, number: int = 0) -> Part:
    """Return a button; one with a step is the one to press."""
    return Part(Kind.BUTTON, text, number)


def check(text: str, number: int = 0, *, is_on: bool = True) -> Part:
    """Return a box to tick."""
    return Part(Kind.CHECK, text, number, is_on=is_on)


def radio(text: str, number: int = 0, *, is_on: bool = True) -> Part:
    """Return one of several choices."""
    return Part(Kind.RADIO, text, number, is_on=is_on)


def row(text: str, value: str = "", number: int = 0) -> Part:
    """Return a line of a list with something at its right."""
    return Part(Kind.ROW, text, number, value)


def secret(text: str, value: str, number: int = 0) -> Part:
    """Return a key that is shown to be copied."""
    return Part(Kind.SECRET, text, number, value)


def heard(text: str, number: int = 0) -> Part:
    """Return what the other one writes in a chat."""
    return Part(Kind.HEARD, text, number)


def said(text: str, number: int = 0) -> Part:
    """Return what we write in a chat."""
    return Part(Kind.SAID, text, number)
