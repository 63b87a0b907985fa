"""Front matter: read as strings, and refused where YAML could surprise."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kbeditor.exchange.bad_file import BadFile
from kbeditor.exchange.markdown_folder import front_matter
from tests.helpers.patience import patience

WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Cn"]), max_size=20
)
VALUES = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(WORDS, VALUES, max_size=6))
def test_what_yaml_writes_comes_back(values: dict[str, object]) -> None:
    written = yaml.safe_dump(values, allow_unicode=True, default_style='"')
    assert front_matter.parse(written, "a.md") == values


def test_scalars_stay_the_words_they_are() -> None:
    text = "yes: no\ndate: 2026-01-31\nversion: 1.10\nempty:\nlong: |\n  a\n  b\n"
    assert front_matter.parse(text, "a.md") == {
        "yes": "no",
        "date": "2026-01-31",
        "version": "1.10",
        "empty": "",
        "long": "a\nb\n",
    }


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("title: a\ntitle: b\n", 3, "“title” stands there twice"),
        ("a:\n  - {b: 1,\n     b: 2}\n", 4, "“b” stands there twice"),
        ("a: &x 1\n", 2, "an anchor (&x)"),
        ("a: 1\nb: *x\n", 3, "alias"),
        ("a: !!python/object/apply:os.system [echo]\n", 2, "a tag (tag:yaml.org,2002:python"),
        ("a: !local 1\n", 2, "a tag (!local)"),
        ("- a\n- b\n", 2, "not a list of “key: value” lines"),
        ("just words\n", 2, "not a list of “key: value” lines"),
        ("a: 1\n? [b, c]\n: 2\n", 3, "a key of the front matter is not a plain word"),
        ("a: [1, 2\nb: 3\n", 3, "not valid YAML"),
        ("a: 1\n\tb: 2\n", 3, "not valid YAML"),
        ("a: \x01\n", 2, "not valid YAML"),
        ("a: " + "[" * 30 + "]" * 30 + "\n", 2, "nested deeper than 20"),
        ("a: 1\n--- \nb: 2\n", 3, "more than one document"),
        ("a: " + "x" * 70_000, 2, "larger than 65,536 bytes"),
    ],
)  # fmt: skip
def test_refusals_name_file_and_line(text: str, line: int, reason: str) -> None:
    with pytest.raises(BadFile) as caught:
        front_matter.parse(text, "docs/a.md")
    assert str(caught.value).startswith(f"docs/a.md, line {line}: ")
    assert reason in str(caught.value)


def test_bombs_are_refused_at_once() -> None:
    merge = "a: &a {x: 1}\n" + "".join(f"b{i}: {{<<: [*a, *a, *a]}}\n" for i in range(2000))
    laughs = "a: &a [x]\n" + "".join(f"b{i}: &b{i} [*a, *a]\n" for i in range(30))
    deep = "a: " + "{b: " * 10_000
    with patience():
        for bomb in (merge, laughs, deep):
            with pytest.raises(BadFile):
                front_matter.parse(bomb, "a.md")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("---\na: 1\n---\nBody\n", ("a: 1\n", "Body\n", 4)),
        ("---\n---\nBody", ("", "Body", 3)),
        ("---  \na: 1\n...\nBody", ("a: 1\n", "Body", 4)),
        ("---\na: 1\n---", ("a: 1\n", "", 3)),
        ("Body\n---\na: 1\n---\n", ("", "Body\n---\na: 1\n---\n", 1)),
        ("---\nno end\n", ("", "---\nno end\n", 1)),
        ("----\na: 1\n---\n", ("", "----\na: 1\n---\n", 1)),
    ],
)
def test_split(text: str, parts: tuple[str, str, int]) -> None:
    assert front_matter.split(text) == parts
