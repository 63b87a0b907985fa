"""Counting words and plain text, straight from Markdown."""

import pytest

from kbeditor.domain.words import count_words, plain_text
from tests.helpers.patience import patience


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("", 0),
        ("One two three.", 3),
        ("# Heading\n\n- item one\n2. item two", 5),
        ("**bold** _under_ ~~gone~~ snake_case", 4),
        ("[three words here](https://example.com/a/b) and ![alt text](kb:1)", 6),
        ("https://example.com www.example.com <a@b.example>", 0),
        ("`code here` word\n\n```python\nx = 1\n```\n\nend", 2),
        ("> [!NOTE]\n> two words", 2),
        (">[!TAB For iOS]\n\n[!UICONTROL Save as]", 4),
        ("!!! tip\n    one", 1),
        ("| a | b |\n|---|:-:|\n| c | d |", 4),
        ("text {#anchor} ![](x.png){width=60%}", 1),
        ("don't l’été 3.5 e-mail", 4),
        ("<b>bold</b> <!-- not this --> &amp; text", 2),
        ("[x]: https://example.com\n*[HTML]: Hyper\n[^1]: a note", 2),
        ("你好，世界", 4),
        ("東京タワー and Tokyo", 7),
        ("مرحبا بالعالم", 2),
    ],
)
def test_words(markdown: str, words: int) -> None:
    assert count_words(markdown) == words


def test_plain_text_keeps_code_and_drops_markup() -> None:
    markdown = "# Title {#t}\n\nSee [the *page*](kb:1) or `x = 1`.\n\n```sql\nselect 1\n```\n"
    assert plain_text(markdown) == "Title\nSee the page or x = 1 .\nselect 1"


@pytest.mark.parametrize(
    "piece",
    [
        "[",
        "](",
        "<!--",
        "{#",
        "`",
        "[!A ",
        "<a ",
        " ",
        "> ",
        "- ",
        "**",
        "_",
        "](a '",
        "|-",
        "\\",
        "~~~\n",
        "` `` ",
    ],
)
def test_hostile_texts_do_not_run_away(piece: str) -> None:
    """These run in the program's own process, so they must not be quadratic."""
    text = piece * (200_000 // len(piece))
    with patience():
        count_words(text)
