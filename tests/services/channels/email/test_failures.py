"""Servers' refusals and the form's odd values, told apart without a server."""

from __future__ import annotations

import json
import smtplib
import socket
import ssl
from datetime import timedelta

import pytest
from imap_tools.errors import MailboxFetchError, MailboxLoginError

from app.models.domain.channel_health import Problem
from app.services.channels.base import Account
from app.services.channels.email.account_form import MailForm, read_form
from app.services.channels.email.failures import (
    fetch_refusal,
    imap_refusal,
    imap_sign_in_error,
    smtp_refusal,
    smtp_sign_in_error,
    way_error,
)
from app.services.channels.email.kind import KIND, OAUTH_PLANS, PRESETS
from app.services.channels.email.mailbox import _letters, _set_of

HOST = "imap.example"


def _form(**options: object) -> MailForm:
    return read_form(Account(1, "email", "Loja", {"address": "SAC@Loja.example", **options}))


@pytest.mark.parametrize(
    ("error", "problem"),
    [
        (socket.gaierror(-2, "x"), Problem.NAME_NOT_FOUND),
        (UnicodeError("x"), Problem.NAME_NOT_FOUND),
        (TimeoutError(), Problem.TIMED_OUT),
        (ssl.SSLCertVerificationError(1, "x"), Problem.CERTIFICATE_REFUSED),
        (ssl.SSLError(1, "wrong version"), Problem.UNREADABLE),
        (ssl.SSLEOFError(8, "x"), Problem.NO_NETWORK),
        (ConnectionResetError(), Problem.NO_NETWORK),
    ],
)
def test_the_way_to_a_server(error: BaseException, problem: Problem) -> None:
    found = way_error(error, host=HOST, is_certain=False)
    assert (found.problem, found.is_certain, found.facts["host"]) == (problem, False, HOST)


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (b"[AUTHENTICATIONFAILED] Authentication failed.", Problem.WRONG_PASSWORD),
        (b"[ALERT] Application-specific password required", Problem.WRONG_PASSWORD),
        (b"[UNAVAILABLE] Temporary authentication failure.", Problem.SERVER_ERROR),
        (b"[LIMIT] Too many simultaneous connections.", Problem.RATE_LIMITED),
        (b"Too many login attempts", Problem.RATE_LIMITED),
        (b"[PRIVACYREQUIRED] Plaintext authentication disallowed", Problem.NOT_SUPPORTED),
        (b"[ALERT] Your account is not enabled for IMAP use", Problem.SCOPE_MISSING),
        (b"LOGIN failed.", Problem.WRONG_PASSWORD),
    ],
)
def test_why_an_imap_server_lets_nobody_in(words: bytes, problem: Problem) -> None:
    error = MailboxLoginError(command_result=("NO", [words]), expected="OK")
    found = imap_sign_in_error(error.command_result, host=HOST, uses_oauth=False)
    assert found.problem is problem
    assert "password" not in str(found.facts)


def test_a_refused_token_has_expired() -> None:
    found = imap_sign_in_error(("NO", [b"AUTHENTICATE failed."]), host=HOST, uses_oauth=True)
    assert found.problem is Problem.TOKEN_EXPIRED


@pytest.mark.parametrize(
    ("words", "folder", "problem"),
    [
        (b"[NONEXISTENT] Unknown Mailbox", "Suporte", Problem.NOT_FOUND),
        (b"[UNAVAILABLE] Backend trouble", "Suporte", Problem.SERVER_ERROR),
        (b"Request is throttled. Suggested Backoff Time: 5000", "", Problem.RATE_LIMITED),
        (b"[LIMIT] x", "", Problem.RATE_LIMITED),
        (b"no idea", "", Problem.SERVER_ERROR),
    ],
)
def test_what_an_imap_server_refuses_later(words: bytes, folder: str, problem: Problem) -> None:
    error = MailboxFetchError(command_result=("NO", [words]), expected="OK")
    assert imap_refusal(error, host=HOST, folder=folder).problem is problem


def test_trouble_for_now_is_not_a_mail_that_cannot_be_given() -> None:
    assert fetch_refusal([b"[SERVERBUG] Internal error"], host=HOST).problem is Problem.SERVER_ERROR
    assert fetch_refusal([b"[LIMIT] slow down"], host=HOST).problem is Problem.SERVER_ERROR
    assert fetch_refusal([b"Some messages could not be FETCHed"], host=HOST).problem is Problem.UNREADABLE


