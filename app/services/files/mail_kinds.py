"""Tell a person's e-mail from what machines answer: bounces, automatic replies and abuse feedback."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable


class MailKind(StrEnum):
    """Who speaks in an e-mail."""

    NORMAL = "normal"
    BOUNCE = "bounce"
    AUTO_REPLY = "auto_reply"
    FEEDBACK = "feedback"


_DAEMONS: Final = re.compile(
    r"^(?:mailer-?daemon|postmaster|mail-?delivery|mdaemon|mail-?system|bounce[s]?|double-bounce|microsoftexchange.*"
    r"|mail_daemon|postman|mailsweeper|maildaemon|smtp-?gateway|mail delivery.*|system administrator"
    r"|mail administrator|delivery|administrator|admin|nobody|root)(?:[-+_.@].*)?$",
    re.IGNORECASE,
)
_BOUNCE_NAME: Final = re.compile(
    r"mail(?:er)?[ -]?daemon|mail delivery (?:sub)?system|postmaster|mail administrator|system administrator"
    r"|mail delivery service|internet mail delivery",
    re.IGNORECASE,
)
_BOUNCE_SUBJECT: Final = re.compile(
    r"undeliver|delivery (?:status|failure|has failed|report|error|problem|delayed|notification)|mail delivery (?:failed|"
    r"failure|error|problem|system)|returned mail|return(?:ed)? to sender|failure notice|non[- ]?deliver|message (?:delayed|"
    r"undeliverable|could not be delivered|not delivered|status)|mail could not be delivered|nondeliverable|delivery"
    r" notification|warning: could not send|mail (?:system )?error|não (?:foi )?(?:entregue|entregável)|nao entregue"
    r"|falha na entrega|falha de entrega|mensagem (?:devolvida|não entregue)|devolução de e-?mail|status de entrega"
    r"|undelivered|rejected|permanent error|bounced|unable to deliver|error sending|notificação de status de entrega"
    r"|email not delivered|cannot send|can't deliver|unzustellbar|problem delivering|fehler|mail error|failed mail"
    r"|erro de entrega|no se pudo entregar|delivered|disabled|user unknown|host unknown|quota",
    re.IGNORECASE,
)
_BOUNCE_BODY: Final = re.compile(
    r"(?:could not|couldn't|cannot|can't|unable to) (?:be )?deliver|undeliverable|permanent (?:fatal )?error|delivery to"
    r" the following|user (?:is )?unknown|unknown user|no such (?:user|recipient|mailbox|host|domain)|mailbox (?:is )?full"
    r"|recipient'?s? (?:address|mailbox)|over quota|quota exceeded|this message was created automatically by mail"
    r"|the following (?:addresses|recipients?|errors?|destination)|\b5\d\d[ -]\#?5\.\d+\.\d+|\b5[0-5]\d .*(?:user|mailbox"
    r"|recipient|relay|rejected|denied)|original message (?:follows|headers|text)|transcript of session|final-recipient:"
    r"|reason for (?:the )?(?:error|failure)|failed (?:recipient|to deliver|permanently)|não foi possível entregar"
    r"|host (?:or domain )?(?:name )?(?:not found|unknown)|message (?:has )?not (?:been )?delivered|returned to (?:you|sender)"
    r"|delivery (?:failed|failure|error|attempts)|undelivered|unrouteable|domain .* not exist|was not delivered|rejected",
    re.IGNORECASE,
)
_AUTO_SUBJECT: Final = re.compile(
    r"^\W*(?:re: ?)?(?:auto(?:matic|matische|mática|-)? ?(?:re(?:ply|sponse|spuesta|sposta)|resposta|antwort)\b|autoreply|auto(?:"
    r"mated)? (?:reply|response)|out[- ]of[- ](?:the[- ])?office|ooo\b|fora d[oa] (?:escrit[oó]rio|empresa)|aus[eê]ncia"
    r"|resposta autom[aá]tica|respuesta autom[aá]tica|away from|on vacation|vacation|estou de f[eé]rias|em f[eé]rias"
    r"|abwesen|absence|réponse automatique|i am (?:out|away)|férias)",
    re.IGNORECASE,
)
_ORIGINAL: Final = frozenset({"message/rfc822", "text/rfc822-headers", "message/rfc822-headers"})


def kind_of(
    *, header: Callable[[str], str], sender: str, sender_name: str, subject: str, text: str, types: tuple[str, ...]
) -> MailKind:
    """Return who speaks; ``header`` gives a header's value or "", ``types`` are the media types of all parts."""
    if "message/feedback-report" in types or "report-type=feedback-report" in _flat(header("content-type")):
        return MailKind.FEEDBACK
    if _is_bounce(header, sender, sender_name, subject, text, types):
        return MailKind.BOUNCE
    if _is_auto_reply(header, subject):
        return MailKind.AUTO_REPLY
    return MailKind.NORMAL


def _flat(value: str) -> str:
    return value.lower().replace('"', "").replace(" ", "")


def _is_bounce(
    header: Callable[[str], str], sender: str, sender_name: str, subject: str, text: str, types: tuple[str, ...]
) -> bool:
    if "message/delivery-status" in types or "report-type=delivery-status" in _flat(header("content-type")):
        return True
    if header("x-failed-recipients"):
        return True
    local = sender.partition("@")[0]
    is_daemon = bool(_DAEMONS.match(local) or _BOUNCE_NAME.search(sender_name)) or (not sender and not sender_name)
    has_empty_path = header("return-path").strip() == "<>"
    marks = (
        is_daemon,
        has_empty_path,
        bool(_BOUNCE_SUBJECT.search(subject)),
        bool(_BOUNCE_BODY.search(text[:20_000])),
        bool(_ORIGINAL.intersection(types)) and is_daemon,
    )
    return sum(marks) >= _MARKS_OF_A_BOUNCE and (is_daemon or has_empty_path or (marks[2] and marks[3]))


_MARKS_OF_A_BOUNCE: Final = 2


def _is_auto_reply(header: Callable[[str], str], subject: str) -> bool:
    submitted = header("auto-submitted").lower().strip()
    if submitted.startswith(("auto-replied", "auto-notified")):
        return True
    if header("x-autoreply") or header("x-autorespond") or header("x-auto-response-suppress") == "ThisIsAnAutoReply":
        return True
    if header("x-autogenerated").lower() in {"reply", "response"} or header("x-mail-autoreply"):
        return True
    if header("precedence").lower().strip() == "auto_reply":
        return True
    return bool(_AUTO_SUBJECT.match(subject))
