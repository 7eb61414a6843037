"""Sets text, tables and drawings on A4 pages of a PDF: letterhead on top, page x of y at the foot, nothing torn apart.

A document is described once as blocks and laid out twice: the first time only counts the pages.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from app.services.exports import whole_or_nothing
from app.views.support.charts.style import ChartStyle, TextRole

_DPI: Final = 384
_UNIT: Final = _DPI / 96
_MARGIN_MM: Final = 17.0
# A word wider than its place (a link) goes on in the next line.
_BREAKS: Final = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
_GAP, _CELL_PAD = 6.0, 4.0
_WIDEST_SHARE: Final = 0.5


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What stands on every page: ``company`` and ``title`` on top, ``foot`` below beside the page's number."""

    company: str
    title: str
    foot: str


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; ``role`` gives its size, ``color`` is a token of the theme. ``keep``: stays with what follows."""

    text: str
    role: TextRole = "small"
    color: str = "text"
    keep: bool = False
    indent: float = 0.0


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of words under headings that come again on each page; ``numeric`` columns (from the second) stand right."""

    headers: Sequence[str]
    rows: Sequence[Sequence[str]]
    numeric: bool = True


@dataclass(frozen=True, slots=True)
class Drawing:
    """Something painted into a box of the page's width and ``height`` (pixels of a screen at 100 %)."""

    height: float
    paint: Callable[[QPainter, QRectF, ChartStyle], object]


