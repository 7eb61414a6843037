"""The sections of the rules and what was done to them, in an attendant's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.services.settings_book import SETTING_VERB


def _tr(text: str) -> str:
    return QCoreApplication.translate("section_names", text)


def section_name(key: str) -> str:
    """Return the name of a section as its page bears it."""
    names = {
        "tree": _tr("Árvore de classificação"),
        "hours": _tr("Horário de atendimento"),
        "targets": _tr("Prazos"),
        "legal": _tr("Prazos da lei"),
        "crisis": _tr("Matriz de crises"),
        "situations": _tr("Situações e ações"),
        "policy": _tr("Política de atendimento"),
        "persona": _tr("Persona da marca"),
        "templates": _tr("Modelos de resposta"),
        "articles": _tr("Materiais de apoio"),
        "areas": _tr("Áreas"),
        "routes": _tr("Rotas"),
        "spelling": _tr("Dicionário da equipe"),
        "replies": _tr("Envio de respostas"),
        "company": _tr("Empresa"),
        "staffing": _tr("Tamanho da equipe"),
    }
    return names.get(key, key)


def change_name(what: str) -> str:
    """Return what an edit did; a setting's whole value is simply a change."""
    kind, _, _rest = what.partition(":")
    if kind == SETTING_VERB:
        return _tr("Regra mudada")
    names = {
        "taken_in": _tr("Trazida de um arquivo"),
        "restored": _tr("De volta ao original"),
        "undo": _tr("Mudança desfeita"),
    }
    return names.get(kind, _tr("Regra mudada"))
