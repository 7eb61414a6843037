"""Read the complaint out of a notice that Reclame Aqui mails to a company, so that it is worked on as a complaint."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import blake2b
from typing import Final

from app.models.domain.incoming import IncomingMention
from app.services.files.items import fitting_key, fitting_name
from app.services.files.limits import MAX_RAW_BYTES
from app.services.files.mail import ParsedMail
from app.services.files.mail_kinds import MailKind

_SENDERS: Final = re.compile(r"@(?:[a-z0-9-]{1,60}\.){0,4}(?:reclameaqui|hugme)\.com\.br$")
_PERMALINK: Final = re.compile(
    r"https?://(?:www\.)?reclameaqui\.com\.br/[\w.%-]{1,200}/[\w.%-]{1,300}?[_-]([A-Za-z0-9_-]{16})/?(?=[?#\s\"'<>)\]]|$)"
)
_NUMBERED: Final = re.compile(r"https?://(?:www\.)?reclameaqui\.com\.br/(\d{4,12})/[^\s\"'<>)\]]{0,300}")
_ID: Final = re.compile(
    r"\b(?:id|c[oó]digo|n[uú]mero|protocolo|n[º°o.])(?: d[ae] reclama[cç][aã]o)?\s*[:#]\s*#?([A-Za-z0-9_-]{4,40})",
    re.IGNORECASE,
)
_LABELS: Final = {
    "title": r"t[ií]tulo(?: da reclama[cç][aã]o)?|assunto",
    "name": r"(?:nome d[oa] )?(?:consumidora?|cliente|reclamante)|nome",
    "place": r"cidade(?:\s*/\s*(?:estado|uf))?|local(?:idade)?|cidade e estado",
    "state": r"estado|uf",
    "text": r"reclama[cç][aã]o|descri[cç][aã]o(?: da reclama[cç][aã]o)?|relato|texto(?: da reclama[cç][aã]o)?|mensagem"
    r"(?: do consumidor)?",
    "said": r"r[eé]plica(?: do consumidor)?|coment[aá]rio(?: do consumidor)?|resposta do consumidor"
    r"|considera[cç](?:[aã]o|[oõ]es)(?: finais)?(?: do consumidor)?",
    "rating": r"nota(?: d[oae] (?:atendimento|avalia[cç][aã]o|consumidor))?|avalia[cç][aã]o",
    "solved": r"(?:seu |o )?problema (?:foi )?resolvido|resolvido",
    "again": r"voltaria a fazer neg[oó]cios?",
    "date": r"data(?: da (?:reclama[cç][aã]o|avalia[cç][aã]o|r[eé]plica))?",
    "phone": r"telefones?|celular",
    "email": r"e-?mail(?: do consumidor)?",
    "number": r"(?:id|c[oó]digo|n[uú]mero|protocolo)(?: da reclama[cç][aã]o)?"
    r"|status|empresa|produto|categoria|problema",
}
_LABEL: Final = re.compile(
    r"^[ \t*•-]{0,4}(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _LABELS.items())
    + r")[ \t]*[*]{0,2}[:?][*]{0,2}[ \t]*",
    re.IGNORECASE | re.MULTILINE,
)
_TEXTS: Final = frozenset({"text", "said"})
_FOOTER: Final = re.compile(
    r"^[ \t\[>]*(?:responder(?: (?:a )?reclama|\b.{0,20}$)|ver (?:a )?reclama|clique aqui para|copyright|©"
    r"|acesse (?:(?:a |o |sua )?(?:reclama|painel|[aá]rea da empresa)|https?:)|(?:atenciosamente,?\s+)?equipe reclame"
    r"|este e-?mail (?:é|foi)|n[aã]o responda|para responder|voc[eê] (?:est[aá] recebendo|recebeu) este|descadastr)",
    re.IGNORECASE | re.MULTILINE,
)
_GRADE: Final = re.compile(r"(?<![\d,.])(10|\d)(?:[,.]0)?(?!\d|[,.]\d)")
_QUOTED: Final = re.compile(r"[“\"']([^“”\"'\n]{3,200})[”\"']")


class Notice(StrEnum):
    """What a notice tells."""

    COMPLAINT = "complaint"
    REPLY = "reply"
    EVALUATION = "evaluation"


_KINDS: Final = tuple(
    (notice, re.compile(words, re.IGNORECASE))
    for notice, words in (
        (Notice.EVALUATION, r"avaliou|foi avaliada|nova avalia[cç][aã]o|avalia[cç][aã]o (?:d[aoe]|recebida)"),
        (
            Notice.REPLY,
            r"r[eé]plica|respondeu|nova (?:mensagem|resposta|intera[cç][aã]o)|comentou|considera[cç][aã]o d|complement",
        ),
        (
            Notice.COMPLAINT,
            r"nova reclama|recebeu (?:uma|um) (?:nova )?reclama|reclamou"
            r"|reclama[cç][aã]o (?:recebida|publicada|registrada)",
        ),
    )
)


def complaint_of(
    mail: ParsedMail, *, posted_at: datetime | None = None, raw: bytes | None = None
) -> IncomingMention | None:
    """Return the complaint, the consumer's reply or the evaluation that a notice brings; None for all other mail.

    ``posted_at`` (aware) stands for the mail's own date, ``raw`` is kept with the mention up to the usual limit. The
    complaint's id makes the thread; a reply and an evaluation answer it. What a notice does not name stays empty.
    """
    moment = posted_at or mail.date or mail.received
    if moment is None or mail.kind in {MailKind.BOUNCE, MailKind.FEEDBACK} or not _SENDERS.search(mail.from_address):
        return None
    fields = _fields(mail.text)
    permalink, number = _identity(mail)
    kind = _kind(mail.subject, mail.text)
    if kind is None or not (number or _TEXTS & fields.keys()):
        return None
    grade = _GRADE.search(fields.get("rating", "")) if kind is Notice.EVALUATION else None
    text = _text(kind, fields, mail)
    mention = IncomingMention(
        channel="reclame_aqui",
        text=text,
        posted_at=moment.astimezone(UTC),
        external_id=_external_id(kind, number, mail, text),
        title=fields.get("title") or _quoted(mail.subject),
        author_name=fitting_name(fields["name"]) if "name" in fields else None,
        permalink=permalink or None,
        in_reply_to=number if number and kind is not Notice.COMPLAINT else None,
        thread_key=fitting_key(number) or None,
        is_direct=True,
        place=_place(fields),
        phone=fields.get("phone", "")[:40] or None,
        email=fields.get("email", "")[:320].lower() or None,
        source_rating=int(grade[1]) if grade else None,
        extra=_extra(kind, fields, mail),
        attachments=mail.attachments,
    )
    return mention if raw is None or len(raw) > MAX_RAW_BYTES else replace(mention, raw=raw)


def _kind(subject: str, text: str) -> Notice | None:
    """Return what the subject tells, else what the first lines tell."""
    for told in (subject, text[:600]):
        for kind, words in _KINDS:
            if words.search(told):
                return kind
    return None


def _identity(mail: ParsedMail) -> tuple[str, str]:
    """Return the complaint's address on the site and its id there: from a link, else as the text numbers it."""
    for place in (*mail.links, mail.text):
        found = _PERMALINK.search(place) or _NUMBERED.search(place)
        if found:
            return found[0].rstrip("/.,") + "/", found[1]
    told = _ID.search(mail.subject) or _ID.search(mail.text)
    return "", told[1] if told else ""


