"""Tell a mail of our own from one that a form on our site wrote in our name, and find in that one who asks."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from app.services.channels.email.account_form import MailForm
from app.services.channels.email.marks import Marks
from app.services.channels.email.own_group import is_own
from app.services.files.mail import ParsedMail

_OUR_ID: Final = re.compile(
    r"(?:[0-9a-f]{12}4[0-9a-f]{3}[89ab][0-9a-f]{15}(?:-\d{1,3})?|auto-\d{1,12}(?:-\d{1,3})?|[0-9a-f]{60})"
)
"""How the keys of answers look, by which their Message-IDs begin."""
_ASKER: Final = re.compile(
    r"^[ \t*>|•-]{0,9}(?:\w{1,12}[ \t]){0,2}e-?mail(?:[ \t]\w{1,12}){0,3}"
    r"[ \t*]{0,9}[:：]?[ \t*|]{0,9}(?:\r?\n[ \t]{0,9})?"
    r"(?:mailto:|<){0,2}([A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4})",
    re.IGNORECASE | re.MULTILINE,
)


def is_ours(mail: ParsedMail, marks: Marks, form: MailForm) -> bool:
    """Tell whether a mail outside the sent folder was written by us.

    Not every mail with our address as its sender was: forms on our site write so, to ourselves. Ours are those whose
    id we made, those that go to nobody of ours, and answers that only come to us besides. A group of ours may pass
    what a customer writes on in its own name.
    """
    if mail.from_address not in form.own_addresses or marks.group_writer[1]:
        return False
    key, _, domain = mail.message_id.rpartition("@")
    if domain == form.domain and _OUR_ID.fullmatch(key):
        return True
    to = {*marks.to, *marks.cc}
    is_to_us = any(is_own(each, form.own_addresses) for each in to)
    is_answer = bool(mail.in_reply_to) and any(not is_own(each, form.own_addresses) for each in marks.to)
    asks = marks.reply_to and not is_own(marks.reply_to, form.own_addresses)
    return is_answer or (not is_to_us and not asks)


def asker_in(text: str, own: Collection[str]) -> str:
    """Return the address that a form's line "E-mail:" names, in lower case, "" without one."""
    found = (each[1].lower() for each in _ASKER.finditer(text))
    return next((each for each in found if each not in own), "")
