"""An e-mail's HTML is shown without running, fetching or hiding anything."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.services.files.html_safe import MAX_SHOWN_CHARS, SafeHtml, safe_html
from app.services.files.html_text import text_of_html


def test_a_letter_keeps_its_form() -> None:
    html = '<html><head><style>p{}</style></head><body><p align="left">Olá, <b>gente</b></p></body></html>'
    assert safe_html(html) == SafeHtml('<p align="left">Olá, <b>gente</b></p>', 0)


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)>alert</svg>",
        "<iframe src='https://a.example'>alert</iframe>",
        "<form action='https://a.example'><input name=q><button>alert</form>",
        "<a href='javascript:alert(1)'>x</a>",
        "<a href='java\tscript:alert(1)'>x</a>",
        "<a href='data:text/html,alert'>x</a>",
        "<a href='file:///etc/alert'>x</a>",
        "<a href='/alert'>x</a>",
        "<div style='background:url(https://a.example/alert.png)'>x</div>",
        "<object data='alert.swf'>alert</object>",
        "<meta http-equiv=refresh content='0;url=https://a.example/alert'>",
        "<link rel=stylesheet href='https://a.example/alert.css'>",
        "<base href='https://alert.example/'>",
        "<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>",
        "<!-- alert --><noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
        "<img src='data:image/svg+xml;base64,alert'>",
        "<img srcset='https://a.example/alert.png 2x'>",
    ],
)
def test_what_acts_is_gone(html: str) -> None:
    safe = safe_html(html).html
    for sign in ("script", "<form", "<input", "style", "onerror", "onload", "alert.", "data:", "file:", "href="):
        assert sign not in safe.lower()


def test_pictures_of_the_network_are_blocked_and_counted() -> None:
    html = (
        '<img src="https://a.example/pixel.gif" width="1"><img src="//a.example/b.png">'
        '<img src="cid:logo@x" alt="Loja">'
        '<img src="data:image/png;base64,iVBORw0KGgo="><table><tr><td background="https://a.example/c.png">x</table>'
        "<p style=\"background-image: url('https://a.example/d.png')\">y</p><img src='file:///etc/passwd'>"
    )
    safe = safe_html(html)
    assert safe.blocked_pictures == 4
    assert "a.example" not in safe.html
    assert "file:" not in safe.html
    assert 'src="cid:logo@x"' in safe.html
    assert 'src="data:image/png;base64,iVBORw0KGgo="' in safe.html


def test_a_link_tells_where_it_goes() -> None:
    safe = safe_html(
        '<a href="https://mau.example/a?b=1&amp;c=2" title="https://banco.example">https://banco.example</a>'
    ).html
    assert 'title="https://mau.example/a?b=1&amp;c=2"' in safe
    assert 'title="https://banco.example"' not in safe
    assert 'href="mailto:a@b.example"' in safe_html("<a href='MAILTO:a@b.example'>a</a>").html.replace(
        "MAILTO", "mailto"
    )


def test_what_is_too_long_or_too_deep_is_shown_as_text() -> None:
    deep = safe_html("<div>" * 50_000 + "<script>x()</script>Ol&aacute; <b>gente</b><br>boa" + "<!-- nunca acaba")
    assert deep.html.startswith("<p>Olá gente<br>boa")
    assert "<script" not in deep.html
    long = safe_html("<b>&lt;i&gt;</b>" + "a" * MAX_SHOWN_CHARS)
    assert long.html.startswith("<p>&lt;i&gt;aaa")


HOSTILE = {
    "deep": "<div>" * 200_000,
    "styles": "<div>" * 600 + "<style>" * 100_000,
    "comments": "<div>" * 600 + "<!--" * 200_000,
    "fonts": "".join(f"<font color={number}>" for number in range(390)) + "<p>a</p>" * 50_000,
    "closed": "<font></i>" * 100_000,
    "angles": "<" * 1_000_000,
    "paragraphs": "<p>a" * 200_000,
}


@pytest.mark.parametrize("html", HOSTILE.values(), ids=list(HOSTILE))
def test_rubbish_takes_no_time(html: str) -> None:
    started = time.process_time()
    safe_html(html)
    text_of_html(html)
    assert time.process_time() - started < 8


@settings(max_examples=60, deadline=None)
@given(
    st.text()
    | st.lists(st.sampled_from(["<", ">", "a", "/", " ", "img", "=", '"', "'", "src", "\ud800", "\x00", "&", "b"])).map(
        "".join
    )
)
def test_nothing_raises(html: str) -> None:
    safe_html(html)
    text_of_html("<div>" * 501 + html)
