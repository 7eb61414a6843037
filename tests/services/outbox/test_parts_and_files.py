"""A long answer goes in parts, each once; files are checked, asked about in public, stored once and given back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import func, select

from app.models.domain.channel_health import Problem
from app.models.domain.channel_kind import ChannelKind, ReplyLimits
from app.models.domain.vocabulary import DeliveryState, Visibility
from app.models.schema.cases import ReplyPart
from app.models.schema.mentions import Attachment, AttachmentContent
from app.services.attachments import AttachmentService, NewFile
from app.services.channels.base import ChannelError, Receipt
from app.services.errors import Invalid, Refused
from tests.fakes import fake_kind
from tests.services.outbox.conftest import Office

SENT, FAILED, UNCERTAIN = DeliveryState.SENT, DeliveryState.FAILED, DeliveryState.UNCERTAIN
PRIVATE = Visibility.PRIVATE
LIMITS = ReplyLimits(
    public_length=60, private_length=60, most_parts=4, most_files=2, most_file_bytes=100, media_types=("image/*",)
)
LONG = "Sentimos muito pelo atraso. A sua entrega sai amanhã cedo. O código de rastreio chega por aqui mesmo, à noite."
PHOTO = NewFile("foto.jpg", "image/jpeg", b"\xff\xd8\xff\xe1..Exif\x00\x00..")


@pytest.fixture
def small(office_of: Callable[[ChannelKind], Office]) -> Office:
    """An office on a network of short answers."""
    return office_of(fake_kind(limits=LIMITS))


def test_every_part_names_the_one_before_and_the_first_stands_for_all(small: Office) -> None:
    reply_id = small.write(small.case(), LONG)
    small.later(seconds=11)
    assert small.loop().run_once() == 1
    sends = small.channel.sends
    assert [each.text[-5:] for each in sends] == ["(1/2)", "(2/2)"] or len(sends) == 3
    assert [each.previous_id for each in sends] == [None, *[f"sent-{n}" for n in range(1, len(sends))]]
    row = small.row(id=reply_id)
    assert [each.key for each in sends] == [
        row.client_key,
        *[f"{row.client_key}-{n}" for n in range(2, len(sends) + 1)],
    ]
    assert (row.state, row.external_id) == (SENT, "sent-1")
    with small.desk.database.read() as connection:
        assert connection.execute(select(func.count()).select_from(ReplyPart)).scalar_one() == len(sends)


@pytest.mark.parametrize("is_certain", [True, False])
def test_a_part_that_arrived_is_never_sent_again(small: Office, is_certain: bool) -> None:  # noqa: FBT001 - a parameter
    reply_id = small.write(small.case(), LONG)
    small.later(seconds=11)
    loop = small.loop()
    small.channel.send_steps.extend(
        [_receipt(1), ChannelError(Problem.TIMED_OUT, is_certain=is_certain)],
    )
    loop.run_once()
    assert small.state(reply_id) is (DeliveryState.PENDING if is_certain else UNCERTAIN)
    for _ in range(3):
        small.later(minutes=2)
        small.loop().run_once() if is_certain else loop.run_once()
    assert small.state(reply_id) is SENT
    firsts = [each for each in small.channel.sends if "(1/" in each.text]
    assert len(firsts) == 1
    assert small.channel.sends[-1].previous_id is not None


def test_what_left_in_part_is_finished_not_taken_back(small: Office) -> None:
    reply_id = small.write(small.case(), LONG)
    small.later(seconds=11)
    small.channel.send_steps.extend([_receipt(1), ChannelError(Problem.TEXT_REFUSED)])
    loop = small.loop()
    loop.run_once()
    assert small.state(reply_id) is FAILED
    with pytest.raises(Refused, match="reply_partly_sent"):
        small.desk.replies.withdraw(small.desk.actor, reply_id)
    small.desk.replies.retry(small.desk.actor, reply_id)
    assert loop.run_once() == 1
    assert small.row(id=reply_id).external_id == "sent-1"


def test_what_needs_too_many_parts_is_refused_when_written(small: Office) -> None:
    with pytest.raises(Refused) as caught:
        small.write(small.case(), LONG * 4)
    assert caught.value.code == "reply_too_long"
    assert 180 < int(str(caught.value.facts["limit"])) < int(str(caught.value.facts["length"]))


def test_by_hand_the_channels_own_limit_holds(small: Office) -> None:
    small.write(small.case(external_id=None), LONG * 8)
    with pytest.raises(Refused, match="reply_too_long"):
        small.write(small.case(external_id=None), LONG * 20)


def test_files_go_with_the_first_part_and_lie_in_the_timeline(small: Office) -> None:
    case_id = small.case()
    small.write(case_id, LONG, visibility=PRIVATE, files=[PHOTO])
    small.write(small.case("outra"), "Veja.", visibility=PRIVATE, files=[PHOTO])
    small.later(seconds=11)
    small.loop().run_once()
    assert [len(each.files) for each in small.channel.sends if "(2/" in each.text] == [0]
    (sent,) = small.channel.sends[0].files
    assert (sent.name, sent.media_type, sent.content) == (PHOTO.name, PHOTO.media_type, PHOTO.content)
    (shown,) = small.entry(case_id).attachments
    assert (shown.name, shown.has_content) == ("foto.jpg", True)
    assert AttachmentService(database=small.desk.database).content(shown.id) == PHOTO.content
    with small.desk.database.read() as connection:
        assert connection.execute(select(func.count()).select_from(AttachmentContent)).scalar_one() == 1
        assert connection.execute(select(func.count()).select_from(Attachment)).scalar_one() == 2


@pytest.mark.parametrize(
    ("files", "code", "facts"),
    [
        ([PHOTO] * 3, "too_many_files", {"limit": 2}),
        ([NewFile("a.exe", "image/png", b"x")], "file_refused", {"name": "a.exe", "why": "program"}),
        ([NewFile("a.png.html", "image/png", b"x")], "file_refused", {"name": "a.png.html", "why": "two_endings"}),
        ([NewFile("a.pdf", "application/pdf", b"x")], "file_refused", {"name": "a.pdf", "why": "media_type"}),
        ([NewFile("a.png", "image/png", b"x" * 101)], "reply_file_too_large", {"name": "a.png", "limit": 1}),
    ],
)
def test_what_must_not_go_is_refused(small: Office, files: list[NewFile], code: str, facts: dict[str, object]) -> None:
    with pytest.raises(Refused) as caught:
        small.write(small.case(), "Veja.", visibility=PRIVATE, files=files)
    assert (caught.value.code, caught.value.facts) == (code, facts)


def test_by_hand_only_the_programs_own_limits_hold(small: Office) -> None:
    case_id = small.case(external_id=None)
    pdf = NewFile("a.pdf", "application/pdf", b"x" * 200)
    small.write(case_id, "Segue.", visibility=PRIVATE, files=[pdf] * 3)
    with pytest.raises(Refused, match="reply_file_too_large"):
        small.write(case_id, "Segue.", visibility=PRIVATE, files=[NewFile("b.pdf", "x", bytes(25 * 1024 * 1024 + 1))])


def test_a_public_file_is_asked_about(small: Office) -> None:
    case_id = small.case()
    with pytest.raises(Refused) as caught:
        small.write(case_id, "Veja.", files=[PHOTO])
    assert (caught.value.code, caught.value.facts) == (
        "public_attachment_question",
        {"names": "foto.jpg", "has_metadata": True},
    )
    small.write(case_id, "Veja.", files=[PHOTO], confirmed_files=True)


def test_withdrawing_gives_the_files_back_to_be_taken_again(small: Office) -> None:
    case_id, actor = small.case(), small.desk.actor
    reply_id = small.write(case_id, "Veja.", visibility=PRIVATE, files=[PHOTO])
    shelf = AttachmentService(database=small.desk.database)
    assert shelf.given_back(case_id, actor.person_id, PRIVATE) == ()
    small.desk.replies.withdraw(actor, reply_id)
    (kept,) = shelf.given_back(case_id, actor.person_id, PRIVATE)
    assert shelf.given_back(case_id, actor.person_id, Visibility.PUBLIC) == ()
    small.write(case_id, "Agora sim.", visibility=PRIVATE, kept_files=[kept.id])
    small.later(seconds=11)
    small.loop().run_once()
    assert [each.content for each in small.channel.sends[0].files] == [PHOTO.content]
    assert shelf.given_back(case_id, actor.person_id, PRIVATE) == ()
    with pytest.raises(Invalid, match="attachment_missing"):
        small.write(small.case("outro caso"), "Oi.", visibility=PRIVATE, kept_files=[kept.id])


def _receipt(number: int) -> Receipt:
    return Receipt(f"sent-{number}", None)
