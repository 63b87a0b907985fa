"""`kbeditor replace`."""

from pathlib import Path

from tests.helpers.command_line import kbeditor, kbeditor_json


def places(sample: Path, *words: str) -> int:
    return int(kbeditor_json("replace", sample, *words, "--dry-run")["places"])


def test_a_dry_run_lists_the_places_and_changes_nothing(sample: Path) -> None:
    before = sample.read_bytes()
    result = kbeditor("replace", sample, "order", "purchase", "--locale", "EN", "--dry-run")
    head, *lines = result.stdout.splitlines()
    assert head.endswith("Nothing was changed.")
    assert "would be replaced" in head
    assert "in code or addresses passed over" in head
    assert any("[-order-]{+purchase+}" in line for line in lines)
    assert sample.read_bytes() == before


def test_words_are_replaced_once(sample: Path) -> None:
    count = places(sample, "order", "x", "--locale", "en")
    said = kbeditor_json("replace", sample, "order", "purchase", "--locale", "en", "--keep-case")
    assert said["replaced"]["places"] == count > 10
    assert said["left"] == []
    assert places(sample, "order", "x", "--locale", "en") == 0
    assert places(sample, "Purchase", "x", "--case", "--whole") > 0
    result = kbeditor("replace", sample, "order", "purchase", "--locale", "en")
    assert "“order” is nowhere" in result.stderr


def test_options_narrow_what_is_replaced(sample: Path) -> None:
    whole = places(sample, "order", "x")
    titles = places(sample, "order", "x", "--field", "title")
    assert 0 < titles < whole
    assert 0 < places(sample, "order", "x", "--under", "My Orders") < whole
    assert places(sample, "order", "x", "--also-code") > whole
    result = kbeditor("replace", sample, r"(\w+) order", r"order \1", "--regex", "--dry-run")
    assert "{+order " in result.stdout


def test_what_cannot_be_done_is_one_line(sample: Path) -> None:
    for words, said in (
        (("(a", "x", "--regex"), "Regular expression, character 2: missing )."),
        (("(a)", r"\2", "--regex"), "no group “2”"),
        (("order", "x", "--under", "Nowhere"), "There is no category “Nowhere”."),
        (("order", "x", "--locale", "xx"), "has no locale “xx”"),
    ):
        result = kbeditor("replace", sample, *words, code=1)
        assert said in result.stderr


def test_a_title_that_would_be_empty_is_told_by_the_exit_code(sample: Path) -> None:
    result = kbeditor("replace", sample, "^.*$", "", "--regex", "--field", "title", code=1)
    assert "nothing would be left of its title" in result.stderr
