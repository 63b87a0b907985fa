"""The preview's one page: the published article's stylesheet around an empty article."""

from dataclasses import dataclass
from functools import cache
from html import escape
from typing import Any

from kbeditor.shipped import resources

_POLICY = "default-src 'none'; img-src kb: data:; style-src 'unsafe-inline'"


@dataclass(frozen=True, slots=True)
class PageHead:
    """What stands around the blocks. `direction` is "ltr" or "rtl"."""

    title: str = ""
    summary: str = ""
    language: str = "en"
    direction: str = "ltr"

    def data(self) -> list[Any]:
        """As the page's script takes it."""
        return [self.title, self.summary, self.language, self.direction]

    def html(self) -> str:
        """As the beginning of a page without a script."""
        summary = f"<p><i>{escape(self.summary)}</i></p>" if self.summary else ""
        return f"<h1>{escape(self.title)}</h1>{summary}"


def page_html() -> str:
    """The page with its styles inside: the policy lets nothing else in."""
    folder = resources()
    styles = [
        (folder / path).read_text(encoding="utf-8")
        for path in ("site/static/site.css", "site/static/article.css", "preview/preview.css")
    ]
    # "</style" cannot stand in our own files: tests/ui/test_preview_page.py checks it.
    return (
        "<!doctype html><html><head><meta charset='utf-8'>"
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        "<meta name='viewport' content='width=device-width'>"
        f"<title></title><style>{chr(10).join(styles)}</style></head>"
        # As resources/site/templates/article.html lays an article out, without what is around it.
        "<body class='article kb-preview'><main id='content'><div class='page'><article>"
        "<header class='page-head'><h1></h1><p class='summary'></p></header>"
        "<div class='kb-article'></div></article></div></main></body></html>"
    )


@cache
def script() -> str:
    """The script that takes patches, run in a world that the page cannot reach."""
    return (resources() / "preview" / "preview.js").read_text(encoding="utf-8")
