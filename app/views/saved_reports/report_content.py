"""Puts a report into words once, and from these words onto paper."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter

from app.models.domain.chart import ChartData, Shape
from app.services.report_workbook import FigureLine, PartText, ReportText
from app.views.saved_reports.report_words import span_text
from app.views.support.charts.chart_summaries import chart_summary
from app.views.support.charts.chart_texts import chart_definition, chart_notes, chart_title
from app.views.support.charts.headline import headline_of
from app.views.support.charts.painting import paint_chart
from app.views.support.charts.tables import worded_rows, worded_table
from app.views.support.printing import Block, Drawing, Letterhead, NewPage, Space, Table, Text, Together

if TYPE_CHECKING:
    from app.models.domain.headline import Figure
    from app.models.domain.report_plan import Comment, Report
    from app.views.support.charts.style import ChartStyle, TextRole

_CHART_HIGH: Final = 215.0
_TALL: Final = 300.0
_MOST_COLUMNS: Final = 8
_MOST_ROWS: Final = 14
_FIGURE_HIGH: Final = 62.0
_A_LINE: Final = 3


def report_text(report: Report, *, title: str, made: str) -> ReportText:
    """Return a report in words; ``made`` says when and by whom."""
    against = _tr(", ao lado de {other}").format(other=span_text(report.against)) if report.against else ""
    limits = _tr("Canais: {names}").format(names=", ".join(report.channels)) if report.channels else ""
    whole = report.comments.get("")
    return ReportText(
        company=report.company,
        title=title,
        period=span_text(report.period) + against,
        limits=limits,
        made=made,
        comment=whole.text if whole else "",
        comment_by=_by(whole),
        figures=tuple(_figure(figure) for figure in report.figures),
        parts=tuple(_part(data, report.comments.get(data.key.value)) for data in report.charts),
    )


def report_blocks(report: Report, text: ReportText) -> list[Block]:
    """Return a report as it stands on paper: cover figures first, then each chart with its words, table and comment."""
    blocks: list[Block] = [
        Text(text.title, "title"),
        Text(text.period, "small", "muted"),
        *(Text(line, "small", "muted") for line in (text.limits,) if line),
        Space(8),
        Drawing(_FIGURE_HIGH * -(-len(text.figures) // _A_LINE), partial(_paint_figures, text.figures)),
        *_comment(text.comment, text.comment_by),
        Space(14, line=True),
    ]
    for data, part in zip(report.charts, text.parts, strict=True):
        blocks.append(Together(tuple(_chart_blocks(data, part))))
        if report.spec.with_tables and not data.is_empty:
            blocks += _table_blocks(data)
        blocks += [*_comment(part.comment, part.comment_by), Space(18)]
    if len(report.charts) > 1:
        blocks += [NewPage(), Text(_tr("O que cada gráfico conta"), "title"), Space(4)]
        for part in text.parts:
            blocks += [Together((Text(part.title, "strong"), Text(part.definition, "small", "muted"))), Space(2)]
    return blocks


def letterhead(text: ReportText) -> Letterhead:
    """Return what stands on every page of a report."""
    return Letterhead(text.company, f"{text.title} · {text.period}", text.made)


def _figure(figure: Figure) -> FigureLine:
    told = headline_of(figure)
    return FigureLine(told.name, told.figure, " · ".join(filter(None, (told.note, told.limits))))


def _part(data: ChartData, comment: Comment | None) -> PartText:
    return PartText(
        title=chart_title(data.key),
        definition=chart_definition(data.key),
        summary=chart_summary(data),
        notes=chart_notes(data),
        comment=comment.text if comment else "",
        comment_by=_by(comment),
        table=worded_table(data),
    )


def _by(comment: Comment | None) -> str:
    return _tr("Comentário de {name}").format(name=comment.author) if comment and comment.author else ""


def _chart_blocks(data: ChartData, part: PartText) -> list[Block]:
    blocks: list[Block] = [Text(part.title, "title"), Text(part.definition, "small", "muted")]
    if data.is_empty:
        blocks.append(Text(part.summary or _tr("Nada a mostrar neste período."), "small"))
        return blocks
    is_long = data.shape is Shape.BARS and len(data.categories) > _MOST_COLUMNS
    tall = is_long or data.shape in {Shape.BUBBLES, Shape.CLOCK}
    blocks += [
        Drawing(_TALL if tall else _CHART_HIGH, partial(_paint_chart, data)),
        Space(5),
        Text(part.summary, "small"),
    ]
    if part.notes:
        blocks.append(Text(part.notes, "tiny", "muted"))
    return blocks


def _table_blocks(data: ChartData) -> list[Block]:
    headers, rows = worded_rows(data)
    if len(headers) > _MOST_COLUMNS or len(rows) > _MOST_ROWS:
        return [Text(_tr("A tabela deste gráfico está na planilha."), "tiny", "muted")]
    return [Table(headers, rows)]


def _comment(comment: str, by: str) -> list[Block]:
    if not comment:
        return []
    lines: list[Block] = [Text(line, "small", indent=10) for line in comment.splitlines() if line.strip()]
    return [Space(4), *lines, Text(by, "tiny", "muted", indent=10)]


def _paint_chart(data: ChartData, painter: QPainter, rect: QRectF, style: ChartStyle) -> None:
    paint_chart(painter, rect, data, style)


def _paint_figures(figures: tuple[FigureLine, ...], painter: QPainter, rect: QRectF, style: ChartStyle) -> None:
    gap, high = style.px(8), style.px(_FIGURE_HIGH)
    wide = (rect.width() - gap * (_A_LINE - 1)) / _A_LINE
    for place, figure in enumerate(figures):
        row, column = divmod(place, _A_LINE)
        box = QRectF(rect.left() + column * (wide + gap), rect.top() + row * high, wide, high - gap)
        painter.setPen(style.color("line"))
        painter.drawRoundedRect(box, style.px(5), style.px(5))
        inside = box.adjusted(style.px(9), style.px(6), -style.px(9), 0)
        line = style.px(17)
        lines: tuple[tuple[str, TextRole, str], ...] = (
            (figure.name, "tiny", "muted"),
            (figure.value, "strong", "text"),
            (figure.change, "tiny", "muted"),
        )
        for number, (words, role, color) in enumerate(lines):
            painter.setFont(style.font(role))
            painter.setPen(style.color(color))
            painter.drawText(QRectF(inside.left(), inside.top() + number * line, inside.width(), line), words)


def _tr(text: str) -> str:
    return QCoreApplication.translate("report_content", text)
