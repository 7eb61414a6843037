"""Gives charts the rows that an inbox filter leaves, through the inbox's own indexes (decision 050)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from sqlalchemy import Connection, Subquery

from app.models.domain.inbox import InboxQuery
from app.models.queries.inbox_filters import Group, Scope, Viewpoint, scopes_of
from app.models.queries.inbox_keys import count_ids, stream
from app.models.queries.search_filters import resolved


@dataclass(frozen=True, slots=True)
class RowSource:
    """Reads ids by the inbox's conditions; ``rest`` is called before each statement and may stop the work."""

    connection: Connection
    viewpoint: Viewpoint
    rest: Callable[[], None]

    def scopes(self, query: InboxQuery | None, extra: Group = ()) -> tuple[Scope, ...]:
        """Return what a query means; ``extra`` = tokens of which a row must carry one."""
        if query is None:
            return ()
        found = scopes_of(self.connection, resolved(self.connection, query), self.viewpoint)
        return tuple(replace(each, groups=(*each.groups, extra)) for each in found) if extra else found

    def count(self, query: InboxQuery | None) -> int:
        """Return how many rows a query has."""
        self.rest()
        return sum(count_ids(self.connection, each, self.viewpoint, None) for each in self.scopes(query))

    def ids(self, query: InboxQuery | None, extra: Group = ()) -> Iterator[Subquery]:
        """Yield the ids of a query as a subquery with one column, for each kind of row it can show."""
        for scope in self.scopes(query, extra):
            self.rest()
            if scope.low < scope.high:
                yield stream(self.connection.dialect.name, scope, self.viewpoint)[0].subquery()
