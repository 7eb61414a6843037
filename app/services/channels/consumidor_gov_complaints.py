"""Turns a complaint on consumidor.gov.br, as its official service details it, into mentions and answers of ours."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import IntEnum
from typing import Any
from zoneinfo import ZoneInfo

from app.models.domain.incoming import IncomingAttachment, IncomingMention
from app.services.channels.base import OwnPost
from app.services.channels.consumidor_gov_kind import CHANNEL
from app.services.channels.loose_json import mapping, whole
from app.services.channels.shapes import list_at, text_at

BRASILIA = ZoneInfo("America/Sao_Paulo")
_ANSWER_WITHIN = timedelta(days=10)
_FORMATS = ("%d/%m/%Y %H:%M:%S", "%d/%m/%Y %H:%M", "%d/%m/%Y")
_MOST_STARS = 5
Download = Callable[[str, str, str, int], bytes | None]
"""``(protocol, step, attachment, size) -> content``; None when it is too large or is not given out."""


class Step(IntEnum):
    """The kinds of steps (*trâmites*) of a complaint that matter here, with the service's own numbers."""

    OPENED = 1
    ANSWERED = 3
    RATED = 4
    COMPLEMENTED = 6
    GIVEN_BACK = 9
    EDITED = 11
    WORD_OF_THE_STATE = 15
    CANCELLED = 16
    DELETED = 18


class Situation(IntEnum):
    """The situations of a complaint, with the service's own numbers."""

    OPEN = 1
    WITH_THE_STATE = 2
    WITH_THE_COMPANY = 3
    ANSWERED = 4
    NOT_ANSWERED = 5
    CANCELLED = 8


WAITS_FOR_US = frozenset({Situation.OPEN, Situation.WITH_THE_COMPANY})
MAY_MOVE = frozenset({*WAITS_FOR_US, Situation.WITH_THE_STATE, Situation.ANSWERED})


@dataclass(frozen=True, slots=True)
class Complaint:
    """What one complaint holds by now."""

    mentions: tuple[IncomingMention, ...] = ()
    own: tuple[OwnPost, ...] = ()
    is_gone: bool = False


def complaint_of(data: Mapping[str, Any], download: Download) -> Complaint:
    """Return what a detailed complaint holds. Raises ValueError for what has no protocol or no opening."""
    protocol, opened = text_at(data.get("protocolo")), at_of(data.get("dataAbertura"))
    if not protocol or opened is None:
        raise ValueError("not a complaint")
    kinds = {code_of(each.get("tipo")) for each in steps(data)}
    if situation_of(data) == Situation.CANCELLED or kinds & {Step.CANCELLED, Step.DELETED}:
        return Complaint(is_gone=True)
    mentions, own = [_opening(data, protocol, opened, download)], []
    for each in steps(data):
        at, kind = at_of(each.get("data")), code_of(each.get("tipo"))
        if at is None or not words_of(each):
            continue
        if kind == Step.ANSWERED or (kind == Step.COMPLEMENTED and not _is_consumer(each, data)):
            own.append(OwnPost(step_id(protocol, each), at, words_of(each), protocol, protocol))
        elif kind in {Step.RATED, Step.COMPLEMENTED, Step.GIVEN_BACK, Step.WORD_OF_THE_STATE}:
            mentions.append(_further(data, protocol, each, at, download))
    return Complaint(tuple(mentions), tuple(own))


