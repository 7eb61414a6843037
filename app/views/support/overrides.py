"""A mistake in a method that Qt calls must reach the one road of errors: left alone, it ends the program.

PySide6 up to 6.11 on Python 3.11 reads an error that C code raised (``len(5)``, "already deleted") as an instance
before it is one and dies of it, whether it comes from painting, an event or a model. An error that has passed a
handler written in Python is an instance; so every override gets one.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from types import FunctionType
from typing import Any

from PySide6.QtCore import QObject

IS_NEEDED = sys.version_info < (3, 12)
_BOUND: Any = QObject.__mro__[-2]  # what everything of Qt's that Python may extend has in common
_OPEN_ARGUMENTS = 0x04 | 0x08  # CO_VARARGS, CO_VARKEYWORDS


def guard_overrides() -> None:
    """Guard the overrides of every class that is made from now on; to be called before the first one is."""
    if IS_NEEDED:
        _BOUND.__init_subclass__ = classmethod(_guard)


def is_guarded(function: object) -> bool:
    """Tell whether an override has its handler."""
    return hasattr(function, "__wrapped__")


def overrides(cls: type) -> dict[str, Any]:
    """Return the functions of a class that stand in the place of one of Qt's."""
    above = [base for base in cls.__mro__[1:] if issubclass(base, _BOUND)]
    return {
        name: each
        for name, each in vars(cls).items()
        if isinstance(each, FunctionType)
        and not name.startswith("__")
        and any(name in vars(base) and not isinstance(vars(base)[name], FunctionType) for base in above)
    }


def _guard(cls: type, /, **options: Any) -> None:  # noqa: ANN401 - whatever a class statement is given
    super(_BOUND, cls).__init_subclass__(**options)
    for name, each in overrides(cls).items():
        setattr(cls, name, _guarded(each))


def _guarded(function: Any) -> Any:  # noqa: ANN401 - functions of any shape
    code = function.__code__
    is_plain = not (function.__defaults__ or code.co_kwonlyargcount or code.co_flags & _OPEN_ARGUMENTS)
    make = _BY_COUNT.get(code.co_argcount, _any) if is_plain else _any
    return functools.wraps(function)(make(function))


# PySide looks at how many arguments a slot takes: a guarded override takes as many as the one in it.
def _one(function: Callable[..., Any]) -> Callable[..., Any]:
    def call(me: Any) -> Any:  # noqa: ANN401 - as the override
        try:
            return function(me)
        except BaseException:  # noqa: TRY203 - having been here is the point
            raise

    return call


def _two(function: Callable[..., Any]) -> Callable[..., Any]:
    def call(me: Any, first: Any) -> Any:  # noqa: ANN401 - as the override
        try:
            return function(me, first)
        except BaseException:  # noqa: TRY203 - as above
            raise

    return call


def _three(function: Callable[..., Any]) -> Callable[..., Any]:
    def call(me: Any, first: Any, second: Any) -> Any:  # noqa: ANN401 - as the override
        try:
            return function(me, first, second)
        except BaseException:  # noqa: TRY203 - as above
            raise

    return call


def _any(function: Callable[..., Any]) -> Callable[..., Any]:
    def call(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - as the override
        try:
            return function(*given, **named)
        except BaseException:  # noqa: TRY203 - as above
            raise

    return call


_BY_COUNT = {1: _one, 2: _two, 3: _three}
