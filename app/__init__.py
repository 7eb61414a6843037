"""Balcão: the counter at which a small team answers people; this package is the whole program."""

__version__ = "0.1.0"
