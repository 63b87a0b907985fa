"""Markdown that takes a renderer for ever, or all memory."""

from tests.hostile.case import case, file

_LANGUAGES = ("python", "javascript", "yaml", "bash", "sql", "html", "xml", "json", "ini", "diff")
_SLOW = {
    "brackets": "[" * 100_000,
    "brackets-closed": "[" * 20_000 + "]" * 20_000,
    "link-starts": "[a](" * 30_000,
    "picture-starts": "![a](<" * 30_000,
    "emphasis": "*a **a " * 20_000,
    "emphasis-mixed": "**_" * 30_000 + "a",
    "underlines": "_a __" * 30_000,
    "backticks": "".join("a" + "`" * n for n in range(1, 600)),
    "quotes": ">" * 10_000 + " a",
    "quotes-and-lists": "> - " * 3_000 + "a",
    "lists": "- " * 5_000 + "a",
    "lists-indented": "\n".join("  " * n + "* a" for n in range(400)),
    "numbers": "1. " * 5_000 + "a",
    "tags": "<div>" * 10_000,
    "tags-inline": "<b>" * 20_000,
    "tags-open": "<a " * 50_000,
    "attributes": "<a " + "b=c " * 40_000 + ">",
    "comments": "<!--" * 30_000,
    "instructions": "<?" * 50_000,
    "sections": "<![CDATA[" * 20_000,
    "entities": "&amp" * 30_000 + "&#x" * 10_000,
    "table-wide": "|" * 20_000 + "\n" + "|-" * 20_000 + "|\n" + "|" * 20_000,
    "table-long": "|a|b|\n|-|-|\n" + "|x|y|\n" * 30_000,
    "references": "".join(f"[{n}]: /u\n" for n in range(30_000)) + "[1]" * 10_000,
    "reference-blown-up": f"[a]: /u '{'x' * 50_000}'\n\n" + "[a] " * 2_000,
    "abbreviations": "".join(f"*[a{n}]: b\n" for n in range(2_000)) + "\na1 " * 2_000,
    "abbreviation-blown-up": f"*[a]: {'x' * 50_000}\n\n" + "a " * 2_000,
    "footnotes": "".join(f"[^{n}]: see [^{(n + 1) % 3000}]\n" for n in range(3_000))
    + "[^0]" * 3_000,
    "footnotes-deep": "[^a]: b\n\n" + "".join("    " * n + f"[^{n}]: c\n\n" for n in range(1, 200)),
    "headings": "".join("# same\n\n" for _ in range(30_000)),
    "rules": "***\n" * 60_000,
    "fences": "```\n" * 60_000,
    "fence-never-closed": "```python\n" + '"""\\' * 30_000,
    "attribute-lists": "a {" + "#b .c " * 20_000,
    "callouts": "> [!NOTE]\n" * 30_000,
    "addresses": "http://a.b/" * 15_000,
    "at-signs": "a@" * 60_000,
    "angle-addresses": "<http://" * 20_000,
    "backslashes": "\\" * 150_000,
    "line-ends": "\n" * 900_000,
    "spaces": " " * 150_000 + "a",
    "tabs": "\t" * 150_000 + "a",
    "zero-widths": "\u200b\u0301" * 100_000,
    "turned-round": "\u202e\u2066" * 50_000,
    "definition-lists": "a\n: " * 30_000,
    "code-of-strings": "".join(
        f"```{n}\n{'(' * 4_000}{chr(34) * 4_001}\n```\n\n" for n in _LANGUAGES
    ),
    "data-picture": f"![x](data:image/png;base64,{'A' * 150_000})",
}
CASES = (
    *(case(f"text-{name}", "markdown", file("a.md", text)) for name, text in _SLOW.items()),
    case("text-long-line", "markdown", file("a.md", "a" * 1_000_000), "line_too_long", "200000"),
    case("text-huge", "markdown", file("a.md", "a b\n" * 600_000), "text_too_large", "2 MB"),
)
