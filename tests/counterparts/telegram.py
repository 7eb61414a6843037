"""A Telegram Bot API on loopback: queues updates until they are confirmed, and keeps what the bot sends."""

from __future__ import annotations

from typing import Any

from tests.counterparts.http_server import HttpServer, Refusal, Reply, Request, route

BOT_ID = 7001
TOKEN = "7001:AAH-token-of-the-tests"
GROUP, BROADCAST = -1001234567890, -1009876543210


class TelegramServer(HttpServer):
    """One bot. A customer writes with ``write``; ``sent`` is what the bot said, ``files`` what it may download."""

    def __init__(self) -> None:
        super().__init__()
        self.updates: list[dict[str, Any]] = []
        self.sent: list[dict[str, Any]] = []
        self.reactions: dict[tuple[int, int], list[Any]] = {}
        self.files: dict[str, bytes] = {}
        self.blocked: set[int] = set()
        self.moved: dict[int, int] = {}
        self.webhook = ""
        self.reads_groups = True
        self._next_update, self._next_message = 500, 10

    # What a customer does.

    def write(self, words: str, chat: int = 42, kind: str = "message", **fields: Any) -> dict[str, Any]:
        """Let a customer write; ``fields`` change or add fields of the message."""
        with self.lock:
            self._next_message += 1
            types = {GROUP: "supergroup", BROADCAST: "channel"}
            message: dict[str, Any] = {
                "message_id": self._next_message,
                "date": 1_795_000_000 + self._next_message,
                "chat": {"id": chat, "type": types.get(chat, "private" if chat > 0 else "group")},
                "from": {"id": 42, "is_bot": False, "first_name": "Ana", "last_name": "Souza", "username": "AnaS"},
                "text": words,
                **fields,
            }
            message = {key: value for key, value in message.items() if value is not None}
            self.push({kind: message})
            return message

    def edit(self, message: dict[str, Any], words: str) -> None:
        """Let the customer change a message."""
        with self.lock:
            self.push({"edited_message": {**message, "text": words, "edit_date": message["date"] + 60}})

    def push(self, update: dict[str, Any]) -> None:
        """Queue an update as it is."""
        with self.lock:
            self._next_update += 1
            self.updates.append({"update_id": self._next_update, **update})

    def begin_numbering_at(self, number: int) -> None:
        """Number from here on, as Telegram does after a week without a message."""
        with self.lock:
            self._next_update = number

    # What the bot is answered.

    def before(self, request: Request) -> Reply | None:
        """Refuse another bot's token."""
        if not request.path.startswith((f"/bot{TOKEN}/", f"/file/bot{TOKEN}/")):
            return Reply.json({"ok": False, "error_code": 401, "description": "Unauthorized"}, 401)
        return None

    @route("GET", r"/bot[^/]+/getMe")
    def get_me(self, _: Request) -> object:
        me = {"id": BOT_ID, "is_bot": True, "first_name": "Loja", "username": "loja_bot", "can_join_groups": True}
        return _ok({**me, "can_read_all_group_messages": self.reads_groups})

    @route("GET", r"/bot[^/]+/getWebhookInfo")
    def get_webhook_info(self, _: Request) -> object:
        return _ok({"url": self.webhook, "has_custom_certificate": False, "pending_update_count": len(self.updates)})

    @route("GET", r"/bot[^/]+/getUpdates")
    def get_updates(self, request: Request) -> object:
        if self.webhook:
            raise _refusal(
                409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook first"
            )
        offset = int(request.one("offset", "0"))
        if offset:
            self.updates = [each for each in self.updates if each["update_id"] >= offset]
        page = self.updates[: int(request.one("limit", "100"))]
        if page:
            return _ok(page)
        return Reply(body=b'{"ok":true,"result":[]}', wait=float(request.one("timeout", "0")))

    @route("GET", r"/bot[^/]+/getFile")
    def get_file(self, request: Request) -> object:
        key = request.one("file_id")
        if key not in self.files:
            raise _refusal(400, "Bad Request: invalid file_id")
        return _ok({"file_id": key, "file_unique_id": key, "file_path": f"files/{key}"})

    @route("GET", r"/file/bot[^/]+/files/(.+)")
    def download(self, _: Request, key: str) -> object:
        return Reply.text(self.files[key], "application/octet-stream")

    @route("POST", r"/bot[^/]+/(sendMessage|sendPhoto|sendDocument)")
    def send(self, request: Request, method: str) -> object:
        is_form = request.headers["content-type"].startswith("multipart/")
        values = {key: each[-1] for key, each in request.form().items()} if is_form else request.json()
        chat = int(values["chat_id"])
        if chat in self.moved:
            told = {"migrate_to_chat_id": self.moved[chat]}
            raise _refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", told)
        if chat in self.blocked:
            raise _refusal(403, "Forbidden: bot was blocked by the user")
        words = values.get("text", values.get("caption", ""))
        if method == "sendMessage" and not words:
            raise _refusal(400, "Bad Request: message text is empty")
        if len(words.encode("utf-16-le")) // 2 > (1024 if is_form else 4096):
            raise _refusal(400, "Bad Request: message is too long")
        self._next_message += 1
        self.sent.append({"method": method, **values, "files": request.files() if is_form else {}})
        chat_type = "private" if chat > 0 else "supergroup"
        return _ok({"message_id": self._next_message, "date": 1_795_000_000, "chat": {"id": chat, "type": chat_type}})

    @route("POST", r"/bot[^/]+/setMessageReaction")
    def react(self, request: Request) -> object:
        values = request.json()
        self.reactions[values["chat_id"], values["message_id"]] = values["reaction"]
        return _ok(result=True)


def _ok(result: object) -> dict[str, object]:
    return {"ok": True, "result": result}


def _refusal(status: int, description: str, parameters: dict[str, Any] | None = None) -> Refusal:
    body = {"ok": False, "error_code": status, "description": description}
    return Refusal(status, {**body, "parameters": parameters} if parameters else body)
