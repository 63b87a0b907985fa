"""Folders of Markdown, and the YAML in them."""

import os
from pathlib import Path

from tests.hostile.case import ACCEPTED, Make, also, case, directory, file, files, pipe
from tests.hostile.pixels import gif, png

PAGE = "# Page\n\nWords.\n"


def _page(body: str | bytes) -> Make:
    return files({"page.md": body})


def _front(yaml: str) -> Make:
    return _page(f"---\n{yaml}\n---\n# Page\n")


def _with_link(name: str, to: str) -> Make:
    return also(files({"page.md": PAGE}), lambda root: (root / name).symlink_to(to))


def _odd_name(name: bytes) -> Make:
    def write(root: Path) -> None:
        path = os.path.join(os.fsencode(root), name)
        with open(path, "wb") as out:
            out.write(b"Words.\n")

    return also(files({"page.md": PAGE}), write)


_ALIASES = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "\n".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
_MERGES = "a: &a {k: v}\n" + "\n".join(
    f"m{number}: &m{number} {{<<: [*{'a' if not number else f'm{number - 1}'}, *a]}}"
    for number in range(20)
)

YAML = tuple(
    case(f"yaml-{name}", "import", _front(yaml), "front_matter", "page.md, line", words)
    for name, yaml, words in (
        ("alias-bomb", _ALIASES, "anchor (&a)"),
        ("merge-bomb", _MERGES, "anchor (&a)"),
        ("alias-to-nothing", "title: *nobody", "alias (*nobody)"),
        ("anchor-loop", "title: &a [*a]", "anchor (&a)"),
        ("python-object", "title: !!python/object/apply:os.system [id]", "tag ("),
        ("own-tag", "title: !secret x", "tag (!secret)"),
        ("deep-lists", "title: " + "[" * 3_000 + "]" * 3_000, "nested deeper than 20"),
        ("deep-maps", "a: " + "{a: " * 500 + "1" + "}" * 500, "nested deeper than 20"),
        ("too-large", "title: " + "x" * 70_000, "larger than 65,536 bytes"),
        ("key-twice", "title: a\ntitle: b", "“title” stands there twice"),
        ("list-at-top", "- a\n- b", "not a list of “key: value”"),
        ("key-that-is-a-list", "? [a, b]\n: c", "not a plain word"),
        ("open-quote", 'title: "never closed', "not valid YAML"),
        ("tab-indent", "a:\n\t- b", "not valid YAML"),
        ("control-character", "title: a\x07b", "not valid YAML"),
        ("two-documents", "title: a\n--- \nb: c", ""),
        ("directive", "%YAML 9.9\n%TAG ! x", "not valid YAML"),
        ("flow-never-closed", "labels: [a, [b, [c", "not valid YAML"),
    )
    if name != "two-documents"
)

