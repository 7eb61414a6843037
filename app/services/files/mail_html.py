"""Finds the HTML letter of an e-mail, for the person who wants to see it as it came."""

from __future__ import annotations

from email import message_from_bytes
from email.message import Message
from typing import Final

from app.services.files.limits import MAX_HTML_CHARS, MAX_MAIL_PARTS
from app.services.files.mail_headers import decode_bytes

_HTML: Final = "text/html"


def html_of_mail(data: bytes) -> str:
    """Return the first HTML part that is no attachment, as it came (not sanitised), an empty text without one.

    Never raises on what the mail holds.
    """
    try:
        for count, part in enumerate(message_from_bytes(data).walk()):
            if count >= MAX_MAIL_PARTS:
                break
            if part.get_content_type() == _HTML and part.get_content_disposition() != "attachment":
                return _text(part)
    except Exception:  # noqa: BLE001 - the library raises undocumented types on broken mail; the plain text is still there
        return ""
    return ""


def _text(part: Message) -> str:
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    charset = part.get_param("charset")
    name = charset[2] if isinstance(charset, tuple) else charset
    return decode_bytes(content, name)[:MAX_HTML_CHARS]
