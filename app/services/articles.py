"""Support material: what the team has found out once, searched while an answer is written, and used again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select, update

from app.models.domain import protocol
from app.models.domain.changes import Topic
from app.models.domain.people import Actor, Right
from app.models.domain.vocabulary import AxisKey, DeliveryState, Visibility
from app.models.domain.words import clean_text, search_words
from app.models.queries.case_facts import case_nodes, node_keys
from app.models.schema.cases import Case, Reply
from app.models.schema.customers import Customer
from app.models.schema.settings import Article
from app.services.acts import Act, Done
from app.services.database import Database
from app.services.errors import Invalid, Refused
from app.services.rights import require
from app.services.rule_rows import RuleRows

_LONGEST_TITLE, _LONGEST_TEXT = 160, 50_000
_EXCERPT = 160
_EDITABLE = frozenset({"title", "text", "nature_key", "is_active"})
_NOT_SAID = frozenset({DeliveryState.WITHDRAWN, DeliveryState.REFUSED, DeliveryState.TO_APPROVE, DeliveryState.FAILED})


@dataclass(frozen=True, slots=True)
class ArticleInfo:
    """A piece of support material; ``excerpt`` is its beginning on one line."""

    id: int
    title: str
    text: str
    excerpt: str
    nature_key: str | None
    is_active: bool
    is_from_reply: bool
    used_count: int
    updated_at: datetime
    version: int


class ArticleService:
    """Searches, edits and counts support material."""

    def __init__(self, *, database: Database) -> None:
        self._database = database
        self.rows = RuleRows(
            database=database,
            table=Article,
            section="articles",
            noun="article",
            topics=[Topic.ARTICLES],
            check=_check,
        )

    def search(
        self, text: str = "", *, nature_key: str | None = None, include_retired: bool = False, limit: int = 50
    ) -> tuple[ArticleInfo, ...]:
        """Return the articles that hold every word typed (beginnings count), the best first.

        A word in the title outweighs one in the text; then come the nature being answered and the most used.
        """
        wanted = search_words(text)
        statement = select(Article.__table__)
        if not include_retired:
            statement = statement.where(Article.is_active)
        for word in wanted:
            statement = statement.where((" " + Article.words).contains(f" {word}", autoescape=True))
        with self._database.read() as connection:
            rows = connection.execute(statement).all()

        def rank(row: Any) -> tuple[object, ...]:  # noqa: ANN401 - a row
            titled = " " + " ".join(search_words(row.title))
            hits = sum(f" {word}" in titled for word in wanted)
            fits = nature_key is not None and row.nature_key == nature_key
            return (not row.is_active, -hits, not fits, -row.used_count, row.title.casefold(), row.id)

        return tuple(_info(row) for row in sorted(rows, key=rank)[:limit])

    def for_case(self, case_id: int, text: str = "") -> tuple[ArticleInfo, ...]:
        """Return what ``search`` finds, articles for the case's nature before others."""
        with self._database.read() as connection:
            natures = node_keys(connection, case_nodes(connection, case_id).values()).get(AxisKey.NATURE.value, [])
        return self.search(text, nature_key=natures[0] if natures else None)

    def add(self, actor: Actor, title: str, text: str, *, nature_key: str | None = None) -> Done[int]:
        """Add an article and return its id.

        Raises:
            Refused: ``not_allowed``. Invalid: ``article_without_title``, ``article_without_text``,
                ``article_too_long`` (limit), ``article_title_taken`` (title).
        """
        values = _tidy({"title": title, "text": text, "nature_key": nature_key})
        return self.rows.add(actor, _with_words(values) | {"updated_at": self._database.clock.now()})

    def change(self, actor: Actor, article_id: int, *, expected_version: int, **values: Any) -> Done[int]:  # noqa: ANN401 - columns by name
        """Change an article and return its new version. Raises as ``add``, and Conflict ``article_changed``."""
        tidy = _tidy(values)
        if tidy.keys() & {"title", "text"}:
            present = self._one(article_id)
            tidy = _with_words({"title": present.title, "text": present.text} | tidy)
        stamp = {"updated_at": self._database.clock.now()}
        return self.rows.change(actor, article_id, tidy | stamp, expected_version=expected_version)

    def from_reply(self, actor: Actor, reply_id: int) -> Done[int]:
        """Make an article of a good public answer, in one act; the customer's name and protocol become variables.

        Raises:
            Refused: ``not_allowed``, ``reply_not_public``. Invalid: ``reply_missing``, ``article_title_taken``.
        """
        require(actor, Right.WORK_CASES)
        with self._database.read() as connection:
            values = _of_reply(connection, reply_id)
        stamp = {"updated_at": self._database.clock.now(), "source_reply_id": reply_id}
        return self.rows.add(actor, _with_words(_tidy(values)) | stamp, right=Right.WORK_CASES)

    def count_use(self, actor: Actor, article_id: int) -> Done[None]:
        """Count that an article went into an answer."""
        require(actor, Right.WORK_CASES)

        def once(act: Act) -> None:
            # A count is no edit: version and topic stay as they are, and no screen has to read again.
            act.connection.execute(
                update(Article).where(Article.id == article_id).values(used_count=Article.used_count + 1)
            )

        return Done(*self._database.act(once, actor=actor))

    def _one(self, article_id: int) -> ArticleInfo:
        with self._database.read() as connection:
            row = connection.execute(select(Article.__table__).where(Article.id == article_id)).one_or_none()
        if row is None:
            raise Invalid("article_missing")
        return _info(row)


