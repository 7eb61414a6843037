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


def _any_of(*parts: str, start: str = "", end: str = "") -> re.Pattern[str]:
    return re.compile(start + "(?:" + "|".join(parts) + ")" + end, re.IGNORECASE)


_DAEMONS: Final = _any_of(
    r"mailer-?daemon|postmaster|mail-?delivery|mdaemon|mail-?system|bounces?|double-bounce|microsoftexchange.*",
    r"mail_daemon|postman|mailsweeper|maildaemon|smtp-?gateway|mail delivery.*|system administrator|post_master",
    r"mail administrator|delivery|administrator|admin|nobody|root",
    start="^",
    end=r"(?:[-+_.@].*)?$",
)
_BOUNCE_NAME: Final = _any_of(
    r"mail(?:er)?[ -]?daemon|mail delivery (?:sub)?system|postmaster|mail administrator|system administrator",
    r"mail delivery service|internet mail delivery",
)
_BOUNCE_SUBJECT: Final = _any_of(
    r"undeliver|delivery (?:status|failure|has failed|report|error|problem|delayed|notification)",
    r"mail delivery (?:failed|failure|error|problem|system)|returned mail|return(?:ed|ing)? to sender|failure notice",
    r"non[- ]?deliver|message (?:delayed|undeliverable|could not be delivered|not delivered|status)",
    r"mail could not be delivered|nondeliverable|warning: could not send|mail (?:system )?error|mail failed",
    r"não (?:foi )?(?:entregue|entregável)|nao entregue|falha na entrega|falha de entrega",
    r"mensagem (?:devolvida|não entregue)|devolução de e-?mail|status de entrega|erro de entrega",
    r"rejected|permanent error|bounced|unable to deliver|error sending|email not delivered|cannot send",
    r"can't deliver|unzustellbar|problem delivering|fehler|failed mail|no se pudo entregar|delivered|disabled",
    r"user unknown|host unknown|quota|you .{1,80} are not member",
)
_BOUNCE_BODY: Final = _any_of(
    r"(?:could not|couldn't|cannot|can't|unable to) (?:be )?deliver|undeliverable|permanent (?:fatal )?error",
    r"delivery to the following|user (?:is )?unknown|unknown user|no such (?:user|recipient|mailbox|host|domain)",
    r"mailbox (?:is )?full|recipient'?s? (?:address|mailbox)|over quota|quota exceeded",
    r"this message was created automatically by mail|the following (?:addresses|recipients?|errors?|destination)",
    r"\b5\d\d[ -]\#?5\.\d+\.\d+|\b5[0-5]\d .{0,120}(?:user|mailbox|recipient|relay|rejected|denied)",
    r"original message (?:follows|headers|text)|transcript of session|final-recipient:",
    r"reason for (?:the )?(?:error|failure)|failed (?:recipient|to deliver|permanently)|não foi possível entregar",
    r"host (?:or domain )?(?:name )?(?:not found|unknown)|message (?:has )?not (?:been )?delivered",
    r"returned to (?:you|sender)|delivery (?:failed|failure|error|attempts)|undelivered|unrouteable",
    r"domain .{0,120} not exist|was not delivered|rejected|no valid recipients|you are not a member of this mailing",
)
_SERVER_WORDS: Final = _any_of(
    r"\b[45]\d\d[ -]\#?[45]\.\d+\.\d+|final-recipient:|transcript of session|remote host said|smtp error",
    r"this message was created automatically by mail|diagnostic[- ]code|\b55\d [<a-z]",
    r"original message (?:follows|headers)|you are not a member of this mailing list",
)
_AUTO_SUBJECT: Final = _any_of(
    r"auto(?:matic|matische|mática|-)? ?(?:re(?:ply|sponse|spuesta|sposta)|resposta|antwort)\b|autoreply",
    r"auto(?:mated)? (?:reply|response)|out[- ]of[- ](?:the[- ])?office|ooo\b|fora d[oa] (?:escrit[oó]rio|empresa)",
    r"aus[eê]n(?:cia|te)\b|resposta autom[aá]tica|respuesta autom[aá]tica|away from|on vacation|vacation",
    r"estou de f[eé]rias|em f[eé]rias|abwesen|absence|réponse automatique|i am (?:out|away)|férias",
    start=r"^\W*(?:re: ?)?",
)
_SES_NOTICE: Final = re.compile(r'^\s*\{"notificationType":"(Bounce|Complaint|Delivery)"')
_COMPLAINT_SUBJECT: Final = re.compile(r"^complaint about message from \d", re.IGNORECASE)
_MARKS_OF_A_BOUNCE: Final = 2
_TEXT_READ: Final = 20_000
_ORIGINAL: Final = frozenset({"message/rfc822", "text/rfc822-headers", "message/rfc822-headers"})


def kind_of(
    *, header: Callable[[str], str], sender: str, sender_name: str, subject: str, text: str, types: tuple[str, ...]
) -> MailKind:
    """Return who speaks; ``header`` gives a header's value or "", ``types`` are the media types of all parts."""
    notice = _SES_NOTICE.match(text)
    if notice:
        return MailKind.FEEDBACK if notice[1] == "Complaint" else MailKind.BOUNCE
    if _COMPLAINT_SUBJECT.match(subject):
        return MailKind.FEEDBACK
    if "message/feedback-report" in types or "report-type=feedback-report" in _flat(header("content-type")):
        return MailKind.FEEDBACK
    if _is_bounce(header, sender=sender, sender_name=sender_name, subject=subject, text=text, types=types):
        return MailKind.BOUNCE
    if _is_auto_reply(header, subject):
        return MailKind.AUTO_REPLY
    return MailKind.NORMAL


def _flat(value: str) -> str:
    return value.lower().replace('"', "").replace(" ", "")


def _is_bounce(
    header: Callable[[str], str], *, sender: str, sender_name: str, subject: str, text: str, types: tuple[str, ...]
) -> bool:
    if "message/delivery-status" in types or "report-type=delivery-status" in _flat(header("content-type")):
        return True
    if header("x-failed-recipients"):
        return True
    local = sender.partition("@")[0]
    is_daemon = bool(_DAEMONS.match(local) or _BOUNCE_NAME.search(sender_name)) or (not sender and not sender_name)
    has_empty_path = header("return-path").strip() == "<>"
    is_machine = is_daemon or has_empty_path
    has_subject = bool(_BOUNCE_SUBJECT.search(subject))
    if not is_machine and not has_subject:
        return False
    has_original = is_daemon and bool(_ORIGINAL.intersection(types))
    body = text[:_TEXT_READ]
    marks = (is_daemon, has_empty_path, has_subject, has_original, bool(_BOUNCE_BODY.search(body)))
    # A customer too writes "falha na entrega": without a machine's sender only a server's own words count.
    return sum(marks) >= _MARKS_OF_A_BOUNCE and (is_machine or bool(_SERVER_WORDS.search(body)))


def _is_auto_reply(header: Callable[[str], str], subject: str) -> bool:
    submitted = header("auto-submitted").lower().strip()
    if submitted and not submitted.startswith("no"):
        return True
    if header("x-autoreply") or header("x-autorespond") or header("x-auto-response-suppress") == "ThisIsAnAutoReply":
        return True
    if header("x-autogenerated").lower() in {"reply", "response"} or header("x-mail-autoreply"):
        return True
    if header("precedence").lower().strip() == "auto_reply" or "autoresponder" in header("x-post-messageclass").lower():
        return True
    # No person's mail comes with an empty return path: it is how a machine says that it wants no answer.
    if header("return-path").strip() == "<>":
        return True
    return bool(_AUTO_SUBJECT.match(subject))
