"""Google Play's reviews on loopback: the token of a service account, pages newest first, answers that replace."""

from __future__ import annotations

import base64
import json
from functools import cache
from typing import Any

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from tests.counterparts.http_server import HttpServer, Refusal, Reply, Request, route

PACKAGE = "br.com.exemplo.loja"


@cache
def _private_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, 2048)


class GooglePlayServer(HttpServer):
    """One application. Somebody writes with ``write``; ``page`` is the size of a page, ``may_reply`` a right."""

    def __init__(self, *, page: int = 100) -> None:
        super().__init__()
        self.reviews: dict[str, dict[str, Any]] = {}
        self.page = page
        self.may_reply = True
        self.token_number = 0
        self.refuse_tokens = 0

    def key_file(self, **changes: str) -> str:
        """Return the key file of the service account."""
        pem = _private_key().private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        values = {
            "type": "service_account",
            "private_key_id": "k1",
            "private_key": pem.decode(),
            "client_email": "balcao@exemplo.iam.gserviceaccount.com",
            "token_uri": f"{self.url}/token",
        }
        return json.dumps({**values, **changes})

    def write(self, key: str, words: str, at: int, stars: int = 1, **fields: Any) -> None:
        """Write a review or write it anew, at seconds since 1970."""
        with self.lock:
            review = self.reviews.setdefault(key, {"reviewId": key, "authorName": "Ana Souza", "comments": []})
            review["comments"] = [each for each in review["comments"] if "userComment" not in each]
            comment = {"text": words, "lastModified": {"seconds": str(at), "nanos": 5}, "starRating": stars, **fields}
            review["comments"].insert(0, {"userComment": {"reviewerLanguage": "pt_BR", **comment}})

    def answer_by_hand(self, key: str, words: str, at: int) -> None:
        """Answer a review outside of the program."""
        with self.lock:
            review = self.reviews[key]
            review["comments"] = [each for each in review["comments"] if "developerComment" not in each]
            review["comments"].append({"developerComment": {"text": words, "lastModified": {"seconds": str(at)}}})

    def before(self, request: Request) -> Reply | None:
        """Refuse a token that is not the newest one."""
        if request.path == "/token" or request.bearer == f"token-{self.token_number}":
            return None
        return _refusal(401, "Request had invalid authentication credentials.", "authError").reply

    @route("POST", r"/token")
    def token(self, request: Request) -> object:
        if self.refuse_tokens:
            self.refuse_tokens -= 1
            raise Refusal(400, {"error": "invalid_grant", "error_description": "Invalid JWT Signature."})
        head, claim, signature = request.field("assertion").split(".")
        _private_key().public_key().verify(
            _bytes(signature), f"{head}.{claim}".encode(), padding.PKCS1v15(), hashes.SHA256()
        )
        told = json.loads(_bytes(claim))
        assert told["aud"] == f"{self.url}/token"
        assert told["exp"] - told["iat"] <= 3600
        assert json.loads(_bytes(head))["alg"] == "RS256"
        self.token_number += 1
        return {"access_token": f"token-{self.token_number}", "expires_in": 3600, "token_type": "Bearer"}

    @route("GET", r"/androidpublisher/v3/applications/([^/]+)/reviews")
    def list(self, request: Request, package: str) -> object:
        self._of(package)
        found = sorted(self.reviews.values(), key=_changed, reverse=True)
        start = int(request.one("token", "0"))
        size = min(self.page, int(request.one("maxResults", "10")))
        page: dict[str, Any] = {"reviews": found[start : start + size]} if found else {}
        if start + size < len(found):
            page["tokenPagination"] = {"nextPageToken": str(start + size)}
        return page

    @route("GET", r"/androidpublisher/v3/applications/([^/]+)/reviews/([^/:]+)")
    def get(self, _: Request, package: str, key: str) -> object:
        self._of(package)
        if key not in self.reviews:
            raise _refusal(404, "Review not found.", "notFound")
        return self.reviews[key]

    @route("POST", r"/androidpublisher/v3/applications/([^/]+)/reviews/([^/:]+):reply")
    def reply(self, request: Request, package: str, key: str) -> object:
        self._of(package)
        if not self.may_reply:
            raise _refusal(403, "The caller does not have permission", "permissionDenied")
        if key not in self.reviews:
            raise _refusal(404, "Review not found.", "notFound")
        words = request.json()["replyText"]
        if len(words) > 350:
            raise _refusal(400, "Reply text is too long (max 350).", "invalid")
        self.answer_by_hand(key, words, 1_795_300_000)
        return {"result": {"replyText": words, "lastEdited": {"seconds": "1795300000"}}}

    def _of(self, package: str) -> None:
        if package != PACKAGE:
            raise _refusal(404, "Package not found", "applicationNotFound")


def _changed(review: dict[str, Any]) -> int:
    return int(review["comments"][0]["userComment"]["lastModified"]["seconds"])


def _bytes(part: str) -> bytes:
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def _refusal(status: int, message: str, reason: str) -> Refusal:
    return Refusal(status, {"error": {"code": status, "message": message, "errors": [{"reason": reason}]}})