@pytest.mark.parametrize(
    ("error", "problem"),
    [
        (smtplib.SMTPAuthenticationError(535, b"5.7.8 Bad credentials"), Problem.WRONG_PASSWORD),
        (smtplib.SMTPAuthenticationError(535, b"5.7.139 SmtpClientAuthentication is disabled"), Problem.SCOPE_MISSING),
        (smtplib.SMTPAuthenticationError(454, b"4.7.0 Temporary failure"), Problem.SERVER_ERROR),
        (smtplib.SMTPNotSupportedError("no AUTH"), Problem.NOT_SUPPORTED),
        (smtplib.SMTPException("none fits"), Problem.WRONG_PASSWORD),
    ],
)
def test_why_an_smtp_server_lets_nobody_in(error: smtplib.SMTPException, problem: Problem) -> None:
    assert smtp_sign_in_error(error, host=HOST, uses_oauth=False).problem is problem


def test_a_busy_smtp_server_is_tried_again_later() -> None:
    busy = smtp_refusal(421, b"4.3.2 Service shutting down", host=HOST, step="greet")
    assert (busy.problem, busy.retry_after, busy.is_certain) == (Problem.SERVER_ERROR, timedelta(minutes=5), True)
    assert smtp_refusal(554, "no service here", host=HOST, step="greet").problem is Problem.REFUSED


@pytest.mark.parametrize("provider", PRESETS)
def test_a_provider_brings_its_servers(provider: str) -> None:
    form = _form(provider=provider, imap_host="wrong.example", keep_sent="true")
    assert (form.imap.host, form.smtp.host) == (PRESETS[provider].imap_host, PRESETS[provider].smtp_host)
    assert form.imap.security == "tls"
    assert form.smtp.security in {"tls", "starttls"}
    assert (form.imap.user, form.domain) == ("sac@loja.example", "loja.example")
    # A provider that files what is sent needs no second copy, and what it does not show was not sent.
    assert form.keeps_sent is not PRESETS[provider].saves_sent
    assert form.is_sent_sure is PRESETS[provider].saves_sent


def test_odd_values_of_the_form_fall_back() -> None:
    form = _form(imap_port="abc", smtp_port=70_000, imap_security="ssl", smtp_security="starttls", first_days="-3")
    assert (form.imap.port, form.imap.security, form.smtp.port, form.first_days) == (993, "tls", 587, 30)
    assert (form.folders, form.sent_folder, form.keeps_sent) == (("INBOX",), "", False)
    assert _form(imap_security="none").imap.port == 143
    assert _form(first_days=7, folders=None).first_days == 7
    assert _form(imap_host="mail.example").smtp.host == "mail.example"
    own = _form(smtp_user="relay", user="outro")
    assert (own.imap.user, own.smtp.user, own.smtp.secret) == ("outro", "relay", "smtp_password")
    assert _form(address="").own_addresses == frozenset()


def test_the_plans_belong_to_providers_and_fields_of_the_form() -> None:
    keys = {each.key for each in KIND.fields}
    assert set(OAUTH_PLANS) <= set(PRESETS)
    for plan in OAUTH_PLANS.values():
        assert plan.client_id_field in keys
        assert plan.client_secret_field is None or plan.client_secret_field in keys
        assert "{" not in plan.authorize_url.replace("{tenant}", "")
    assert json.dumps(sorted(keys))


def test_what_a_fetch_may_look_like() -> None:
    assert _set_of([1, 2, 3, 7, 9, 10]) == "1:3,7,9:10"
    answer = [
        (b'1 (UID 5 RFC822.SIZE 3 INTERNALDATE " 1-Nov-2026 10:00:00 -0300" BODY[]<0> {3}', b"abc"),
        b")",
        b"9 (FLAGS (\\Seen))",
        (b"2 (BODY[]<0> {2}", b"de"),
        b" UID 6 RFC822.SIZE 999999)",
        b'3 (UID 7 RFC822.SIZE 0 INTERNALDATE "99-Xxx-2026 10:00:00 +0000" BODY[]<0> "")',
        b'4 (UID 8 INTERNALDATE "31-Feb-2026 10:00:00 +0000" BODY[]<0> NIL)',
        (b"5 (BODY[]<0> {1}", b"x"),
        b")",
    ]
    found = list(_letters(answer))
    assert [(each.uid, each.size, each.head) for each in found] == [
        (5, 3, b"abc"),
        (6, 999_999, b"de"),
        (7, 0, b""),
        (8, 0, b""),
    ]
    assert found[0].arrived_at is not None
    assert found[0].arrived_at.hour == 13
    assert [each.arrived_at for each in found[1:]] == [None, None, None]
