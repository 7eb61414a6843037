"""A notice of a complaint site in the mailbox is the complaint itself, on its own channel."""

from __future__ import annotations

from tests.services.channels.email.conftest import Box, OpenMail, drained
from tests.services.files.test_reclame_aqui import NEW, notice


def test_a_notice_of_reclame_aqui_is_a_complaint(box: Box, open_mail: OpenMail) -> None:
    box.put(notice("Nova reclamação no Reclame AQUI", NEW))
    pages, _cursor = drained(open_mail(box))
    (found,) = [each for page in pages for each in page.mentions]
    assert (found.channel, found.external_id, found.title) == (
        "reclame_aqui",
        "aB3-dE5fG7hI9jK_",
        "Secador não chegou",
    )
