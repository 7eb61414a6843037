"""What alerts and rooms say, in a person's words: every sentence of the crisis screens that depends on facts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from app.models.domain.alert import AlertKind, AlertLine
from app.models.domain.breach import PROMISE
from app.models.domain.burst import BurstKind
from app.models.domain.crisis_clock import CrisisLimit
from app.models.domain.crisis_room import ClockState, EntryKind, RoomEntry
from app.models.domain.protocol import display
from app.views.support.texts import number_text, percent_text, time_text, when_text
from app.views.support.tokens import Tone

_WORDS_SHOWN: Final = 4


def _tr(text: str) -> str:
    return QCoreApplication.translate("crisis", text)


def level_text(level: int | None) -> str:
    """Return "Crise nível 1", or "Crise" without a level."""
    return _tr("Crise") if level is None else _tr("Crise nível {level}").format(level=level)


def drill_word() -> str:
    """Return the word that marks a drill everywhere."""
    return _tr("EXERCÍCIO")


def list_text(parts: list[str]) -> str:
    """Return names joined as people say them: "Ana, Bia e Caio"."""
    if len(parts) < 2:  # noqa: PLR2004 - one name needs no "and"
        return "".join(parts)
    return _tr("{first} e {last}").format(first=", ".join(parts[:-1]), last=parts[-1])


def marked_title(line: AlertLine) -> str:
    """Return an alert's title, marked as a drill where no chip stands beside it."""
    return f"{drill_word()} · {alert_title(line)}" if line.is_drill else alert_title(line)


def alert_title(line: AlertLine) -> str:
    """Return what an alert is, in a few words."""
    facts = line.facts
    if line.kind is AlertKind.DRILL:
        return _room_title(facts)
    if line.room_id is not None and "room" in facts:
        return f"{level_text(line.level)} · {_room_title(facts)}"
    if line.kind is AlertKind.CRISIS:
        return _crisis_title(line)
    if line.kind is AlertKind.DEADLINE:
        return _deadline_title(line)
    if line.kind is AlertKind.HOLIDAY:
        return _tr("Faltam os feriados de {year}").format(year=facts.get("year", ""))
    if line.kind is AlertKind.SILENCE:
        return _tr("{account} está em silêncio").format(account=facts.get("account", ""))
    if line.kind is AlertKind.ACCOUNT:
        return _tr("{account} precisa de você").format(account=facts.get("account", ""))
    return _tr("Volume fora do comum") if line.kind is AlertKind.BURST else _tr("Situação grave está se espalhando")


def alert_why(line: AlertLine) -> str:
    """Return why an alert was raised: words, rule, figures."""
    facts = line.facts
    parts = [_by_kind(line), str(facts.get("scenario", ""))]
    if facts.get("due_at") and "limit" in facts:
        parts.append(_tr("O limite é {time}.").format(time=time_text(datetime.fromisoformat(str(facts["due_at"])))))
    if facts.get("rule"):
        parts.append(_tr("Regra: {rule}.").format(rule=facts["rule"]))
    return " ".join(part for part in parts if part)


def told_text(facts: Mapping[str, Any]) -> str:
    """Return who of Comunicação / RP was told, or that nobody could be."""
    if "told_area" not in facts:
        return ""
    area, people = facts["told_area"], [str(name) for name in facts.get("told", ())]
    if area is None:
        return _tr("Não há área de Comunicação / RP para avisar.")
    if not people:
        return _tr("{area} não tem ninguém cadastrado: avise por telefone.").format(area=area)
    return _tr("{area} foi avisada: {people}.").format(area=area, people=list_text(people))


def taken_text(line: AlertLine, now: datetime) -> str:
    """Return who looks after an alert."""
    if line.taken_at is None:
        return _tr("Ninguém assumiu ainda")
    return _tr("Assumido por {name}, {when}").format(name=line.taken_by or "", when=when_text(line.taken_at, now))


def seen_text(line: AlertLine) -> str:
    """Return how many had it on the screen and how many said that they saw it."""
    shown, seen = number_text(line.shown_to), number_text(line.seen_by)
    return _tr("Apareceu para {shown}, visto por {seen}").format(shown=shown, seen=seen)


def clock_word(state: ClockState) -> tuple[str, Tone]:
    """Return the word and tone of a clock."""
    words: dict[ClockState, tuple[str, Tone]] = {
        ClockState.NONE: (_tr("sem prazo"), "neutral"),
        ClockState.RUNNING: (_tr("correndo"), "warn"),
        ClockState.OVERDUE: (_tr("estourado"), "bad"),
        ClockState.IN_TIME: (_tr("no prazo"), "ok"),
        ClockState.LATE: (_tr("fora do prazo"), "bad"),
    }
    return words[state]


def entry_head(entry: RoomEntry) -> str:
    """Return what happened, with who did it."""
    text = _entry_words(entry)
    return f"{entry.who} · {text}" if entry.who else f"{_tr('Balcão')} · {text}"


def entry_text(entry: RoomEntry) -> str:
    """Return the text below the head: what was written, or what the alert said."""
    facts = entry.facts
    if entry.kind in {EntryKind.ALERT, EntryKind.ALERT_TAKEN}:
        words = [str(word) for word in facts.get("words", ())]
        told = told_text(facts) if entry.kind is EntryKind.ALERT else ""
        return " ".join(part for part in (_words_text(words), told) if part)
    if entry.kind is EntryKind.AREA_TOLD:
        people = [str(name) for name in facts.get("told", ())]
        return list_text(people) if people else _tr("Sem ninguém cadastrado: avise pelo contato da área.")
    return entry.text or ""


