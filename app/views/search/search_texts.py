"""The Portuguese of the search: kinds, counts, what could not be read, and why there is nothing."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from app.models.domain.inbox import Count
from app.models.domain.search_hit import Completion, Found, HitKind, SearchResults
from app.models.domain.search_query import FilterKey, Problem
from app.views.support.texts import number_text

ICONS = {
    HitKind.CASE: "inbox",
    HitKind.CUSTOMER: "user",
    HitKind.MENTION: "message",
    HitKind.NOTE: "note",
    HitKind.SOLUTION: "circle-check",
    HitKind.REPLY: "message-reply",
    HitKind.ARTICLE: "bulb",
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("search_page", text)


def kind_text(kind: HitKind) -> str:
    """Return the name of a group of results."""
    return {
        HitKind.CASE: _tr("Atendimentos"),
        HitKind.CUSTOMER: _tr("Clientes"),
        HitKind.MENTION: _tr("Menções"),
        HitKind.NOTE: _tr("Anotações"),
        HitKind.SOLUTION: _tr("Soluções"),
        HitKind.REPLY: _tr("Respostas enviadas"),
        HitKind.ARTICLE: _tr("Materiais de apoio"),
    }[kind]


def count_text(count: Count) -> str:
    """Return a count as people say it: "mais de 1.000" where it was counted no further."""
    return _tr("mais de {n}").format(n=number_text(count.n)) if count.is_capped else number_text(count.n)


def alike_text(found: Found) -> str:
    """Return how many nearly equal texts stand behind a line."""
    if found.alike == 1:
        return _tr("+ 1 quase igual")
    return _tr("+ {n} quase iguais").format(n=number_text(found.alike)) if found.alike else ""


def language_text(code: str) -> str:
    """Return a language's name; Portuguese goes without saying."""
    if not code or code.lower().startswith("pt") or code == "und":
        return ""
    language = QLocale(code.replace("-", "_"))
    return code if language.language() == QLocale.Language.C else language.nativeLanguageName().lower()


def problem_text(problem: Problem) -> str:
    """Return what could not be read and what to do."""
    if problem.value.startswith("-"):
        return _tr(
            "O sinal de menos vale para palavras, canal:, sentimento: e estado:. Deixei {value} de fora."
        ).format(value=problem.value)
    if problem.key is FilterKey.PROTOCOL:
        return _tr("“{value}” não é um protocolo inteiro nem um pedaço de um. Confira os algarismos.").format(
            value=problem.value
        )
    return _tr("Não entendi a data “{value}”. Escreva como 21/11/2026.").format(value=problem.value)


def notes_text(results: SearchResults) -> str:
    """Return all that the person should know about how the text was read."""
    notes = [problem_text(each) for each in results.problems]
    if results.is_cut:
        notes.append(_tr("A busca é longa demais: usei só o começo dela."))
    if any(group.is_among_newest for group in results.groups):
        notes.append(_tr("Ordem de relevância entre as 300 mais novas."))
    return "  ".join(notes)


def nothing_text(results: SearchResults) -> str:
    """Return why there is nothing to see."""
    if results.has_words_only_to_leave_out:
        return _tr("Só há palavras para deixar de fora. Diga também o que procurar.")
    if not results.text:
        return _tr("Digite uma palavra, um protocolo ou o nome de um cliente.")
    return _tr("Nada encontrado. Tente menos palavras, ou ligue “Outras formas da palavra”.")


def completion_hint(completion: Completion) -> str:
    """Return what a line of the box stands for."""
    if completion.is_recent:
        return _tr("busca recente")
    if completion.key in {FilterKey.SINCE, FilterKey.UNTIL} and completion.hint:
        days = int(completion.hint)
        return {0: _tr("hoje"), 1: _tr("ontem")}.get(days, _tr("{n} dias atrás").format(n=days))
    if completion.text.endswith(":") and completion.key is not None:
        return _key_hint(completion.key)
    return ""


def _key_hint(key: FilterKey) -> str:
    return {
        FilterKey.PROTOCOL: _tr("número ou um pedaço dele"),
        FilterKey.CHANNEL: _tr("por onde chegou"),
        FilterKey.AUTHOR: _tr("quem escreveu"),
        FilterKey.CUSTOMER: _tr("nome do cliente"),
        FilterKey.SUBJECT: _tr("assunto do atendimento"),
        FilterKey.NATURE: _tr("natureza do atendimento"),
        FilterKey.SENTIMENT: _tr("positivo, neutro, misto ou negativo"),
        FilterKey.STATE: _tr("situação"),
        FilterKey.AREA: _tr("área responsável"),
        FilterKey.OWNER: _tr("quem atende"),
        FilterKey.SINCE: _tr("a partir deste dia"),
        FilterKey.UNTIL: _tr("até este dia"),
        FilterKey.LANGUAGE: _tr("pt, en, es…"),
    }[key]
