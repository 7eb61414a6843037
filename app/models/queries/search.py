"""Finds by words, protocol, name and handle: the statements behind the search box and behind text filters."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import BigInteger, ColumnElement, Connection, Text, and_, column, false, func, select, table
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.sql.expression import TableClause

from app.models.domain.search_terms import Wanted, parsed
from app.models.domain.words import search_text, search_words
from app.models.schema.cases import Case
from app.models.schema.channels import Channel
from app.models.schema.customers import Customer, Handle
from app.models.schema.mentions import Mention

SQLITE = "sqlite"
SEARCH = table(
    "mention_search",
    column("rowid", BigInteger),
    column("id", BigInteger),
    column("mention_search", Text),
    column("words", Text),
)
_PROTOCOLS = table("protocol_search", column("rowid", BigInteger), column("protocol_search", Text))
# How far a text filter on cases looks: newest mentions with these words, customers by name, newest titles.
MENTION_REACH = 5_000
NAME_REACH = 200
TITLE_REACH = 2_000
_CHUNK = 500
_MOST_HANDLES = 1_000
_LAST_SIGN = "\U0010ffff"


def words_test(dialect: str, text: str) -> ColumnElement[bool]:
    """Return the test that a row of ``mention_search`` holds what the text asks for."""
    _query, wanted = parsed(text)
    return holds(dialect, SEARCH, wanted)


def holds(dialect: str, index: TableClause, wanted: Wanted) -> ColumnElement[bool]:
    """Return the test that a row of a full-text index (``words``, FTS5 or tsvector) holds what is wanted."""
    if wanted.is_empty:
        return false()
    if dialect == SQLITE:
        return index.c[index.name].op("MATCH", is_comparison=True)(match_text(wanted))
    return index.c.words.op("@@", is_comparison=True)(_vector(wanted))


def match_text(wanted: Wanted) -> str:
    """Return what is wanted in the query language of FTS5."""
    needed = [f'"{term}"' for term in (*wanted.words, *wanted.phrases)]
    needed += [f'"{term}"*' for term in wanted.prefixes]
    needed += ["({})".format(" OR ".join(f'"{term}"' for term in group)) for group in wanted.forms]
    expression = " AND ".join(needed)
    for term in wanted.excluded:
        expression = f'({expression}) NOT "{term}"'
    return expression


def _vector(wanted: Wanted) -> ColumnElement[str]:
    parts: list[ColumnElement[str]] = [
        func.phraseto_tsquery("simple", term) for term in (*wanted.words, *wanted.phrases)
    ]
    parts += [func.to_tsquery("simple", f"'{term}':*") for term in wanted.prefixes]
    parts += [func.to_tsquery("simple", " | ".join(f"'{term}'" for term in group)) for group in wanted.forms]
    parts += [func.tsquery_not(func.phraseto_tsquery("simple", term)) for term in wanted.excluded]
    whole = parts[0]
    for part in parts[1:]:
        whole = func.tsquery_and(whole, part)
    return whole


def case_by_protocol(connection: Connection, protocol: str) -> int | None:
    """Return the id of the case with exactly this protocol."""
    return connection.execute(select(Case.id).where(Case.protocol == protocol)).scalar_one_or_none()


def survivor_of(connection: Connection, case_id: int) -> int:
    """Return the case that a merged one leads to, else the case itself."""
    seen = {case_id}
    while True:
        upper = connection.execute(select(Case.merged_into_id).where(Case.id == case_id)).scalar_one_or_none()
        if upper is None or upper in seen:
            return case_id
        seen.add(upper)
        case_id = upper


def cases_by_fragment(connection: Connection, digits: str, limit: int) -> list[int]:
    """Return ids of the newest cases whose protocol holds these digits (three or more)."""
    if connection.dialect.name == SQLITE:
        row_id = _PROTOCOLS.c.rowid
        test = _PROTOCOLS.c.protocol_search.op("MATCH", is_comparison=True)(f'"{digits}"')
        statement = select(row_id).where(test).order_by(row_id.desc()).limit(limit)
    else:
        statement = select(Case.id).where(Case.protocol.contains(digits)).order_by(Case.id.desc()).limit(limit)
    return list(connection.execute(statement).scalars())


def customers_by_name(connection: Connection, name: str, limit: int) -> list[int]:
    """Return ids of customers whose name, or the name or key of one of whose handles, begins so (folded)."""
    if not name:
        return []
    own = select(Customer.id).where(_begins(Customer.folded_name, name), Customer.merged_into_id.is_(None))
    by_handle = select(Handle.customer_id).where(_begins(Handle.folded_name, name), Handle.customer_id.is_not(None))
    found = list(connection.execute(own.order_by(Customer.folded_name, Customer.id).limit(limit)).scalars())
    handles = connection.execute(by_handle.order_by(Handle.folded_name, Handle.id).limit(limit)).scalars()
    found += [each for each in handles if each is not None]
    return list(dict.fromkeys(found))[:limit]


def people_named(connection: Connection, name: str, *, by_handle: bool) -> tuple[list[int], list[int]]:
    """Return ids of handles and of customers whose name begins so (folded); ``by_handle`` asks for handles alone."""
    if not name.removeprefix("@"):
        return [], []
    if by_handle:
        keys = (name.removeprefix("@"), f"@{name.removeprefix('@')}")
        both = select(Handle.id, Handle.customer_id)
        own = both.where(_begins(Handle.folded_name, keys[0])).order_by(Handle.folded_name, Handle.id)
        by_key = both.where(Handle.channel_id.in_(select(Channel.id)), Handle.handle_key.in_(keys))
        rows = [*connection.execute(own.limit(NAME_REACH)), *connection.execute(by_key)]
        return [row.id for row in rows], [row.customer_id for row in rows if row.customer_id is not None]
    customers = customers_by_name(connection, name, NAME_REACH)
    handles = select(Handle.id).where(Handle.customer_id.in_(customers)).order_by(Handle.id).limit(_MOST_HANDLES)
    return list(connection.execute(handles).scalars()) if customers else [], customers


def _begins(folded: InstrumentedAttribute[str], beginning: str) -> ColumnElement[bool]:
    return and_(folded >= beginning, folded < beginning + _LAST_SIGN)


def case_candidates(connection: Connection, text: str) -> set[int]:
    """Return ids of the cases that a text may mean: by protocol, words of their mentions, customer's name, title.

    Looks no further than the newest 5,000 mentions with these words, 200 names and 2,000 titles.
    """
    query, wanted = parsed(text)
    if query.protocol is not None:
        found = case_by_protocol(connection, query.protocol)
        return set() if found is None else {found}
    ids: set[int] = set()
    if query.protocol_fragment is not None:
        ids.update(cases_by_fragment(connection, query.protocol_fragment, MENTION_REACH))
    if wanted.is_empty:
        return ids
    ids.update(_cases_of_mentions(connection, text))
    if not wanted.excluded:
        name = search_text(" ".join((*wanted.words, *wanted.phrases, *wanted.prefixes)))
        ids.update(_cases_of_names(connection, name))
    ids.update(_cases_by_title(connection, wanted))
    return ids


def _cases_of_mentions(connection: Connection, text: str) -> set[int]:
    dialect = connection.dialect.name
    row_id = SEARCH.c.rowid if dialect == SQLITE else SEARCH.c.id
    newest = select(row_id.label("id")).where(words_test(dialect, text)).order_by(row_id.desc()).limit(MENTION_REACH)
    ids = list(connection.execute(newest).scalars())
    cases: set[int] = set()
    for start in range(0, len(ids), _CHUNK):
        of_case = select(Mention.case_id).where(
            Mention.id.in_(ids[start : start + _CHUNK]), Mention.case_id.is_not(None)
        )
        cases.update(each for each in connection.execute(of_case).scalars() if each is not None)
    return cases


def _cases_of_names(connection: Connection, name: str) -> set[int]:
    customers = customers_by_name(connection, name, NAME_REACH)
    statement = select(Case.id).where(Case.customer_id.in_(customers)).order_by(Case.id.desc()).limit(MENTION_REACH)
    return set(connection.execute(statement).scalars()) if customers else set()


def _cases_by_title(connection: Connection, wanted: Wanted) -> Iterator[int]:
    rows = connection.execute(select(Case.id, Case.title).order_by(Case.id.desc()).limit(TITLE_REACH))
    for case_id, title in rows:
        if wanted.fits(search_words(title)):
            yield case_id


def customers_briefly(connection: Connection, name: str, limit: int) -> list[tuple[int, str, str]]:
    """Return id, name and handles (joined by commas) of the customers whose name or handle begins so."""
    ids = customers_by_name(connection, name, limit)
    named = connection.execute(select(Customer.id, Customer.name).where(Customer.id.in_(ids)))
    names = {row.id: row.name for row in named}
    handles: dict[int, list[str]] = {}
    rows = connection.execute(select(Handle.customer_id, Handle.handle_key).where(Handle.customer_id.in_(ids)))
    for customer_id, key in rows:
        handles.setdefault(customer_id or 0, []).append(key)
    return [(each, names[each], ", ".join(sorted(handles.get(each, ())))) for each in ids if each in names]
