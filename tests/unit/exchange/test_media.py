"""What a file is: by its bytes, not by its name."""

import pytest

from kbeditor.exchange.media import NotTaken, examine, fitting
from tests.unit.exchange.test_markdown_folder import png


def test_a_picture_with_another_ending_gets_the_right_one() -> None:
    media = examine("page.html", png(7, 5))
    assert (media.name, media.media_type) == ("page.html.png", "image/png")
    assert (media.width, media.height) == (7, 5)


def test_downloads() -> None:
    assert examine("a.PDF", b"%PDF-1.7 x").media_type == "application/pdf"
    assert examine("a.csv", b"a;b").media_type == "text/csv"
    assert examine("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>").name == "a.svg"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", b"<p>"),
        ("a.js", b"alert(1)"),
        ("a.xml", b"<a/>"),
        ("a.exe", b"MZ"),
        ("a", b"x"),
        (".png", b"x"),
        ("a.png", b"<html>"),
        ("a.png", b"\x89PNG\r\n\x1a\n"),
        ("a.svg", b"<!DOCTYPE svg><svg/>"),
        ("a.gif", b"GIF89a"),
    ],
)
def test_refused(name: str, data: bytes) -> None:
    with pytest.raises(NotTaken):
        examine(name, data)


def test_fitting_names() -> None:
    assert fitting("a", "text/csv") == "a.csv"
    assert fitting("a.jpeg", "image/jpeg") == "a.jpeg"
    assert fitting("a.html", "text/html") == "a.html"
