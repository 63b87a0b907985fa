"""SVG drawings: what is harmless stays to the byte, what could act goes."""

import pytest

from kbeditor.exchange.svg import NotDrawable, clean
from tests.helpers.patience import patience

HEAD = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def svg(inner: str, attributes: str = "") -> bytes:
    return f"<svg {HEAD} {attributes}>{inner}</svg>".encode()


@pytest.mark.parametrize(
    "inner",
    [
        '<path d="M0 0h9" fill="url(#g)" transform="rotate(3 1,2)" style="fill:#000"/>',
        '<defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs>',
        '<use href="#g"/><use xlink:href="#g"/><style>.a{fill:url(#g)}</style>',
        '<image href="data:image/png;base64,iVBORw0KGgo="/>',
        '<text xml:space="preserve">a <tspan>b</tspan> &lt;script&gt;</text>',
    ],
)
def test_drawings_stay_to_the_byte(inner: str) -> None:
    assert clean(svg(inner)) == (svg(inner), None, None)


@pytest.mark.parametrize(
    "inner",
    [
        "<script>alert(1)</script>",
        '<script href="https://x.example/a.js"/>',
        '<g onclick="alert(1)" onLoad="alert(1)"/>',
        '<a href="javascript:alert(1)"><text>alert-free words</text></a>',
        '<use href="https://x.example/a.svg#a"/>',
        '<use xlink:href="data:image/svg+xml;base64,PHN2Zz4="/>',
        '<image href="https://x.example/spy.png"/>',
        '<image href=" javascript:alert(1)"/>',
        "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'>alert</body></foreignObject>",
        '<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>',
        '<animate attributeName="href" to="javascript:alert(1)"/>',
        '<set attributeName="onload" to="alert(1)"/>',
        '<rect fill="url(https://x.example/a)"/>',
        "<rect style=\"background:url( 'https://x.example/a')\"/>",
        '<rect style="a:\\75rl(https://x.example/a)"/>',
        "<style>@import 'https://x.example/a.css';</style>",
        "<style>a{b:expression(alert(1))}</style>",
        '<g xml:base="https://x.example/"/>',
        '<feImage href="https://x.example/a.png"/>',
        '<iframe src="https://x.example"/>',
        '<g xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load"/>',
        "<handler>alert(1)</handler>",
    ],
)
def test_what_could_act_goes(inner: str) -> None:
    cleaned, _, _ = clean(svg(f"{inner}<path d='M0 0'/>"))
    for word in (b"alert(", b"example", b"javascript", b"script", b"import", b"event", b"base="):
        assert word not in cleaned
    assert b'd="M0 0"' in cleaned
    assert clean(cleaned)[0] == cleaned
    if b"words" in svg(inner):
        assert b"alert-free words" in cleaned


def test_text_behind_something_removed_stays() -> None:
    cleaned, _, _ = clean(svg("<text>a<script/>b<tspan>c</tspan><script/>d</text>"))
    assert b"<text>ab<tspan>c</tspan>d</text>" in cleaned


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_style_sheets_are_not_loaded(encoding: str) -> None:
    text = f'<?xml-stylesheet href="https://x.example/a.css"?>{svg("<g/>").decode()}'
    cleaned = clean(text.encode(encoding))[0]
    assert b"example" not in cleaned
    assert cleaned.startswith(b"<?xml version")


def test_much_to_remove_does_not_run_away() -> None:
    with patience():
        clean(svg("<script/>x" * 150_000))


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="40" height="20.4px"', (40, 20)),
        ('viewBox="0 0 30, 10"', (30, 10)),
        ('width="100%" height="5" viewBox="0 0 8 9"', (8, 9)),
        ('width="1e999" height="5"', (None, None)),
        ('viewBox="a b c d"', (None, None)),
        ('width="0" height="0"', (None, None)),
    ],
)
def test_size(attributes: str, size: tuple[int | None, int | None]) -> None:
    assert clean(svg("", attributes))[1:] == size


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg",
        b"<svg/>",
        b"<html xmlns='http://www.w3.org/1999/xhtml'/>",
        b"<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://x.example/svg.dtd'>" + svg(""),
        b"<!DOCTYPE a [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>" + svg("&b;"),
        b"<!DOCTYPE a [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" + svg("&a;"),
        svg("<g>" * 200 + "</g>" * 200),
        svg("&undefined;"),
        "<svg/>".encode("utf-16"),
    ],
)
def test_refused(data: bytes) -> None:
    with pytest.raises(NotDrawable):
        clean(data)
