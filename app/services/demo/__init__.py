"""Demonstration data: a believable year of an invented company, for trying, for pictures and for measuring."""
