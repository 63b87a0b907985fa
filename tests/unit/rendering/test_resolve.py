"""`kb:` links and pictures of stored HTML become the addresses of a page."""

from kbeditor.domain.rendered import RenderContext, Target
from kbeditor.rendering.pipeline import Renderer
from kbeditor.rendering.resolve import resolve

ASKED: list[tuple[str, str, bool]] = []
TARGETS = {
    "a-1": Target("../orders/track.html", "Where is <my> order?"),
    "p-1": Target("../files/a&b.png", "", 640, 480),
}


def lookup(id: str, fragment: str, picture: bool) -> Target | None:
    ASKED.append((id, fragment, picture))
    return TARGETS.get(id)


def page(text: str) -> tuple[str, tuple[str, ...]]:
    ASKED.clear()
    html, broken = resolve(Renderer().render(text, RenderContext()).html, lookup)
    return html.strip(), broken


def test_link_with_words() -> None:
    assert page("[x *y*](kb:a-1)")[0] == ('<p><a href="../orders/track.html">x <em>y</em></a></p>')


def test_link_to_a_heading_keeps_title_and_fragment() -> None:
    html, _ = page('[x](kb:a-1#how "t")')
    assert html == '<p><a href="../orders/track.html#h-how" title="t">x</a></p>'
    assert ASKED == [("a-1", "h-how", False)]


def test_empty_link_gets_the_title_escaped() -> None:
    assert page("[](kb:a-1)")[0] == (
        '<p><a href="../orders/track.html">Where is &lt;my&gt; order?</a></p>'
    )


def test_picture_gets_address_and_size() -> None:
    assert page("![x](kb:p-1)")[0] == (
        '<p><img alt="x" src="../files/a&amp;b.png" width="640" height="480"></p>'
    )
    assert page("![x](kb:p-1){width=50%}")[0] == (
        '<p><img class="width-50" alt="x" src="../files/a&amp;b.png" width="640" height="480"></p>'
    )


def test_picture_in_a_link() -> None:
    assert page("[![x](kb:p-1){width=1}](kb:a-1)")[0] == (
        '<p><a href="../orders/track.html"><img alt="x" src="../files/a&amp;b.png" width="1">'
        "</a></p>"
    )


def test_what_leads_nowhere() -> None:
    html, broken = page('[x & y](kb:none) ![z "q"](kb:gone) [](kb:void)')
    assert html == (
        '<p><span class="kb-broken">x &amp; y</span> '
        '<span class="kb-missing">z &quot;q&quot;</span> '
        '<span class="kb-broken">void</span></p>'
    )
    assert broken == ("none", "gone", "void")


def test_code_and_other_links_stay() -> None:
    html, broken = page('`<a href="kb:a-1">` [e](https://example.com)')
    assert 'code>&lt;a href="kb:a-1"&gt;<' in html
    assert 'href="https://example.com"' in html
    assert broken == ()
    assert ASKED == []
