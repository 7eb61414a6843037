"""Remembers how each person arranged the boards of charts."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from app.models.domain.board_layout import Board, board_as_json, board_from_json, first_board
from app.models.domain.people import Actor, Right
from app.models.schema.reading import BoardLayout
from app.services.database import Database
from app.services.rights import require


class BoardLayoutService:
    """Keeps one arrangement a person and board; to arrange is no act, so nobody else hears of it."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def load(self, actor: Actor, board: str) -> Board:
        """Return the person's arrangement, else what the role begins with."""
        require(actor, Right.READ)
        statement = select(BoardLayout.layout).where(
            BoardLayout.person_id == actor.person_id, BoardLayout.board == board
        )
        with self._database.read() as connection:
            kept = connection.execute(statement).scalar_one_or_none()
        return first_board(actor.role) if kept is None else board_from_json(kept)

    def save(self, actor: Actor, board: str, arranged: Board) -> None:
        """Keep an arrangement."""
        require(actor, Right.READ)
        self._write(actor, board, arranged)

    def forget(self, actor: Actor, board: str) -> Board:
        """Go back to what the role begins with; return it."""
        require(actor, Right.READ)
        self._write(actor, board, None)
        return first_board(actor.role)

    def _write(self, actor: Actor, board: str, arranged: Board | None) -> None:
        mine = delete(BoardLayout).where(BoardLayout.person_id == actor.person_id, BoardLayout.board == board)
        row = {"person_id": actor.person_id, "board": board}

        def work(connection: Connection) -> None:
            connection.execute(mine)
            if arranged is not None:
                connection.execute(insert(BoardLayout).values(row | {"layout": board_as_json(arranged)}))

        self._database.quiet(work)
