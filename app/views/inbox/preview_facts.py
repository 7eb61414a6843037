"""What a mention says besides its text: place, audience, columns of its file, decided here as (name, value) pairs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.models.domain import protocol
from app.models.domain.inbox import CaseBrief, MentionDetail
from app.models.domain.vocabulary import Visibility
from app.views.support.crisis_clock import crisis_clock_text
from app.views.support.inbox_filter.state_words import case_state_text, mention_state_text
from app.views.support.texts import number_text, when_text


def facts(mention: MentionDetail, now: datetime, reasons: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the facts of a mention in the order in which they are shown; what is not known is left out."""
    clock = mention.crisis_clock
    pairs: list[tuple[str, str]] = [
        (_tr("Crise"), "" if clock is None else crisis_clock_text(clock, now)[0]),
        (_tr("Situação"), _state(mention, reasons)),
        (_tr("Editada pelo autor"), "" if mention.edited_at is None else when_text(mention.edited_at, now)),
        (_tr("Apagada na rede"), "" if mention.removed_at is None else when_text(mention.removed_at, now)),
        (_tr("Lugar"), mention.place or ""),
        (_tr("Nota dada"), "" if mention.source_rating is None else number_text(mention.source_rating)),
        (_tr("Público"), audience_text(mention)),
        (_tr("Perfil"), mention.handle_key or ""),
        (_tr("Recebida"), when_text(mention.captured_at, now)),
        (_tr("Horário"), _tr("chegou fora do horário de atendimento") if mention.is_out_of_hours else ""),
        *(_extra(name, value, now) for name, value in mention.extra),
    ]
    return [(name, value) for name, value in pairs if value.strip()]


def _extra(name: str, value: str, now: datetime) -> tuple[str, str]:
    if name == "answer_until":
        return _tr("Responder até"), when_text(datetime.fromisoformat(value), now)
    return name[:1].upper() + name[1:], value


def audience_text(mention: MentionDetail) -> str:
    """Return who was reached, in words: "12 curtidas, 3 respostas, alcance 1.200"."""
    parts = [
        _plural(mention.likes, _tr("1 curtida"), _tr("{n} curtidas")),
        _plural(mention.shares, _tr("1 compartilhamento"), _tr("{n} compartilhamentos")),
        _plural(mention.replies, _tr("1 resposta"), _tr("{n} respostas")),
        "" if mention.reach is None else _tr("alcance {n}").format(n=number_text(mention.reach)),
    ]
    return ", ".join(part for part in parts if part)


def visibility_text(mention: MentionDetail) -> str:
    """Return who can read it."""
    if mention.visibility is Visibility.PRIVATE:
        return _tr("Privada")
    return _tr("Pública, dirigida à marca") if mention.is_direct else _tr("Pública")


def case_line(case: CaseBrief, now: datetime) -> str:
    """Return an open case in one line."""
    owner = _tr("sem dono") if case.owner_name is None else case.owner_name
    when = when_text(case.opened_at, now)
    return f"{protocol.display(case.protocol)} · {case.title} · {case_state_text(case.state)} · {owner} · {when}"


def open_cases_text(count: int) -> str:
    """Return how many cases the author has open."""
    return _plural(count, _tr("1 atendimento aberto"), _tr("{n} atendimentos abertos"))


def earlier_text(count: int) -> str:
    """Return how often the author wrote before."""
    if count == 0:
        return _tr("Primeira menção desta pessoa")
    return _plural(count, _tr("1 menção anterior"), _tr("{n} menções anteriores"))


def size_text(size: int) -> str:
    """Return the size of a file."""
    kilo = 1024
    if size < kilo:
        return _tr("{n} bytes").format(n=number_text(size))
    if size < kilo * kilo:
        return _tr("{n} kB").format(n=number_text(size / kilo, 0))
    return _tr("{n} MB").format(n=number_text(size / kilo / kilo, 1))


def _state(mention: MentionDetail, reasons: Mapping[str, str]) -> str:
    text = mention_state_text(mention.state)
    if mention.rule_name:
        text = _tr("{state} pela regra “{rule}”").format(state=text, rule=mention.rule_name)
    named = _own_reasons() | dict(reasons)
    reason = named.get(mention.state_reason or "", mention.state_reason)
    return f"{text}: {reason}" if reason else text


def _own_reasons() -> dict[str, str]:
    """Return why the program itself set a mention aside."""
    return {
        "repost": _tr("só repassa outra publicação"),
        "repeat": _tr("repete um texto já recebido"),
        "terms": _tr("fora dos termos de busca"),
        "automatic": _tr("resposta automática"),
    }


def _plural(count: int | None, one: str, many: str) -> str:
    if not count:
        return ""
    return one if count == 1 else many.format(n=number_text(count))


def _tr(text: str) -> str:
    return QCoreApplication.translate("preview_facts", text)
