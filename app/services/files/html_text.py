"""Turn HTML into the text that a reader sees, with its line breaks and without scripts and styles."""

from __future__ import annotations

import re
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from app.services.files.html_shape import is_tangled, stripped

_UNSEEN: Final = ["head", "style", "script", "title", "noscript", "template", "object", "iframe", "svg"]
_BLOCKS: Final = "p, div, tr, li, table, ul, ol, blockquote, h1, h2, h3, h4, h5, h6, pre, hr, section, article, header"
_BREAK: Final = "\x1e"
_BLANKS: Final = re.compile(r"[ \t\r\n\xa0\u200b\u200c\u00ad\ufeff]+")
_MANY: Final = re.compile(r"\n{3,}")


def text_of_html(html: str) -> str:
    """Return the visible text; paragraphs and rows stand on lines of their own."""
    if is_tangled(html):
        return stripped(html)
    tree = LexborHTMLParser(html.replace("\x00", "").replace(_BREAK, " "))
    tree.strip_tags(_UNSEEN)
    for node in tree.css("br"):
        node.insert_before(_BREAK)
    for node in tree.css(_BLOCKS):
        node.insert_before(_BREAK)
        node.insert_after(_BREAK)
    for node in tree.css("td, th"):
        node.insert_after(" ")
    body = tree.body or tree.root
    text = body.text(deep=True) if body is not None else ""
    lines = [_BLANKS.sub(" ", line).strip() for line in text.split(_BREAK)]
    return _MANY.sub("\n\n", "\n".join(lines)).strip()
