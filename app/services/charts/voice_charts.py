"""The charts of how people feel about what: mood against volume and engagement, indicators, critical sensitivity."""

from __future__ import annotations

from collections import Counter, defaultdict

from app.models.domain.chart import Category, Cell, ChartData, ChartKey, Counts, Shape, Track, Unit
from app.models.domain.chart_drill import within
from app.models.domain.chart_nodes import DIRECT, Branches, Key, Place, Vector, node_category
from app.models.domain.chart_numbers import middle, mood, percent
from app.models.domain.inbox import InboxQuery, RowKind
from app.models.domain.report_period import MONTH, month_of, spans_of
from app.models.domain.vocabulary import AxisKey
from app.models.queries.charts.axes import ENGAGEMENT, MENTIONS, SENTIMENT_CODES, Cells
from app.services.charts.mention_charts import NO_SENTIMENT, SENTIMENTS
from app.services.charts.nodes import AxisReading
from app.services.charts.reading import MOST_SHOWN, Builder, Facts, Reading

_ALL, _ENGAGEMENT = 0, 6
_POSITIVE, _NEGATIVE = 1, 4
_BOTH = (MENTIONS, ENGAGEMENT)
_PLACE_OF = {SENTIMENT_CODES[each]: number for number, each in enumerate(SENTIMENTS, start=1)}
_SILENT: Vector = (0.0,) * (_ENGAGEMENT + 1)
Voices = dict[int, Vector]
"""By node: mentions, then by sentiment in the order of ``SENTIMENTS``, then engagement."""


def persona_matrix(reading: Reading) -> ChartData:
    """Return personas by mentions (x) and mood (y, -100 to 100)."""
    axis = AxisReading(reading, AxisKey.PERSONA, RowKind.MENTION)
    places = axis.places(_voices(axis.counts.voices(axis.axis_id, (MENTIONS,))), len(_SILENT))
    cells = tuple(_bubble(axis, place, x=place.counts[_ALL]) for place in places)
    return _bubbles(ChartKey.PERSONA_MATRIX, axis, places, cells, _mood_facts(places))


def engagement_matrix(reading: Reading) -> ChartData:
    """Return subjects by engagement a mention (x) and mood (y); the facts name who lies in which quadrant.

    The quadrants part at the median of x and at a mood of zero.
    """
    axis = AxisReading(reading, AxisKey.SUBJECT, RowKind.MENTION)
    places = axis.places(_voices(axis.counts.voices(axis.axis_id, _BOTH)), len(_SILENT))
    cells = tuple(
        _bubble(axis, place, x=place.counts[_ENGAGEMENT] / place.counts[_ALL] if place.counts[_ALL] else None)
        for place in places
    )
    split = middle(cell.x for cell in cells if cell.x is not None)
    facts: Facts = {**_mood_facts(places), "x_split": split, "y_split": 0}
    quadrants: dict[str, list[str]] = {}
    for place, cell in zip(places, cells, strict=True):
        if cell.value is not None and cell.x is not None and split is not None and place.category.name:
            code = f"{'high' if cell.x > split else 'low'}_{'negative' if cell.value < 0 else 'positive'}"
            quadrants.setdefault(code, []).append(place.category.name)
    facts |= {code: ", ".join(names) for code, names in quadrants.items()}
    return _bubbles(ChartKey.ENGAGEMENT_MATRIX, axis, places, cells, facts)


def sentiment_subject(reading: Reading) -> ChartData:
    """Return the mentions in cases by subject and sentiment."""
    axis = AxisReading(reading, AxisKey.SUBJECT, RowKind.MENTION)
    places = axis.places(_voices(axis.counts.voices(axis.axis_id, (MENTIONS,))), len(_SILENT))
    tracks = tuple(
        Track(
            NO_SENTIMENT if each is None else each.value,
            tuple(
                Cell(n, axis.mention_query(place.node_ids, sentiment=each), n)
                for place in places
                for n in [int(place.counts[number])]
            ),
        )
        for number, each in enumerate(SENTIMENTS, start=1)
    )
    categories = tuple(place.category for place in places)
    facts = _mood_facts(places) | _parent(axis)
    return ChartData(
        ChartKey.SENTIMENT_SUBJECT,
        Shape.STACK,
        Counts.MENTIONS,
        Unit.NUMBER,
        "node",
        categories,
        tracks,
        facts=facts,
        notes=axis.notes,
    )


