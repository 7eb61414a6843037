"""The composition root: builds every part, hands each what it needs, starts and stops them in order."""

from app.bootstrap.window import Options, run_window

__all__ = ["Options", "run_window"]
