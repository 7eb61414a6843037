"""What can be wrong with the rules of the counter, as Portuguese sentences; joined in ``error_texts``."""

from __future__ import annotations

from typing import Final

RULES_TEXTS: Final[dict[str, str]] = {
    "setting_changed": (
        "Outra pessoa mudou esta regra enquanto você editava. O que você digitou continua aqui. "
        "Confira a mudança e salve de novo."
    ),
    "rules_changed_since": (
        "As regras já foram mudadas depois disso. Nada foi desfeito. Veja o histórico de mudanças e ajuste à mão."
    ),
    "rule_set_unreadable": (
        "O arquivo de regras não pôde ser lido (parte: {section}). Nada foi alterado. "
        "Use um arquivo exportado pelo Balcão."
    ),
    "rule_set_newer": (
        "O arquivo de regras vem de um Balcão mais novo ({version}). Nada foi alterado. "
        "Atualize o Balcão e tente de novo."
    ),
    "rule_set_too_large": "O arquivo de regras é grande demais. Nada foi alterado. Exporte só as seções que precisa.",
}