def steps(data: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the steps of a complaint."""
    return [mapping(each) for each in list_at(data.get("tramites"))]


def step_id(protocol: str, step: Mapping[str, Any]) -> str:
    """Return the id of something said within a complaint."""
    return f"{protocol}:{text_at(step.get('codigo')) or text_at(step.get('data'))}"


def words_of(step: Mapping[str, Any]) -> str:
    """Return all that a step says."""
    texts = [text_at(mapping(each).get("texto")).strip() for each in list_at(step.get("textos"))]
    return "\n\n".join(each for each in texts if each)


def situation_of(data: Mapping[str, Any]) -> int:
    """Return the number of a complaint's situation, 0 when it is not told."""
    return code_of(data.get("situacao"))


def code_of(value: object) -> int:
    """Return the number of a ``{codigo, descricao}``, 0 without one."""
    return whole(mapping(value).get("codigo")) or 0


def at_of(value: object) -> datetime | None:
    """Return a time as the service writes it (Brasília's, day first) or milliseconds since 1970, as aware UTC."""
    milliseconds = value if isinstance(value, int) and not isinstance(value, bool) else None
    try:
        if milliseconds is not None:
            return datetime.fromtimestamp(milliseconds / 1000, UTC)
    except (ValueError, OverflowError, OSError):
        return None
    for form in _FORMATS:
        try:
            return datetime.strptime(text_at(value), form).replace(tzinfo=BRASILIA).astimezone(UTC)
        except (ValueError, OverflowError):
            continue
    return None


def _opening(data: Mapping[str, Any], protocol: str, opened: datetime, download: Download) -> IncomingMention:
    person = mapping(data.get("reclamante"))
    opening = next((each for each in steps(data) if code_of(each.get("tipo")) == Step.OPENED), {})
    edits = [at_of(each.get("data")) for each in steps(data) if code_of(each.get("tipo")) == Step.EDITED]
    title = " – ".join(each for each in (_named(data, "assunto"), _named(data, "problema")) if each)
    place = "/".join(each for each in (text_at(person.get("cidade")), text_at(person.get("estado"))) if each)
    return IncomingMention(
        channel=CHANNEL,
        text=words_of(opening) or title,
        title=title or None,
        posted_at=opened,
        external_id=protocol,
        author_key=_author(person, protocol),
        author_name=text_at(person.get("nome")) or None,
        thread_key=protocol,
        is_direct=True,
        language="pt",
        place=place or None,
        email=next(_listed(person, "emails", ("email",)), None),
        phone=next(_listed(person, "telefones", ("ddd", "telefone")), None),
        document=text_at(person.get("documento")) or None,
        edited_at=max((each for each in edits if each is not None), default=None),
        extra=_extra(data, protocol, opened),
        attachments=_attachments(protocol, opening, download),
    )


def _further(
    data: Mapping[str, Any], protocol: str, step: Mapping[str, Any], at: datetime, download: Download
) -> IncomingMention:
    person = mapping(data.get("reclamante"))
    kind = code_of(step.get("tipo"))
    is_consumer = kind == Step.RATED or _is_consumer(step, data)
    return IncomingMention(
        channel=CHANNEL,
        text=words_of(step),
        title=text_at(mapping(step.get("tipo")).get("descricao")) or None,
        posted_at=at,
        external_id=step_id(protocol, step),
        author_key=_author(person, protocol) if is_consumer else "gestor",
        author_name=text_at(person.get("nome") if is_consumer else step.get("autor")) or None,
        in_reply_to=protocol,
        thread_key=protocol,
        is_direct=True,
        language="pt",
        source_rating=_rating(step) if kind == Step.RATED else None,
        extra={"protocolo": protocol},
        attachments=_attachments(protocol, step, download),
    )


def _extra(data: Mapping[str, Any], protocol: str, opened: datetime) -> dict[str, str]:
    until = at_of(data.get("prazo")) or opened + _ANSWER_WITHIN
    values = {
        "protocolo": protocol,
        "situacao": _named(data, "situacao"),
        "answer_until": until.isoformat() if situation_of(data) in WAITS_FOR_US else "",
        "prazo": text_at(data.get("nomeCampoPrazo")),
        "area": _named(data, "area"),
        "assunto": _named(data, "assunto"),
        "problema": _named(data, "problema"),
        "meio_consumo": _named(data, "meioConsumo"),
        "reclamado": text_at(mapping(data.get("reclamado")).get("nomeFantasia")),
    }
    return {key: value for key, value in values.items() if value}


def _author(person: Mapping[str, Any], protocol: str) -> str:
    """Return the service's own number of a consumer: a CPF is no handle, it goes where documents go."""
    return text_at(person.get("numeroIdentificacao")).lower() or protocol


def _is_consumer(step: Mapping[str, Any], data: Mapping[str, Any]) -> bool:
    name = text_at(mapping(data.get("reclamante")).get("nome")).casefold()
    return bool(name) and text_at(step.get("autor")).casefold() == name


def _rating(step: Mapping[str, Any]) -> int | None:
    """Return the mark of 1 to 5 among a rating's texts."""
    for each in list_at(step.get("textos")):
        kind = text_at(mapping(mapping(each).get("tipo")).get("descricao")).lower()
        mark = whole(text_at(mapping(each).get("texto")).strip())
        if "nota" in kind and mark is not None and 1 <= mark <= _MOST_STARS:
            return mark
    return None


def _named(data: Mapping[str, Any], key: str) -> str:
    return text_at(mapping(data.get(key)).get("descricao"))


def _listed(person: Mapping[str, Any], key: str, parts: tuple[str, ...]) -> Iterator[str]:
    """Give contacts, which the service writes as texts or as objects."""
    for each in list_at(person.get(key)):
        found = text_at(each) or "".join(text_at(mapping(each).get(part)) for part in parts)
        if found:
            yield found


def _attachments(protocol: str, step: Mapping[str, Any], download: Download) -> tuple[IncomingAttachment, ...]:
    found = []
    for each in list_at(step.get("anexos")):
        given = mapping(each)
        name, code = text_at(given.get("nome")), text_at(given.get("codigo"))
        if not name or not code:
            continue
        size = whole(given.get("tamanho")) or 0
        content = download(protocol, text_at(step.get("codigo")), code, size)
        media_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
        found.append(IncomingAttachment(name, media_type, len(content or b"") or size, content))
    return tuple(found)
