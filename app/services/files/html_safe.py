"""Make an e-mail's HTML fit to be shown: nothing in it runs, asks the network, or hides where a link goes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import Final

import nh3
from selectolax.lexbor import LexborHTMLParser

from app.models.domain.words import clean_text
from app.services.files.html_shape import is_tangled
from app.services.files.html_text import text_of_html
from app.services.files.limits import MIB

MAX_SHOWN_CHARS: Final = 2 * MIB
"""A longer letter is shown as its text alone."""

_MAX_PICTURE_CHARS: Final = MIB
_TAGS: Final = frozenset(
    {
        "a", "abbr", "address", "b", "big", "blockquote", "br", "caption", "center", "cite", "code", "col", "colgroup",
        "dd", "del", "div", "dl", "dt", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "li",
        "ol", "p", "pre", "q", "s", "small", "span", "strike", "strong", "sub", "sup", "table", "tbody", "td", "tfoot",
        "th", "thead", "tr", "tt", "u", "ul",
    }
)  # fmt: skip
_UNSEEN: Final = frozenset(
    {
        "applet", "audio", "canvas", "embed", "frame", "frameset", "head", "iframe", "math", "noscript", "object",
        "script", "select", "style", "svg", "template", "textarea", "title", "video",
    }
)  # fmt: skip
_ATTRIBUTES: Final = {
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "font": {"color"},
    "ol": {"start", "type"},
    "td": {"colspan", "rowspan", "align", "valign", "width"},
    "th": {"colspan", "rowspan", "align", "valign", "width"},
    "table": {"border", "cellpadding", "cellspacing", "width", "align"},
    **{tag: {"align"} for tag in ("p", "div", "tr", "h1", "h2", "h3")},
}
_WATCHED: Final = {"*": {"style", "background"}}
"""Read only to count the pictures that they would fetch; both are taken out."""

_LINK: Final = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f]", re.IGNORECASE)
_CARRIED: Final = re.compile(r"cid:|data:image/(?:png|jpe?g|gif|webp|bmp);base64,", re.IGNORECASE)
_FETCHED: Final = re.compile(r"url\s*\(", re.IGNORECASE)
_BLANKS: Final = re.compile(r"[\s\x00-\x1f]+")


@dataclass(frozen=True, slots=True)
class SafeHtml:
    """HTML that may be shown as it is; ``blocked_pictures`` counts those it wanted from the network."""

    html: str
    blocked_pictures: int


def safe_html(html: str) -> SafeHtml:
    """Return HTML without scripts, styles, forms and frames, with no picture that is not in the mail itself.

    Links are http, https or mailto, and carry their true target as the title. Pictures that came with the mail
    ("cid:", "data:") keep their source. What is too long or too deeply nested to be read safely becomes plain text.
    Never raises on what the HTML holds.
    """
    html = clean_text(html)
    if len(html) > MAX_SHOWN_CHARS or is_tangled(html):
        return SafeHtml(_as_text(html[:MAX_SHOWN_CHARS]), 0)
    blocked = _Filter()
    cleaned = nh3.clean(
        html,
        tags=set(_TAGS),
        clean_content_tags=set(_UNSEEN),
        attributes={tag: set(names) for tag, names in {**_ATTRIBUTES, **_WATCHED}.items()},
        attribute_filter=blocked.attribute,
        url_schemes={"http", "https", "mailto", "cid", "data"},
        strip_comments=True,
    )
    return SafeHtml(_with_targets(cleaned), blocked.pictures)


class _Filter:
    """Decides on each attribute and counts the pictures that were not fetched."""

    def __init__(self) -> None:
        self.pictures = 0

    def attribute(self, tag: str, name: str, value: str) -> str | None:
        """Return the value to keep, None to take the attribute out."""
        if name == "style":
            self.pictures += len(_FETCHED.findall(value))
            return None
        if name == "background":
            self.pictures += 1
            return None
        if tag == "img" and name == "src":
            return self._source(value)
        if name == "href":
            target = _BLANKS.sub("", value)
            return target if _LINK.match(target) else None
        return value

    def _source(self, value: str) -> str | None:
        source = _BLANKS.sub("", value)
        if _CARRIED.match(source) and len(source) <= _MAX_PICTURE_CHARS:
            return source
        self.pictures += bool(source)
        return None


def _with_targets(html: str) -> str:
    """Write every link's target into its title, so that it is seen before it is clicked."""
    tree = LexborHTMLParser(html)
    for link in tree.css("a"):
        target = link.attributes.get("href")
        if target:
            link.attrs["title"] = target
    body = tree.body
    return (body.inner_html or "") if body is not None else ""


def _as_text(html: str) -> str:
    return "<p>" + escape(text_of_html(html)).replace("\n", "<br>") + "</p>"
