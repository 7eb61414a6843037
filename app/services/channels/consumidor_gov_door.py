"""The way to consumidor.gov.br's official service for companies: its daily token, its headers, its refusals."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Any
from urllib.parse import quote

from app.models.domain.channel_health import Problem
from app.services.channels.base import ChannelError, Credentials
from app.services.channels.consumidor_gov_complaints import BRASILIA
from app.services.channels.http import Answer, HttpClient
from app.services.channels.loose_json import mapping, whole
from app.services.channels.shapes import list_at, text_at
from app.services.clock import Clock

_VERSION, _AGENT = "1.0", "api-consumidor"
_EARLY = timedelta(minutes=2)
_USUAL_LIFE = timedelta(hours=8)
_MOST_FILE = 5 * 1024 * 1024
_BAD, _UNKNOWN, _NOT_FOUND = 400, 401, 404
_REFUSED_WORDS = (
    ("cpf", Problem.SCOPE_MISSING),
    ("respondida", Problem.WINDOW_CLOSED),
    ("situação", Problem.WINDOW_CLOSED),
    ("prazo", Problem.WINDOW_CLOSED),
    ("caracter", Problem.TEXT_TOO_LONG),
    ("tamanho", Problem.TEXT_TOO_LONG),
)


class ConsumidorGovDoor:
    """The service as one company sees it. A token holds until the end of the day in Brasília."""

    def __init__(self, *, base_url: str, client_id: str, credentials: Credentials, clock: Clock) -> None:
        self._http = HttpClient(base_url=base_url)
        self._client_id, self._credentials, self._clock = client_id, credentials, clock
        self._token = ""
        self._until: datetime | None = None

    @property
    def calls(self) -> int:
        """How many questions were asked so far."""
        return self._http.calls

    def close(self) -> None:
        """Let the connections go."""
        self._http.close()

    def listed(self, values: Mapping[str, Any]) -> list[Any]:
        """Return the complaints of a listing; none is what the service says with 404."""
        answer = self._ask("/reclamacoes/listar", values)
        if answer.status == _NOT_FOUND:
            return []
        found = _unwrapped(self._good(answer, was_sending=False), "dados")
        if not isinstance(found, list):
            raise ChannelError(Problem.UNREADABLE)
        return found

    def detailed(self, protocol: str) -> Mapping[str, Any]:
        """Return one complaint with all its steps, empty when it is not there."""
        answer = self._ask(f"/reclamacao/{quote(protocol, safe='')}/detalhe", {})
        if answer.status == _NOT_FOUND:
            return {}
        found = self._good(answer, was_sending=False)
        inner = _unwrapped(found[0] if isinstance(found, list) and found else found, "dado")
        return mapping(inner)

    def told(self, protocol: str, verb: str, words: str) -> None:
        """Do ``responder`` or ``complementar`` on a complaint."""
        path = f"/reclamacao/{quote(protocol, safe='')}/{verb}"
        answer = self._http.send("POST", path, json_body={"texto": words}, headers=self._headers())
        if _is_token(answer):
            self._until = None
            answer = self._http.send("POST", path, json_body={"texto": words}, headers=self._headers())
        if not answer.is_ok:
            raise _refusal(answer, was_sending=True)

    def file(self, protocol: str, step: str, attachment: str, size: int) -> bytes | None:
        """Return an attachment that is small enough; one that cannot be had does not keep its complaint back."""
        if size > _MOST_FILE:
            return None
        path = "/".join(quote(each, safe="") for each in (protocol, "tramite", step, "anexo", attachment, "baixar"))
        try:
            found = self._good(self._ask(f"/reclamacao/{path}", {}), was_sending=False)
            given = mapping(_unwrapped(found[0] if isinstance(found, list) and found else found, "dado"))
            return base64.b64decode(text_at(given.get("arquivoBase64")), validate=True) or None
        except (ChannelError, binascii.Error):
            return None

    def companies(self) -> list[str]:
        """Return the names of the companies that the person may act for."""
        found = _unwrapped(self._good(self._ask("/cadastros/subsidiarias/listar", {}), was_sending=False), "dados")
        return [name for each in list_at(found) if (name := text_at(mapping(each).get("descricao")))]

    def _ask(self, path: str, values: Mapping[str, Any]) -> Answer:
        answer = self._http.get(path, params=values, headers=self._headers())
        if _is_token(answer):
            self._until = None
            answer = self._http.get(path, params=values, headers=self._headers())
        return answer

    def _good(self, answer: Answer, *, was_sending: bool) -> Any:  # noqa: ANN401 - any JSON value
        if not answer.is_ok:
            raise _refusal(answer, was_sending=was_sending)
        return answer.json()

    def _headers(self) -> dict[str, str]:
        cpf = "".join(sign for sign in self._credentials.get("authorized_cpf") if sign.isdecimal())
        return {
            "Authorization": f"Bearer {self._access()}",
            "User-Agent": _AGENT,
            "Accept": "application/json",
            "versao": _VERSION,
            "cpfAutorizado": cpf,
        }

    def _access(self) -> str:
        now = self._clock.now()
        if self._until is None or now >= self._until:
            self._renew(now)
        return self._token

    def _renew(self, now: datetime) -> None:
        values = {
            "grant_type": "client_credentials",
            "client_id": self._client_id,
            "code": self._credentials.get("code"),
            "client_secret": self._credentials.get("client_secret"),
        }
        headers = {"Accept": "application/json", "User-Agent": _AGENT}
        try:  # asking for a token publishes nothing: whatever happens is certain
            answer = self._http.send("POST", "/seguranca/empresa/token", params=values, form={}, headers=headers)
        except ChannelError as error:
            raise ChannelError(error.problem, retry_after=error.retry_after) from error
        if answer.status in {_UNKNOWN, _BAD}:
            raise ChannelError(Problem.WRONG_PASSWORD)
        if not answer.is_ok:
            raise answer.error()
        given = mapping(answer.json())
        self._token = text_at(given.get("access_token"))
        if not self._token:
            raise ChannelError(Problem.UNREADABLE)
        seconds = whole(given.get("expires_in"))
        day_end = datetime.combine(now.astimezone(BRASILIA).date() + timedelta(days=1), time(), BRASILIA)
        life = timedelta(seconds=seconds) if seconds else _USUAL_LIFE
        self._until = min(now + life - _EARLY, day_end)


def _unwrapped(value: Any, key: str) -> Any:  # noqa: ANN401 - any JSON value
    """Return what lies in the envelope that the service puts around its answers, also when there is none."""
    return value[key] if isinstance(value, dict) and key in value else value


def _words(answer: Answer) -> str:
    try:
        body = answer.json()
    except ChannelError:
        return ""
    parts = body if isinstance(body, list) else [body]
    return " ".join(text_at(value) for each in parts for value in mapping(each).values()).lower()


def _is_token(answer: Answer) -> bool:
    return answer.status == _UNKNOWN or (answer.status == _BAD and "token" in _words(answer))


def _refusal(answer: Answer, *, was_sending: bool) -> ChannelError:
    words = _words(answer)
    if was_sending and answer.status == _NOT_FOUND:
        return ChannelError(Problem.TARGET_GONE)
    if answer.status == _BAD and "token" in words:
        return ChannelError(Problem.TOKEN_REVOKED)
    if answer.status == _BAD and (was_sending or "cpf" in words):
        problem = next((problem for sign, problem in _REFUSED_WORDS if sign in words), Problem.REFUSED)
        return ChannelError(problem, facts={"why": "cpf"} if problem is Problem.SCOPE_MISSING else None)
    return answer.error(was_sending=was_sending)