class ArticleSection:
    """The support material as a section of the rule set, matched by title."""

    key = "articles"

    def __init__(self, *, articles: ArticleService) -> None:
        self._rows = articles.rows

    def export(self, connection: Connection) -> Any:  # noqa: ANN401 - any JSON value
        """Return the articles in use."""
        rows = connection.execute(
            select(Article.title, Article.text, Article.nature_key).where(Article.is_active).order_by(Article.title)
        )
        return [{"title": row.title, "text": row.text, "nature": row.nature_key} for row in rows]

    def check(self, data: Any) -> None:  # noqa: ANN401 - any JSON value
        """Raise when the form is not that one."""
        titles = [str(row["title"]) for row in data]
        if len(set(titles)) != len(titles):
            raise ValueError("titles")
        for row in data:
            _tidy({"title": row["title"], "text": row["text"], "nature_key": row.get("nature")})

    def replace(self, act: Act, data: Any) -> None:  # noqa: ANN401 - any JSON value
        """Make the articles in use those given."""
        rows = []
        for each in data:
            values = {"title": each["title"], "text": each["text"], "nature_key": each.get("nature")}
            present = act.connection.execute(
                select(Article.updated_at).where(Article.title == each["title"]).limit(1)
            ).scalar_one_or_none()
            rows.append(_with_words(values) | {"updated_at": present or act.at})
        self._rows.replace(act, rows, by="title")

    def original(self) -> Any:  # noqa: ANN401 - any JSON value
        """Return the first day's articles: none, for they are the company's own knowledge."""
        return []


def _info(row: Any) -> ArticleInfo:  # noqa: ANN401 - a row
    return ArticleInfo(
        id=row.id,
        title=row.title,
        text=row.text,
        excerpt=" ".join(row.text[: 2 * _EXCERPT].split())[:_EXCERPT],
        nature_key=row.nature_key,
        is_active=row.is_active,
        is_from_reply=row.source_reply_id is not None,
        used_count=row.used_count,
        updated_at=row.updated_at,
        version=row.version,
    )


def _of_reply(connection: Connection, reply_id: int) -> dict[str, Any]:
    row = connection.execute(
        select(Reply.text, Reply.visibility, Reply.state, Case.id, Case.title, Case.protocol, Customer.name)
        .join(Case, Case.id == Reply.case_id)
        .join(Customer, Customer.id == Case.customer_id)
        .where(Reply.id == reply_id)
    ).one_or_none()
    if row is None:
        raise Invalid("reply_missing")
    if row.visibility is not Visibility.PUBLIC or row.state in _NOT_SAID:
        raise Refused("reply_not_public")
    natures = node_keys(connection, case_nodes(connection, row.id).values()).get(AxisKey.NATURE.value, [])
    return {
        "title": row.title,
        "text": _without_person(row.text, row.name, row.protocol),
        "nature_key": natures[0] if natures else None,
    }


def _without_person(text: str, name: str, number: str) -> str:
    for said in (protocol.display(number), number):
        text = text.replace(said, "{protocolo}")
    first = (name.split(maxsplit=1) or [""])[0]
    for said in (name, first):
        if said:
            text = re.sub(rf"(?<!\w){re.escape(said)}(?!\w)", "{cliente}", text)
    return text


def _with_words(values: Mapping[str, Any]) -> dict[str, Any]:
    return {**values, "words": " ".join(search_words(f"{values['title']} {values['text']}"))}


def _tidy(values: Mapping[str, Any]) -> dict[str, Any]:
    if not values.keys() <= _EDITABLE:
        raise ValueError("not an editable column")
    tidy = dict(values)
    if "title" in tidy:
        tidy["title"] = " ".join(clean_text(tidy["title"]).split())
        if not tidy["title"]:
            raise Invalid("article_without_title")
        if len(tidy["title"]) > _LONGEST_TITLE:
            raise Invalid("article_too_long", limit=_LONGEST_TITLE)
    if "text" in tidy:
        tidy["text"] = clean_text(tidy["text"]).strip()
        if not tidy["text"]:
            raise Invalid("article_without_text")
        if len(tidy["text"]) > _LONGEST_TEXT:
            raise Invalid("article_too_long", limit=_LONGEST_TEXT)
    return tidy


def _check(act: Act, row_id: int | None, values: Mapping[str, Any]) -> None:
    if not values.get("is_active", True):
        return
    taken = act.connection.execute(
        select(Article.id).where(Article.is_active, Article.title == values["title"], Article.id != (row_id or 0))
    ).first()
    if taken is not None:
        raise Invalid("article_title_taken", title=values["title"])
