"""Measures what the goals of scale speak of, through the real services."""