def report_line(entry: RoomEntry) -> str:
    """Return a line of the closing report: time, what happened, the text in one line."""
    text = " ".join(entry_text(entry).split())
    head = f"{time_text(entry.at)} {entry_head(entry)}"
    return f"{head}: {text}" if text else head


def _crisis_title(line: AlertLine) -> str:
    count = line.facts.get("count")
    if "limit" in line.facts:
        return _limit_title(line)
    if count is not None:
        many = _tr("{n} menções em nível de crise") if count != 1 else _tr("{n} menção em nível de crise")
        return f"{level_text(line.level)} · " + many.format(n=number_text(count))
    words = [str(word) for word in line.facts.get("words", ())][:_WORDS_SHOWN]
    return " · ".join(part for part in (level_text(line.level), ", ".join(words)) if part)


def _limit_title(line: AlertLine) -> str:
    count = line.facts.get("count")
    is_identify = line.facts["limit"] == CrisisLimit.IDENTIFY.value
    if count is not None:
        many = (
            _tr("{n} menções no limite para identificar")
            if is_identify
            else _tr("{n} menções no limite para responder")
        )
        one = _tr("1 menção no limite para identificar") if is_identify else _tr("1 menção no limite para responder")
        return f"{level_text(line.level)} · " + (one if count == 1 else many.format(n=number_text(count)))
    text = _tr("limite para identificar") if is_identify else _tr("limite para responder")
    words = [str(word) for word in line.facts.get("words", ())][:_WORDS_SHOWN]
    return " · ".join(part for part in (level_text(line.level), text, ", ".join(words)) if part)


def _deadline_title(line: AlertLine) -> str:
    protocol = line.facts.get("protocol")
    text = _tr("Promessa vencendo") if line.facts.get("clock") == PROMISE else _tr("Prazo vencendo")
    return f"{text} · {_tr('atendimento {protocol}').format(protocol=display(str(protocol)))}" if protocol else text


def _room_title(facts: Mapping[str, Any]) -> str:
    if facts.get("area"):
        return _tr("Chamando {area}: {room}").format(area=facts["area"], room=facts.get("room", ""))
    return _tr("Sala aberta: {room}").format(room=facts.get("room", ""))


def _by_kind(line: AlertLine) -> str:
    facts = line.facts
    if line.kind is AlertKind.SPREAD:
        text = _tr(
            "Atendimento {protocol}: +{shares} compartilhamentos, +{replies} respostas, +{others} casos parecidos."
        )
        return text.format(
            protocol=display(str(facts.get("protocol", ""))),
            shares=number_text(int(facts.get("shares", 0))),
            replies=number_text(int(facts.get("replies", 0))),
            others=number_text(int(facts.get("others", 0))),
        )
    if line.kind is AlertKind.BURST:
        return _burst_text(facts)
    if line.kind is AlertKind.SILENCE:
        text = _tr(
            "Não chega nada há {hours} horas, e este horário costuma ter movimento. Veja em Canais se está tudo bem."
        )
        return text.format(hours=number_text(int(facts.get("hours", 0))))
    if line.kind is AlertKind.ACCOUNT:
        return _tr("Não conseguimos mais ler este canal. Abra Canais para ver o motivo e o que fazer.")
    return _words_text([str(word) for word in facts.get("words", ())])


def _burst_text(facts: Mapping[str, Any]) -> str:
    came, usual = facts.get("came"), facts.get("usual")
    if came is None or usual is None:
        return _tr("Chegam muito mais menções do que esta hora costuma ter.")
    if facts.get("burst") == BurstKind.VOLUME.value:
        text = _tr("{came} menções nesta hora; o costume é {usual}.")
        return text.format(came=number_text(float(came)), usual=number_text(float(usual)))
    text = _tr("{came} de negativas nesta hora; o costume é {usual}.")
    return text.format(came=percent_text(float(came)), usual=percent_text(float(usual)))


def _words_text(words: list[str]) -> str:
    return _tr("Palavras: {words}.").format(words=", ".join(words)) if words else ""


def _entry_words(entry: RoomEntry) -> str:
    facts = entry.facts
    words = {
        EntryKind.OPENED: _tr("abriu a sala"),
        EntryKind.NOTE: _tr("anotou"),
        EntryKind.DECISION: _tr("decidiu"),
        EntryKind.MENTIONS_ADDED: _tr("juntou 1 menção") if facts.get("n") == 1 else _tr("juntou {n} menções"),
        EntryKind.MENTIONS_REMOVED: _tr("tirou 1 menção") if facts.get("n") == 1 else _tr("tirou {n} menções"),
        EntryKind.AREA_TOLD: _tr("avisou {area}"),
        EntryKind.AREA_CONFIRMED: _tr("registrou que {area} confirmou"),
        EntryKind.POSITION_DRAFTED: _tr("escreveu a posição"),
        EntryKind.POSITION_APPROVED: _tr("aprovou a posição"),
        EntryKind.POSITION_WITHDRAWN: _tr("retirou a aprovação da posição"),
        EntryKind.CLOSED: _tr("encerrou a sala"),
        EntryKind.REOPENED: _tr("reabriu a sala"),
        EntryKind.UNDONE: _tr("desfez uma mudança da posição"),
        EntryKind.ALERT: _tr("alertou todas as estações"),
        EntryKind.ALERT_TAKEN: _tr("assumiu o alerta"),
        EntryKind.REPLY_SENT: _tr("respondeu no atendimento {protocol}"),
    }[entry.kind]
    return words.format(n=facts.get("n", ""), area=facts.get("area", ""), protocol=facts.get("protocol", ""))