def indicators(reading: Reading) -> ChartData:
    """Return the cases of each macro subject by month; ``x`` of a cell = per cent negative of their mentions.

    ``size`` = how many of these mentions have a sentiment.
    """
    axis = AxisReading(reading, AxisKey.SUBJECT)
    cases = {
        month: _counts(cells) for month, cells in _by_month(axis.counts.cases(axis.axis_id, by_month=True)).items()
    }
    voices = _by_month(axis.counts.voices(axis.axis_id, (MENTIONS,), by_month=True))
    totals: dict[int, tuple[float]] = {}
    for counts in cases.values():
        for node, (n,) in counts.items():
            totals[node] = (totals.get(node, (0,))[0] + n,)
    spans = spans_of(reading.wanted.since, reading.wanted.until, MONTH)
    opened = [axis.fold(cases.get(month_of(since), {})) for since, _until in spans]
    said = [axis.fold(_voices(voices.get(month_of(since), Counter()))) for since, _until in spans]
    tracks = tuple(
        Track(
            place.key,
            tuple(
                _indicator(query, here.get(place.key), feel.get(place.key, _SILENT))
                for query, here, feel in zip(within(axis.case_query(place.node_ids), spans), opened, said, strict=True)
            ),
            place.category.name,
        )
        for place in axis.places(totals)
    )
    return ChartData(
        ChartKey.INDICATORS,
        Shape.LINES,
        Counts.CASES,
        Unit.NUMBER,
        MONTH,
        tuple(Category(span[0]) for span in spans),
        tracks,
        facts={"total": int(sum(n for (n,) in totals.values())), **_parent(axis)},
        notes=axis.notes,
    )


def sensitivity(reading: Reading) -> ChartData:
    """Return the topics of the macro subjects, heaviest first: mentions times the share of negative ones.

    ``x`` = that share in per cent, ``size`` = mentions. The facts add the weights up by macro subject (``group_1``...).
    """
    axis = AxisReading(reading, AxisKey.SUBJECT, RowKind.MENTION)
    branches = axis.branches(levels=2 if axis.parent is None else 1)
    voices = axis.fold(
        _voices(axis.counts.voices(axis.axis_id, (MENTIONS,))), lambda node: _topic(axis, branches, node)
    )
    topics = [(key, vector, _weight(vector)) for key, vector in voices.items() if vector[_ALL]]
    topics.sort(key=lambda each: (-each[2], str(each[0])))
    if reading.only is not None:
        known = {key: (key, vector, weight) for key, vector, weight in topics}
        shown = [known[each.key] for each in reading.only if each.key in known]
    else:
        shown = topics[:MOST_SHOWN]
    categories, cells = [], []
    for key, vector, weight in shown:
        node_id, is_direct = _node_of(key)
        categories.append(_category(axis, key, node_id))
        query = None if is_direct and axis.trees.children(axis.axis_id, node_id) else axis.mention_query((node_id,))
        share = percent(vector[_NEGATIVE], _known(vector))
        cells.append(Cell(weight, query, int(vector[_ALL]), x=share, size=vector[_ALL]))
    return ChartData(
        ChartKey.SENSITIVITY,
        Shape.BARS,
        Counts.MENTIONS,
        Unit.SCORE,
        "topic",
        tuple(categories),
        (Track("weight", tuple(cells)),),
        facts={"total": sum(int(vector[_ALL]) for _key, vector, _weight in topics), **_groups(axis, topics)},
        notes=axis.notes,
    )


def _voices(cells: Cells) -> Voices:
    found: dict[int, list[float]] = {}
    for (node, sentiment, measure), n in cells.items():
        vector = found.setdefault(node, [0] * (_ENGAGEMENT + 1))
        if measure == ENGAGEMENT:
            vector[_ENGAGEMENT] += n
        elif measure == MENTIONS:
            vector[_ALL] += n
            vector[_PLACE_OF[sentiment]] += n
    return {node: tuple(vector) for node, vector in found.items()}


def _by_month(cells: Cells) -> dict[int, Cells]:
    found: defaultdict[int, Cells] = defaultdict(Counter)
    for key, n in cells.items():
        found[key[0]][key[1:]] = n
    return found


