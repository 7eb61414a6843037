"""What can be wrong with suggestions and their learning, as Portuguese sentences; joined in ``error_texts``."""

from __future__ import annotations

from typing import Final

SUGGESTIONS_TEXTS: Final[dict[str, str]] = {
    "nothing_suggested": (
        "A sugestão mudou ou alguém já classificou. Nada foi alterado. Confira a classificação na tela."
    ),
    "suggestions_elsewhere": (
        "Outra estação está treinando as sugestões agora. Nada se perde: o resultado vale para toda a equipe. "
        "Espere alguns minutos."
    ),
    "suggestions_failed": (
        "O treino parou inesperadamente. As sugestões continuam como estavam e nada foi perdido. Tente de novo."
    ),
    "suggestions_changed": (
        "As sugestões mudaram enquanto esta página estava aberta. Nada foi alterado. Confira e tente de novo."
    ),
}
