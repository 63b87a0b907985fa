"""Pictures and files of a site: safe names, copied once, only where a page shows them."""

import pytest

from kbeditor.publishing.assets import Assets
from tests.helpers.memory_library import MemoryLibrary

SVG = '<svg xmlns="http://www.w3.org/2000/svg">%s</svg>'


def assets(library: MemoryLibrary) -> Assets:
    return Assets(library.attachments(), library.attachment_bytes)


def address(name: str, data: bytes = b"data", media_type: str = "image/png") -> str:
    library = MemoryLibrary()
    library.attachment("a", name, data, media_type)
    asset = assets(library).use("a", "en")
    assert asset is not None
    return asset.address


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Size chart.PNG", "size-chart-3a6eb079.png"),
        ("../../up.png", "up-3a6eb079.png"),
        ("Größe 42.jpg", "grosse-42-3a6eb079.jpg"),
        ("no ending", "no-ending-3a6eb079"),
        ('"><img onerror=x>.gif', "img-onerror-x-3a6eb079.gif"),
        ("CON.png", "con--3a6eb079.png"),
        ("???", "file-3a6eb079"),
        ("c:\\temp\\x.png", "x-3a6eb079.png"),
    ],
)
def test_a_name_becomes_a_safe_address(name: str, expected: str) -> None:
    assert address(name) == f"assets/{expected}"


def test_only_what_was_asked_for_is_copied_once_and_in_order() -> None:
    library = MemoryLibrary()
    for id_, name in (("b", "b.png"), ("a", "a.png"), ("c", "c.png")):
        library.attachment(id_, name, name.encode())
    used = assets(library)
    for id_ in ("b", "a", "b"):
        used.use(id_, "en")
    assert [asset.attachment.name for asset in used.used()] == ["a.png", "b.png"]
    assert used.use("unknown", "en") is None


def test_a_locale_may_have_a_picture_of_its_own() -> None:
    library = MemoryLibrary()
    library.attachment("en", "en.png", b"1", variants={"fr": "fr"}, alt={"fr": "Étapes"})
    library.attachment("fr", "fr.png", b"2")
    used = assets(library)
    french, english = used.use("en", "fr"), used.use("en", "en")
    assert french is not None
    assert english is not None
    assert french.attachment.id == "fr"
    assert english.attachment.id == "en"
    assert used.alternative("en", "fr") == "Étapes"
    assert used.alternative("en", "en") == ""


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<SCRIPT href='x'/>",
        '<g onload="alert(1)"/>',
        "<g onclick\n= 'alert(1)'/>",
        '<a href="javascript:alert(1)"/>',
        "<foreignObject><iframe/></foreignObject>",
        '<x:script xmlns:x="http://www.w3.org/2000/svg">1</x:script>',
    ],
)
def test_a_drawing_that_could_act_is_published_as_text(inside: str) -> None:
    assert address("a.svg", (SVG % inside).encode(), "image/svg+xml").endswith(".svg.txt")


def test_a_drawing_that_only_draws_stays_a_drawing() -> None:
    drawing = SVG % "<text>Sit on the table = done &amp; ready</text>"
    assert address("a.svg", drawing.encode(), "image/svg+xml").endswith(".svg")


def test_a_page_or_script_is_published_as_text() -> None:
    assert address("a.html", b"<p>", "text/html").endswith(".html.txt")
    assert address("a.js", b"1", "text/javascript").endswith(".js.txt")
    assert address("a.pdf", b"1", "application/pdf").endswith(".pdf")
