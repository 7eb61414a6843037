"""The recommended actions and places in an attendant's words, the same beside the reply and in the settings."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def _tr(text: str) -> str:
    return QCoreApplication.translate("advice_texts", text)


def action_names() -> dict[str, str]:
    """Return every action that the table can recommend, by its code."""
    return {
        "monitor": _tr("Só monitorar"),
        "judge_then_answer": _tr("Avaliar se vale responder"),
        "attend_and_solve": _tr("Atender e buscar solução"),
        "find_and_answer": _tr("Buscar a informação e responder"),
        "contact_and_offer_help": _tr("Fazer contato e oferecer ajuda"),
        "thank": _tr("Agradecer e animar a conversa"),
        "classify_first": _tr("Classificar primeiro"),
    }


def theme_action_names() -> dict[str, str]:
    """Return the actions that a crisis or a theme asks for, by their codes."""
    return {
        "alert_and_attend": _tr("Avisar a equipe e atender já"),
        "one_simple_reply": _tr("Dar uma resposta simples e só uma"),
        "no_rejoinder": _tr("Não responder de novo"),
        "do_not_answer": _tr("Não responder"),
    }


def place_names() -> dict[str, str]:
    """Return where an answer can belong, by its code."""
    return {
        "none": _tr("Sem resposta"),
        "public": _tr("Em público"),
        "private": _tr("Em privado"),
        "public_then_private": _tr("Uma palavra em público e o resto em privado"),
    }
