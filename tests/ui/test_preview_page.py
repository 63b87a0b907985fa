"""The page of the preview: its policy, its patches, its resolved links."""

import ast
import re
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kbeditor import rendering
from kbeditor.app.preview_page import PageBlocks, is_internal, wanted_ids
from kbeditor.domain.rendered import Block, Link, Preview, Target
from kbeditor.shipped import resources
from kbeditor.ui.preview.links import shown_address
from kbeditor.ui.preview.page import page_html
from kbeditor.ui.preview.patching import compare
from kbeditor.ui.preview.warnings_strip import WARNINGS

KEYS = st.lists(st.sampled_from("abc"), max_size=12)


@settings(deadline=None)
@given(KEYS, KEYS)
def test_a_patch_turns_one_page_into_the_other(old: list[str], new: list[str]) -> None:
    first, old_end, new_end = compare(old, new)
    assert [*old[:first], *new[first:new_end], *old[old_end:]] == new
    assert first <= old_end
    assert first <= new_end


def test_one_changed_block_is_all_that_is_replaced() -> None:
    assert compare("abcdef", "abXdef") == (2, 3, 3)
    assert compare("aaa", "aaaa") == (3, 3, 4)


def test_the_page_lets_nothing_in() -> None:
    page = page_html()
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    assert policy[1] == "default-src 'none'; img-src kb: data:; style-src 'unsafe-inline'"
    assert page.index("Content-Security-Policy") < page.index("<style>")
    assert "<script" not in page
    # Exactly the published look: its stylesheet is in the page as it is, and ends with the style.
    look = (resources() / "site" / "static" / "article.css").read_text(encoding="utf-8")
    assert look in page
    assert page.count("</style") == 1


def preview(*blocks: tuple[str, str], links: tuple[Link, ...] = ()) -> Preview:
    made = tuple(Block(line, key, html) for line, (key, html) in enumerate(blocks, start=1))
    return Preview(made, (), links, ())


LINKED = '<p><a href="kb:01a-b">x</a></p>'


def test_links_are_resolved_and_broken_ones_marked() -> None:
    page = PageBlocks()
    shown = preview(("1", "<p>plain</p>"), ("2", LINKED))
    page.take(shown)
    keys = page.keys(shown, {"01a-b": None})
    assert keys[0] == "1"
    assert "kb-broken" in page.html(keys[1])
    found = page.keys(shown, {"01a-b": Target("kb:01a-b", "Title")})
    assert found[0] == "1"
    assert found[1] != keys[1]
    assert 'href="kb:01a-b"' in page.html(found[1])


def test_a_block_known_before_comes_without_html() -> None:
    page = PageBlocks()
    page.take(preview(("1", "<p>one</p>")))
    assert page.known == {"1"}
    later = preview(("1", ""), ("2", "<p>two</p>"))
    page.take(later)
    assert [page.html(key) for key in page.keys(later, {})] == ["<p>one</p>", "<p>two</p>"]


def test_only_the_librarys_own_are_looked_up() -> None:
    links = (
        Link("01a-b", 1, "article"),
        Link("0c", 2, "picture"),
        Link("pictures/a.png", 3, "picture"),
        Link("https://example.org", 4, "external"),
    )
    assert [is_internal(link) for link in links] == [True, True, False, False]
    assert wanted_ids(preview(links=links)) == {"01a-b", "0c"}


def test_an_address_is_shown_as_machines_read_it() -> None:
    assert shown_address("https://аpple.com/") == "https://xn--pple-43d.com/"
    assert len(shown_address("https://example.org/" + "a" * 1000)) < 310


def test_every_warning_has_its_words() -> None:
    """The codes are read where they are written: what the renderer says is never shown raw."""
    codes: set[str] = set()
    for file in Path(rendering.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            words: list[ast.expr | None] = []
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                if name in {"warn", "_warn", "_about", "RenderWarning", "KbError"}:
                    words = [*node.args[:2]]
            elif isinstance(node, ast.Dict):
                words = [
                    value
                    for key, value in zip(node.keys, node.values, strict=True)
                    if isinstance(key, ast.Constant) and key.value == "failed"
                ]
            codes |= {
                each.value
                for each in words
                if isinstance(each, ast.Constant)
                and isinstance(each.value, str)
                and re.fullmatch("[a-z_]+", each.value)
            }
    assert len(codes) > 10
    assert codes | {"broken_link", "missing_picture"} == set(WARNINGS)
