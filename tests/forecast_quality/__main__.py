"""Writes the tables of docs/FORECAST.md anew and prints them: ``python -m tests.forecast_quality``."""

from __future__ import annotations

import sys

from tests.forecast_quality.table import BEGIN, DOC, END, document, rows

text = document(DOC.read_text(encoding="utf-8"), rows())
DOC.write_text(text, encoding="utf-8")
sys.stdout.write(text.split(BEGIN)[1].split(END)[0])