@dataclass(frozen=True, slots=True)
class Space:
    """Air, or with ``line`` a thin rule within it."""

    height: float = 10.0
    line: bool = False


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins a page."""


@dataclass(frozen=True, slots=True)
class Together:
    """Blocks that stand on one page, if a page can hold them."""

    blocks: tuple[Block, ...]


Block = Text | Table | Drawing | Space | NewPage | Together


def write_pdf(path: Path, font: QFont, head: Letterhead, blocks: Iterable[Block], tick: Callable[[], None]) -> int:
    """Write the pages whole or not at all; return how many. ``tick`` is called between blocks and may raise to stop.

    Raises:
        Unavailable: ``export.unwritable``, ``export.disk_full`` (``path``).
    """
    document = tuple(blocks)
    with whole_or_nothing(path) as temporary:
        # Qt says nothing of a full disk: the pages are made in memory (some megabytes) and written where it is heard.
        made = QBuffer()
        made.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(made)
        writer.setResolution(_DPI)
        writer.setTitle(head.title)
        writer.setCreator("Balcão")
        writer.setPageLayout(
            QPageLayout(
                QPageSize(QPageSize.PageSizeId.A4),
                QPageLayout.Orientation.Portrait,
                QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM),
                QPageLayout.Unit.Millimeter,
            )
        )
        painter = QPainter()
        if not painter.begin(writer):
            raise OSError(path.name)
        try:
            style = ChartStyle.for_paper(font=font, unit=_UNIT)
            pages = _Press(writer, painter, style, head, pages=0).set(document, tick)
            _Press(writer, painter, style, head, pages=pages).set(document, tick)
        finally:
            painter.end()
        temporary.write_bytes(made.data().data())
    return pages


class _Press:
    """Puts blocks one below the other; with ``pages`` 0 it only counts and paints nothing."""

    def __init__(
        self, writer: QPdfWriter, painter: QPainter, style: ChartStyle, head: Letterhead, *, pages: int
    ) -> None:
        self._writer, self._painter, self._style, self._head = writer, painter, style, head
        self._pages = pages
        self._page = 0
        size = writer.pageLayout().paintRectPixels(_DPI)
        self._wide, self._high = float(size.width()), float(size.height())
        self._top = style.px(34)
        self._bottom = self._high - style.px(26)
        self._y = self._bottom

    def set(self, blocks: Sequence[Block], tick: Callable[[], None]) -> int:
        """Set all blocks; return the number of pages."""
        self._new_page()
        for place, block in enumerate(blocks):
            tick()
            follows = self._height(blocks[place + 1]) if _keeps(block) and place + 1 < len(blocks) else 0.0
            self._set(block, follows)
        return self._page

    def _set(self, block: Block, follows: float = 0.0) -> None:
        if isinstance(block, NewPage):
            if self._y > self._top:
                self._new_page()
        elif isinstance(block, Together):
            self._room(self._height(block))
            for each in block.blocks:
                self._set(each)
        elif isinstance(block, Table):
            self._table(block)
        elif isinstance(block, Text) and self._height(block) > self._bottom - self._top:
            for piece in self._pieces(block):
                self._room(self._height(piece))
                self._single(piece)
        else:
            self._room(self._height(block) + follows)
            self._single(block)

    def _single(self, block: Text | Drawing | Space) -> None:
        high, style = self._height(block), self._style
        rect = QRectF(0, self._y, self._wide, high)
        if self._pages and isinstance(block, Text):
            self._write(rect.adjusted(style.px(block.indent), 0, 0, 0), block.text, block.role, block.color)
        elif self._pages and isinstance(block, Drawing):
            block.paint(self._painter, rect, style)
        elif self._pages and isinstance(block, Space) and block.line:
            self._rule(self._y + high / 2)
        if not (isinstance(block, Space) and self._y <= self._top):  # no air on top of a page
            self._y += high

    def _pieces(self, block: Text) -> Iterator[Text]:
        """Yield a text that is higher than a page in parts that are not."""
        high, rest = self._bottom - self._top, block.text
        while rest:
            fits = bisect_left(
                range(1, len(rest)), x=True, key=lambda n: self._height(replace(block, text=rest[:n])) > high
            )
            end = (
                len(rest) if fits == len(rest) - 1 else max(rest.rfind(" ", 0, fits + 1), rest.rfind("\n", 0, fits + 1))
            )
            end = end if end > 0 else max(1, fits)
            yield replace(block, text=rest[:end].strip())
            rest = rest[end:].strip()

    def _height(self, block: Block) -> float:
        style = self._style
        if isinstance(block, Text):
            return self._text_height(block.text, block.role, self._wide - style.px(block.indent)) + style.px(_GAP)
        if isinstance(block, Drawing | Space):
            return style.px(block.height)
        if isinstance(block, Together):
            return sum(self._height(each) for each in block.blocks)
        if isinstance(block, Table):
            widths = self._widths(block)
            return sum(self._row_height(row, widths) for row in (block.headers, *block.rows)) + style.px(_GAP)
        return 0.0

    def _text_height(self, text: str, role: TextRole, wide: float) -> float:
        flags = int(_BREAKS)
        return self._style.metrics(role).boundingRect(QRectF(0, 0, wide, 1e6), flags, text or " ").height()

    def _room(self, high: float) -> None:
        """Begin a page where a block no longer fits; one higher than a page stays where it begins."""
        if self._y + high > self._bottom and self._y > self._top:
            self._new_page()

    def _new_page(self) -> None:
        if self._pages and self._page:
            self._writer.newPage()
        self._page += 1
        self._y = self._top
        if not self._pages:
            return
        style, head = self._style, self._head
        line = style.px(16)
        self._write(QRectF(0, 0, self._wide * 0.6, line), head.company, "strong", "accent")
        self._write(QRectF(0, 0, self._wide, line), head.title, "tiny", "muted", right=True)
        self._rule(style.px(20))
        foot = QRectF(0, self._high - style.px(14), self._wide, style.px(14))
        self._write(foot, head.foot, "tiny", "muted")
        number = QCoreApplication.translate("printing", "página {page} de {pages}")
        self._write(foot, number.format(page=self._page, pages=self._pages), "tiny", "muted", right=True)

    def _rule(self, y: float) -> None:
        self._painter.setPen(QPen(self._style.color("line"), self._style.px(1)))
        self._painter.drawLine(0, round(y), round(self._wide), round(y))

    def _write(self, rect: QRectF, text: str, role: TextRole, color: str, *, right: bool = False) -> None:
        painter = self._painter
        painter.setFont(self._style.font(role))
        painter.setPen(self._style.color(color))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(rect, int(side | Qt.AlignmentFlag.AlignTop) | int(_BREAKS), text)

    def _table(self, table: Table) -> None:
        widths = self._widths(table)
        first = table.rows[0] if table.rows else ()
        self._room(self._row_height(table.headers, widths) + self._row_height(first, widths))
        self._row(table.headers, widths, table, is_head=True)
        for row in table.rows:
            if self._y + self._row_height(row, widths) > self._bottom and self._y > self._top:
                self._new_page()
                self._row(table.headers, widths, table, is_head=True)
            self._row(row, widths, table, is_head=False)
        self._y += self._style.px(_GAP)

    def _row(self, cells: Sequence[str], widths: Sequence[float], table: Table, *, is_head: bool) -> None:
        high, pad, left = self._row_height(cells, widths), self._style.px(_CELL_PAD), 0.0
        if self._pages:
            for place, (cell, wide) in enumerate(zip(cells, widths, strict=True)):
                rect = QRectF(left + pad, self._y + pad / 2, wide - 2 * pad, high - pad)
                color = "muted" if is_head else "text"
                self._write(rect, cell, "tiny", color, right=table.numeric and place > 0)
                left += wide
            self._rule(self._y + high)
        self._y += high

    def _row_height(self, cells: Sequence[str], widths: Sequence[float]) -> float:
        pad = self._style.px(_CELL_PAD)
        heights = (
            self._text_height(cell, "tiny", max(1.0, wide - 2 * pad)) for cell, wide in zip(cells, widths, strict=False)
        )
        return max(heights, default=0.0) + pad

    def _widths(self, table: Table) -> list[float]:
        """Return the columns' widths: what their cells want, or less where the page is too narrow, but no word torn."""
        metrics, pad = self._style.metrics("tiny"), self._style.px(2 * _CELL_PAD) + 1
        wanted, least = [], []
        for place in range(len(table.headers)):
            cells = [row[place] for row in (table.headers, *table.rows)]
            wanted.append(min(max(map(metrics.horizontalAdvance, cells)) + pad, self._wide * _WIDEST_SHARE))
            words = {word for cell in cells for word in cell.split()}
            least.append(min(max(map(metrics.horizontalAdvance, words), default=0.0) + pad, wanted[-1]))
        spare = self._wide - sum(wanted)
        if spare >= 0:
            return [each + spare / len(wanted) for each in wanted]
        give = sum(wanted) - sum(least)
        share = min(1.0, -spare / give) if give else 1.0
        widths = [each - (each - low) * share for each, low in zip(wanted, least, strict=True)]
        most = _most(widths, self._wide)
        return [min(each, most) for each in widths]


def _most(widths: Sequence[float], wide: float) -> float:
    """Return how wide a column may be at most so that all fit: the widest give way, a column of figures does not."""
    left = wide
    for place, each in enumerate(sorted(widths)):
        share = left / (len(widths) - place)
        if each > share:
            return share
        left -= each
    return wide


def _keeps(block: Block) -> bool:
    return isinstance(block, Text) and block.keep
