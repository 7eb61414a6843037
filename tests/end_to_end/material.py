"""Sixty invented complaints, in the form in which a complaint site exports them."""

from __future__ import annotations

import csv
from datetime import datetime, timedelta
from pathlib import Path

_TEXTS = (
    "O pedido veio trocado pela segunda vez e ninguém responde no chat.",
    "Cobraram a taxa de entrega duas vezes no cartão, quero o estorno.",
    "Vocês abrem no domingo? O site diz uma coisa e o mapa diz outra.",
    "Chegou sem nota fiscal e a loja diz que não é com ela.",
    "Adorei a sobremesa nova, parabéns à equipe!",
    "Faltou um item na sacola, e o entregador já tinha ido embora.",
)
_NAMES = ("Joana Prado", "Rui Sales", "Cida Matos", "Téo Lima", "Nara Couto", "Ivo Paes", "Lia Braga", "Beto Reis")
COUNT = 60


def write_complaints(path: Path) -> Path:
    """Write ``COUNT`` rows in Windows-1252 with semicolons, the newest yesterday; return the path."""
    newest = datetime.now().replace(hour=15, minute=0, second=0, microsecond=0) - timedelta(days=1)  # noqa: DTZ005 - a file's dates are local
    with path.open("w", encoding="cp1252", newline="") as stream:
        writer = csv.writer(stream, delimiter=";")
        writer.writerow(["Código", "Data", "Autor", "Perfil", "Reclamação"])
        for number in range(COUNT):
            name = _NAMES[number % len(_NAMES)]
            posted = newest - timedelta(hours=number)
            text = f"{_TEXTS[number % len(_TEXTS)]} ({number})"
            writer.writerow(
                [f"R-{number:04}", f"{posted:%d/%m/%Y %H:%M}", name, f"{name.split()[0].lower()}{number % 8}", text]
            )
    return path
