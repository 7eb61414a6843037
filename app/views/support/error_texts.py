"""Every error code that services raise, as a Portuguese sentence: what happened, what is safe, what to do.

Add a code here together with the ``raise`` that uses it; a test walks the codes in ``app/services`` and
``app/models``. ``{fact}`` takes the fact of that name from the error; a missing fact shows as "?".
"""

from __future__ import annotations

from typing import Final

ERROR_TEXTS: Final[dict[str, str]] = {
    "settings.broken": (
        "As preferências desta estação não puderam ser lidas. Os atendimentos não foram afetados. "
        "O arquivo antigo foi guardado e o Balcão começou com as preferências de fábrica."
    ),
    "settings.newer": (
        "As preferências desta estação foram gravadas por um Balcão mais novo. Nada foi perdido. "
        "Atualize o Balcão para usar todas elas."
    ),
    "settings.unwritable": (
        "Não foi possível gravar as preferências desta estação. Os atendimentos estão salvos. "
        "Verifique o espaço em disco e a permissão da pasta {folder}."
    ),
}

FALLBACK: Final = (
    "Não foi possível concluir. O que você digitou continua na tela e o que já estava salvo não mudou. "
    "Tente de novo; se repetir, informe o código {code}."
)