IMPORTS = (
    case("md-nothing", "import", files({"a.txt": "x"}), "nothing_to_import", "no Markdown file"),
    case("md-other-kind", "import", file("a.exe", b"MZ"), "unknown_import", "a.exe"),
    case("md-not-utf8", "import", _page(b"# A\n\n\xff\xfe\n"), "not_utf8", "page.md, line 3"),
    case("md-utf16", "import", _page("# A\n".encode("utf-16")), "not_utf8", "page.md, line 1"),
    case("md-nul", "import", _page(b"# A\n\n\0\n"), "not_text", "page.md, line 3", "NUL"),
    case("md-huge", "import", _page(b"x\n" * 1_100_000), "file_too_large", "page.md", "2,000,000"),
    case(
        "md-long-line", "import", _page("# A\n" + "x" * 250_000), "line_too_long", "page.md, line 2"
    ),
    case("md-long-title", "import", _page("# " + "x" * 600), "title_too_long", "page.md", "500"),
    case(
        "md-link-out",
        "import",
        _with_link("b.md", "/etc/passwd"),
        "link_outside",
        "b.md",
        needs="links",
    ),
    case(
        "md-folder-out", "import", _with_link("etc", "/etc"), "link_outside", "etc", needs="links"
    ),
    case(
        "md-link-loop", "import", _with_link("b.md", "b.md"), "link_outside", "b.md", needs="links"
    ),
    case(
        "md-device",
        "import",
        _with_link("b.md", "/dev/zero"),
        "link_outside",
        "b.md",
        needs="links",
    ),
    case("md-folder-in-itself", "import", _with_link("again", "."), needs="links"),
    case(
        "md-pipe-inside",
        "import",
        also(files({"page.md": PAGE}), lambda root: os.mkfifo(root / "b.md")),
        needs="pipes",
    ),
    case("md-pipe", "import", pipe("a.md"), "unknown_import", "a.md", needs="pipes"),
    case("md-empty-folder-called-md", "import", directory("a.md"), "nothing_to_import", "a.md"),
    case(
        "md-case-clash",
        "import",
        files({"a/Page.md": PAGE, "a/page.md": PAGE}),
        "name_clash",
        "age.md",
        needs="links",
    ),
    case(
        "md-nfc-clash",
        "import",
        files({"caf\u00e9.md": PAGE, "cafe\u0301.md": PAGE}),
        "name_clash",
        ".md",
        needs="links",
    ),
    case(
        "md-windows-names",
        "import",
        files({"con.md": PAGE, "aux/nul.md": PAGE, "COM1.md": PAGE, "lpt\u00b9.md": PAGE}),
        needs="links",
    ),
    case(
        "md-name-not-utf8",
        "import",
        _odd_name(b"\xff\xfe.md"),
        "bad_name",
        "no Unicode text",
        needs="links",
    ),
    case("md-name-with-lines", "import", _odd_name(b"a\nb\x1b[31m.md"), needs="links"),
    case("md-name-turned-round", "import", _odd_name("gpj\u202edm.md".encode()), needs="links"),
    case("md-long-name", "import", _odd_name(b"x" * 251 + b".md"), needs="links"),
    case("md-deep-folders", "import", files({"d/" * 400 + "page.md": PAGE})),
    case(
        "md-file-outside",
        "import",
        _page("![x](../../../../../etc/passwd) [y](../../../../../etc/passwd)\n"),
        ACCEPTED,
        "etc/passwd",
    ),
    case("md-file-address", "import", _page("![x](file:///etc/passwd) [y](file:///etc/passwd)\n")),
    case(
        "md-encoded-outside",
        "import",
        _page("![x](%2e%2e/%2e%2e/etc/passwd)\n"),
        ACCEPTED,
        "passwd",
    ),
    case("md-nul-in-address", "import", _page("![x](a%00b.png)\n"), ACCEPTED, "a%00b.png"),
    case(
        "md-picture-is-page",
        "import",
        files({"page.md": "![x](x.png)\n", "x.png": "<html>"}),
        ACCEPTED,
        "not a picture",
    ),
    case(
        "md-picture-bomb",
        "import",
        files({"page.md": "![x](x.png)\n", "x.png": png(60_000, 60_000)}),
        ACCEPTED,
        "pixels",
    ),
    case(
        "md-program",
        "import",
        files({"page.md": "[x](x.exe)\n", "x.exe": b"MZ"}),
        ACCEPTED,
        "not taken along",
    ),
    case(
        "md-gif-bomb",
        "import",
        files({"page.md": "![x](x.gif)\n", "x.gif": gif(65_535, 65_535)}),
        ACCEPTED,
        "damaged",
    ),
    case(
        "md-contents-of-itself",
        "import",
        files(
            {
                "page.md": PAGE,
                "SUMMARY.md": "* [A](SUMMARY.md)\n  * [B](page.md)\n    * [C](SUMMARY.md)\n",
            }
        ),
    ),
    case(
        "md-contents-deep",
        "import",
        files(
            {
                "page.md": PAGE,
                "SUMMARY.md": "\n".join("  " * n + f"* [A{n}](page.md)" for n in range(600)),
            }
        ),
    ),
    case(
        "md-contents-outside",
        "import",
        files({"page.md": PAGE, "SUMMARY.md": "* [A](../../etc/passwd)\n* [B](page.md)\n"}),
    ),
    case(
        "md-same-id",
        "import",
        files(
            {f"{n}.md": "---\nid: 0190a000-0000-7000-8000-000000000001\n---\n# P\n" for n in "ab"}
        ),
        ACCEPTED,
        "id",
    ),
    case(
        "md-half-a-character",
        "import",
        _front('title: "a\\ud800b"'),
        "front_matter",
        "page.md, line 2",
    ),
    case("md-position-of-digits", "import", _front("position: " + "9" * 5_000)),
)

CASES = (*YAML, *IMPORTS)