def _counts(cells: Cells) -> dict[int, tuple[int]]:
    return {node: (n,) for (node,), n in cells.items()}


def _indicator(query: InboxQuery | None, opened: Vector | None, feel: Vector) -> Cell:
    n, known = int(opened[0]) if opened else 0, _known(feel)
    return Cell(n, query, n, x=percent(feel[_NEGATIVE], known), size=known)


def _bubble(axis: AxisReading, place: Place, *, x: float | None) -> Cell:
    n = int(place.counts[_ALL])
    value = mood(int(place.counts[_POSITIVE]), int(place.counts[_NEGATIVE]), int(_known(place.counts)))
    return Cell(value, axis.mention_query(place.node_ids), n, x=x, size=n)


def _bubbles(key: ChartKey, axis: AxisReading, places: list[Place], cells: tuple[Cell, ...], facts: Facts) -> ChartData:
    return ChartData(
        key,
        Shape.BUBBLES,
        Counts.MENTIONS,
        Unit.SCORE,
        "node",
        tuple(place.category for place in places),
        (Track("mood", cells),),
        facts=facts | _parent(axis),
        notes=axis.notes,
    )


def _mood_facts(places: list[Place]) -> Facts:
    sums = [int(sum(place.counts[number] for place in places)) for number in range(_ENGAGEMENT + 1)]
    known = int(_known(tuple(sums)))
    facts: Facts = {
        "total": sums[_ALL],
        "with_sentiment": known,
        "negative_percent": percent(sums[_NEGATIVE], known),
        "engagement": sums[_ENGAGEMENT],
    }
    moods = [
        (mood(int(each.counts[_POSITIVE]), int(each.counts[_NEGATIVE]), int(_known(each.counts))), each.category.name)
        for each in places
        if each.category.name
    ]
    felt = sorted((value, name) for value, name in moods if value is not None)
    if felt:
        facts |= {"worst": felt[0][1], "worst_mood": felt[0][0], "best": felt[-1][1], "best_mood": felt[-1][0]}
    return facts


def _known(vector: tuple[float, ...]) -> float:
    return sum(vector[_POSITIVE : _NEGATIVE + 1])


def _weight(vector: tuple[float, ...]) -> float:
    known = _known(vector)
    return vector[_ALL] * vector[_NEGATIVE] / known if known else 0.0


def _topic(axis: AxisReading, branches: Branches, node_id: int) -> Key | None:
    line = branches.place(node_id)
    if line is None:
        return None
    wanted = 2 if axis.parent is None else 1
    if len(line) == wanted:
        return line[-1]
    above = line[0] if line else axis.parent.id if axis.parent is not None else 0
    return f"{DIRECT}_{axis.trees.resolve(above)}"


def _node_of(key: Key) -> tuple[int, bool]:
    return (key, False) if isinstance(key, int) else (int(key.rpartition("_")[2]), True)


def _category(axis: AxisReading, key: Key, node_id: int) -> Category:
    found = node_category(axis.trees, node_id, is_path=True)
    return Category(key, found.name, found.color, found.drill_node if isinstance(key, int) else None)


def _groups(axis: AxisReading, topics: list[tuple[Key, tuple[float, ...], float]]) -> Facts:
    weights: dict[str, float] = {}
    for key, _vector, weight in topics:
        line = axis.trees.line(_node_of(key)[0])
        weights[line[0].name] = weights.get(line[0].name, 0.0) + weight
    facts: Facts = {}
    whole = sum(weights.values())
    for number, (name, weight) in enumerate(sorted(weights.items(), key=lambda each: -each[1])[:4], start=1):
        facts |= {f"group_{number}": name, f"group_{number}_percent": percent(weight, whole)}
    return facts


def _parent(axis: AxisReading) -> Facts:
    return {} if axis.path is None else {"parent": axis.path}


VOICE_CHARTS: dict[ChartKey, Builder] = {
    ChartKey.PERSONA_MATRIX: persona_matrix,
    ChartKey.ENGAGEMENT_MATRIX: engagement_matrix,
    ChartKey.SENTIMENT_SUBJECT: sentiment_subject,
    ChartKey.INDICATORS: indicators,
    ChartKey.SENSITIVITY: sensitivity,
}
