"""JSON bundles."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.helpers.golden import GOLDEN
from tests.hostile.case import (
    Make,
    also,
    case,
    copy_of,
    directory,
    pipe,
    sparse,
)

BUNDLE = GOLDEN / "exchange" / "bundle"
ARTICLE = "articles/0190a000-0000-7000-8000-000000000001.json"
SVG = next(each.name for each in (BUNDLE / "attachments").iterdir())
_LOOP = "0190a000-0000-7000-8000-00000000aaaa"


def _replaced(name: str, data: str | bytes) -> Make:
    """The sound bundle, one file of it another."""
    raw = data.encode() if isinstance(data, str) else data
    return also(copy_of(BUNDLE), lambda root: (root / name).write_bytes(raw))


def _changed(name: str, how: Callable[[Any], object]) -> Make:
    """The sound bundle, a value of one file changed."""

    def change(root: Path) -> None:
        value = json.loads((root / name).read_text("utf-8"))
        how(value)
        (root / name).write_text(json.dumps(value), "utf-8")

    return also(copy_of(BUNDLE), change)


def _instead(name: str, make: Make) -> Make:
    def change(root: Path) -> None:
        (root / name).unlink()
        make(root)

    return also(copy_of(BUNDLE), change)


def _setting(value: object) -> Make:
    return _changed("bundle.json", lambda v: v["settings"].update(themes=value, profiles=value))


_HEAD = '{"format": "kbeditor-bundle", "version": 2, "more": '

CASES = (
    *(
        case(f"json-{name}", "import", _replaced("bundle.json", data), "json", "bundle.json", words)
        for name, data, words in (
            ("empty", "", "not JSON"),
            ("not-json", "<html>", "not JSON (Expecting value)"),
            ("a-list", "[]", "$: this is not an object"),
            ("cut", '{"format": "kbeditor', "not JSON"),
            ("nan", _HEAD + "NaN}", "NaN is not a JSON number"),
            ("infinity", _HEAD + "-Infinity}", "-Infinity is not a JSON number"),
            ("float-too-big", _HEAD + "1e999}", "1e999 is too big"),
            ("integer-too-big", _HEAD + "9" * 100_000 + "}", "does not fit in 64 bits"),
            ("key-twice", '{"format": "a", "format": "kbeditor-bundle"}', "“format” stands in one"),
            ("deep", _HEAD + "[" * 100_000 + "]" * 100_000 + "}", "nested too deeply"),
            ("deep-objects", '{"a":' * 100_000, "nested too deeply"),
            ("trailing", (BUNDLE / "bundle.json").read_text("utf-8") + "{}", "Extra data"),
            ("comment", "// a\n{}", "not JSON"),
            ("newer", '{"format": "kbeditor-bundle", "version": true}', "not an integer"),
            ("negative", '{"format": "kbeditor-bundle", "version": -1}', "less than 1"),
            ("values-bomb", _HEAD + "[" + "{}," * 8_000_000 + "{}]}", "more than"),
        )
    ),
    case("json-nul", "import", _replaced("bundle.json", b'{"a": "\0"}'), "not_text", "line 1"),
    case("json-latin", "import", _replaced("bundle.json", b'{"\xe9": 1}'), "not_utf8", "line 1"),
    case("json-utf16", "import", _replaced("bundle.json", "{}".encode("utf-16")), "not_utf8"),
    case("json-no-bundle", "import", _replaced("bundle.json", "{}"), "not_a_bundle", "bundle.json"),
    case(
        "json-newer-version",
        "import",
        _changed("bundle.json", lambda v: v.update(version=99)),
        "newer_bundle",
        "version 99",
    ),
    *(
        case(f"json-article-{name}", "import", _changed(ARTICLE, how), "json", ARTICLE, words)
        for name, how, words in (
            ("other-id", lambda v: v.update(id=_LOOP), "the file should be called"),
            ("no-parent", lambda v: v.update(category_id=_LOOP), "has no category of this id"),
            ("half-character", lambda v: v.update(owner="\ud800"), "half a character"),
            ("nul-in-text", lambda v: v.update(owner="a\0b"), "NUL"),
            ("deep-extra", lambda v: v.update(extra=_nested(200)), "nested deeper than 20"),
            ("unknown-key", lambda v: v.update(evil=1), "$.evil: nothing of this name"),
            ("number-as-text", lambda v: v.update(position="1"), "not an integer"),
            ("long-title", lambda v: _first(v).update(title="x" * 501), "longer than 500"),
            (
                "long-body",
                lambda v: _first(v).update(body="x\n" * 1_000_001),
                "longer than 2,000,000",
            ),
            ("text-twice", lambda v: v["translations"].append(_first(v)), "two texts"),
            ("other-locale", lambda v: _first(v).update(locale="xx"), "none of the bundle's"),
            (
                "time-before-all",
                lambda v: v.update(created_at="0001-01-01T00:00:00+14:00"),
                "not a time",
            ),
        )
    ),
    case(
        "json-parents-in-a-circle",
        "import",
        _changed(
            "categories.json",
            lambda v: v["categories"][0].update(parent_id=v["categories"][-1]["id"]),
        ),
        "json",
        "no category before this one",
    ),
    case(
        "json-own-parent",
        "import",
        _changed(
            "categories.json",
            lambda v: v["categories"][0].update(parent_id=v["categories"][0]["id"]),
        ),
        "json",
        "no category before this one",
    ),
    case(
        "json-file-outside",
        "import",
        _changed(
            "attachments.json", lambda v: v["attachments"][0].update(file="../../../etc/passwd")
        ),
        "json",
        "$.attachments[0].file",
    ),
    case(
        "json-name-outside",
        "import",
        _changed("attachments.json", lambda v: v["attachments"][0].update(file_name="../../x.svg")),
    ),
    case(
        "json-other-bytes",
        "import",
        _replaced(f"attachments/{SVG}", b"<svg/>"),
        "damaged",
        SVG,
        "SHA-256",
    ),
    case("json-unknown-file", "import", _replaced("evil.sh", b"x"), "unknown_file", "evil.sh"),
    case(
        "json-huge",
        "import",
        _instead("bundle.json", sparse("bundle.json", 1 << 40)),
        "file_too_large",
        "bundle.json",
    ),
    case(
        "json-list-huge",
        "import",
        _instead("categories.json", sparse("categories.json", 1 << 33)),
        "file_too_large",
        "categories.json",
    ),
    case(
        "json-pipe",
        "import",
        _instead("categories.json", pipe("categories.json")),
        "missing_file",
        "categories.json",
        needs="pipes",
    ),
    case(
        "json-folder",
        "import",
        _instead("categories.json", directory("categories.json")),
        "missing_file",
        "categories.json",
    ),
    case(
        "json-device",
        "import",
        also(copy_of(BUNDLE), lambda root: _link_to_zero(root / "glossary.json")),
        "link_outside",
        "glossary.json",
        needs="links",
    ),
    case(
        "json-hostile-theme",
        "import",
        _setting([{"css": 1, "templates": [1], "header_links": [["a"]], "words": {"en": 3}}]),
    ),
    case(
        "json-hostile-profile",
        "import",
        _setting(
            {"options": {"least_state": [], "locales": [{}], "slugs": {}, "server_files": [[], {}]}}
        ),
    ),
)


def _first(value: Any) -> Any:
    return value["translations"][0]


def _nested(depth: int) -> dict[str, Any]:
    value: dict[str, Any] = {}
    for _ in range(depth):
        value = {"a": value}
    return value


def _link_to_zero(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/zero")