def _fields(text: str) -> dict[str, str]:
    """Return what stands behind each label; the first of each counts.

    What a consumer wrote runs to the end of the notice, since a line of it may look like a label too; only a second
    text of the consumer ends the first.
    """
    marks = list(_LABEL.finditer(text))
    fields: dict[str, str] = {}
    for at, mark in enumerate(marks):
        name = mark.lastgroup or ""
        if name in fields:
            continue
        if name in _TEXTS:
            ends = (each.start() for each in marks[at + 1 :] if each.lastgroup in _TEXTS - {name})
            value = _without_footer(text[mark.end() : next(ends, len(text))])
        else:
            value = text[mark.end() : marks[at + 1].start() if at + 1 < len(marks) else len(text)]
            value = value.strip().partition("\n")[0].strip(" *")
        if value:
            fields[name] = value
    return fields


def _text(kind: Notice, fields: dict[str, str], mail: ParsedMail) -> str:
    order = ("text", "said") if kind is Notice.COMPLAINT else ("said", "text")
    told = next((fields[name] for name in order if name in fields), "")
    return told or _without_footer(mail.text) or mail.subject


def _without_footer(text: str) -> str:
    return _FOOTER.split(text, maxsplit=1)[0].strip()


def _external_id(kind: Notice, number: str, mail: ParsedMail, text: str) -> str | None:
    """Return an id that the same notice always gets: the complaint's own, or one below it."""
    if not number:
        return mail.message_id or None
    if kind is Notice.COMPLAINT:
        return number
    if kind is Notice.EVALUATION:
        return f"{number}#evaluation"
    digest = blake2b((mail.message_id or text).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    return f"{number}#{digest}"


def _quoted(subject: str) -> str | None:
    found = _QUOTED.search(subject)
    return found[1].strip() if found else subject or None


def _place(fields: dict[str, str]) -> str | None:
    place, state = fields.get("place", ""), fields.get("state", "")
    return f"{place} - {state}" if place and state else place or state or None


def _extra(kind: Notice, fields: dict[str, str], mail: ParsedMail) -> dict[str, str]:
    told = {"solved": fields.get("solved", ""), "would_return": fields.get("again", ""), "message_id": mail.message_id}
    return {"notice": kind.value} | {name: value[:200] for name, value in told.items() if value}
