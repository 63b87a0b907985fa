"""HTML that checkers of markup and of accessibility complain of, whoever wrote it."""

import pytest

from kbeditor.domain.rendered import RenderContext
from kbeditor.rendering.pipeline import Renderer


def page(markdown: str) -> str:
    return Renderer().render(markdown, RenderContext("en")).html.rstrip("\n")


@pytest.mark.parametrize(
    ("size", "classes"),
    [
        ("width=70%", "width-70"),
        ("width=73%", "width-75"),
        ("width=1%", "width-5"),
        ("width=300%", "width-100"),
        ("width=50% height=20%", "width-50"),
    ],
)
def test_a_width_in_percent_is_a_class_as_html_knows_pixels_only(size: str, classes: str) -> None:
    assert page(f"![x](a.png){{{size}}}") == f'<p><img class="{classes}" alt="x" src="a.png"></p>'
    name, _, percent = size.partition("=")
    raw = f'<p><img src="a.png" alt="x" {name}="{percent.split()[0]}"></p>'
    assert page(raw) == f'<p><img class="{classes}" src="a.png" alt="x"></p>'


def test_a_width_in_percent_joins_the_classes_that_are_there() -> None:
    assert page("![x](a.png){.align-center width=40%}") == (
        '<p><img alt="x" class="width-40 align-center" src="a.png"></p>'
    )


def test_what_only_reads_like_a_width_stays() -> None:
    words = '![ width="50%"](a.png)'
    assert page(words) == '<p><img alt=" width=&quot;50%&quot;" src="a.png"></p>'
    assert page('A picture of width="50%".') == '<p>A picture of width="50%".</p>'


def test_an_empty_cell_heads_nothing() -> None:
    html = page("| | Standard |\n|---|:-:|\n| Days | 5 |")
    assert '<tr>\n<td></td>\n<th class="align-center">Standard</th>\n</tr>\n</thead>' in html


def test_an_address_has_one_fragment() -> None:
    assert page("[x](##create)") == '<p><a href="#h-%23create">x</a></p>'
    assert page("[x](kb:a-1##create)") == '<p><a href="kb:a-1#h-%23create">x</a></p>'


def test_a_link_that_leads_nowhere_says_nothing_of_how_it_is_related() -> None:
    assert page('<p><a id="here">x</a></p>') == '<p><a id="h-here">x</a></p>'
    assert page("<p><a>x</a></p>") == "<p><a>x</a></p>"
    abroad = page("[x](https://example.com/)")
    assert abroad == '<p><a href="https://example.com/" rel="noopener noreferrer">x</a></p>'


def test_footnotes_are_no_section_as_they_have_no_heading() -> None:
    html = page("One.[^a]\n\n[^a]: A note.")
    assert '<div class="footnotes"><ol>' in html
    assert "<section" not in html
