"""Active work in words: its kinds, what it brought, the moments that wait, and the log as a table."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.models.domain.relations import Moment, MomentQueue, RelationKind
from app.models.domain.series import TableData
from app.views.support.row_model import Column
from app.views.support.texts import exact_text, number_text, when_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from app.models.domain.relations import KindTotal, RelationAct

_WEEK, _MONTH, _QUARTER = 7, 30, 90
UNKNOWN = "–"


class Period(StrEnum):
    """The periods of the log."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    ALL = "all"


def period_text(period: Period) -> str:
    """Return a period's name."""
    return {
        Period.WEEK: _tr("Últimos 7 dias"),
        Period.MONTH: _tr("Últimos 30 dias"),
        Period.QUARTER: _tr("Últimos 90 dias"),
        Period.YEAR: _tr("Este ano"),
        Period.ALL: _tr("Desde o começo"),
    }[period]


def first_day(period: Period, today: date) -> date | None:
    """Return the first day of a period that ends today, None for one without."""
    if period is Period.ALL:
        return None
    if period is Period.YEAR:
        return today.replace(month=1, day=1)
    days = {Period.WEEK: _WEEK, Period.MONTH: _MONTH, Period.QUARTER: _QUARTER}[period]
    return today - timedelta(days=days - 1)


def kind_text(kind: RelationKind) -> str:
    """Return a kind's name."""
    return {
        RelationKind.ACTIVATION: _tr("Ativação"),
        RelationKind.PUBLICATION: _tr("Publicação"),
        RelationKind.ENGAGEMENT: _tr("Engajamento"),
    }[kind]


def kind_hint(kind: RelationKind) -> str:
    """Return what belongs to a kind."""
    return {
        RelationKind.ACTIVATION: _tr(
            "Dica ou informação útil sobre a marca ou a categoria, para quem ainda não comprou."
        ),
        RelationKind.PUBLICATION: _tr("Publicação nossa que puxa conversa com o público."),
        RelationKind.ENGAGEMENT: _tr("Resposta criativa a quem falou da marca com gosto."),
    }[kind]


def figure_names() -> tuple[str, ...]:
    """Return the names of the four figures in their order."""
    return (_tr("Compartilhamentos"), _tr("Favoritos"), _tr("Comentários"), _tr("Pessoas alcançadas"))


def figure_heads() -> tuple[str, ...]:
    """Return their names for narrow columns."""
    return (_tr("Compart."), _tr("Favoritos"), _tr("Coment."), _tr("Alcance"))


def figure_text(value: float | None) -> str:
    """Return a figure; a dash when nobody knows it."""
    if value is None:
        return UNKNOWN
    return number_text(value) if float(value).is_integer() else number_text(value, 1)


def queue_text(queue: MomentQueue) -> str:
    """Return how many moments wait: "18 momentos esperando resposta"."""
    if not queue.count:
        return _tr("Nenhum momento esperando")
    if queue.count == 1:
        return _tr("1 momento esperando")
    return _tr("{n} momentos esperando").format(n=number_text(queue.count))


def parts_text(queue: MomentQueue) -> str:
    """Return of what they are: "9 perguntando antes de comprar · 6 elogiando · 3 com entusiasmo"."""
    words = {
        Moment.PROSPECT: _tr("{n} perguntando antes de comprar"),
        Moment.PRAISE: _tr("{n} elogiando"),
        Moment.ENGAGEMENT: _tr("{n} com entusiasmo pela marca"),
    }
    return " · ".join(words[moment].format(n=number_text(n)) for moment, n in queue.parts if n)


def act_columns(now: Callable[[], datetime]) -> list[Column[RelationAct]]:
    """Return the columns of the log."""
    names = figure_names()

    def figure(place: int, head: str) -> Column[RelationAct]:
        return Column(
            f"figure_{place}",
            head,
            lambda act: figure_text(act.figures.values[place]),
            numeric=True,
            tooltip=lambda act: f"{names[place]}: {figure_text(act.figures.values[place])}",
            spoken=lambda act: f"{names[place]}: {figure_text(act.figures.values[place])}",
        )

    figures = [figure(place, head) for place, head in enumerate(figure_heads())]
    return [
        Column(
            "day", _tr("Dia"), lambda a: when_text(a.said.done_at, now()), tooltip=lambda a: exact_text(a.said.done_at)
        ),
        Column("kind", _tr("Tipo"), lambda act: kind_text(act.said.kind)),
        Column("channel", _tr("Canal"), lambda act: act.channel),
        Column("person", _tr("Quem"), lambda act: act.person),
        Column("text", _tr("O que fizemos"), lambda a: " ".join(a.said.text.split()), tooltip=lambda a: a.said.text),
        *figures,
        Column("result", _tr("No que deu"), lambda a: " ".join(a.said.result.split()), tooltip=lambda a: a.said.result),
    ]


def total_columns() -> list[Column[KindTotal]]:
    """Return the columns of the totals: how many acts, and each figure's sum with its average."""

    def figure(total: KindTotal, place: int) -> str:
        summed, average = total.sums.values[place], total.averages[place]
        if summed is None or average is None:
            return UNKNOWN
        words = _tr("{sum} · média {average}")
        return words.format(sum=number_text(summed), average=figure_text(round(average, 1)))

    def column(place: int, name: str) -> Column[KindTotal]:
        return Column(f"figure_{place}", name, lambda total: figure(total, place), numeric=True)

    kind: Column[KindTotal] = Column(
        "kind", _tr("Tipo"), lambda total: _tr("Todos os tipos") if total.kind is None else kind_text(total.kind)
    )
    acts: Column[KindTotal] = Column("n", _tr("Ações"), lambda total: number_text(total.n), numeric=True)
    return [kind, acts, *(column(place, name) for place, name in enumerate(figure_names()))]


def log_table(acts: Sequence[RelationAct]) -> TableData:
    """Return the log as it goes into a file, in the screen's words; moments in local time."""
    head = (_tr("Dia"), _tr("Tipo"), _tr("Canal"), _tr("Quem"), _tr("Cliente"), _tr("O que fizemos"))
    tail = (_tr("No que deu"), _tr("Endereço da publicação"))
    rows = (
        (
            act.said.done_at.astimezone().replace(tzinfo=None),
            kind_text(act.said.kind),
            act.channel,
            act.person,
            act.customer,
            act.said.text,
            *act.figures.values,
            act.said.result,
            act.permalink,
        )
        for act in acts
    )
    return TableData((*head, *figure_names(), *tail), tuple(rows))


def _tr(text: str) -> str:
    return QCoreApplication.translate("relation_words", text)
