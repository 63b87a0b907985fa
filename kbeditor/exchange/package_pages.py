"""What people read in a translator's package: the preview's pages, and how to go about it."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kbeditor.domain.units import PreviewPage, UnitFile, UnitJob
from kbeditor.exchange.locale_fit import is_right_to_left
from kbeditor.shipped import resources

_READMES = {"en": "README.txt", "fr": "LISEZMOI.txt"}


class _Entry(NamedTuple):
    """One article on the preview's first page; `blocks`: how many of them are in the package."""

    id: str
    title: str
    path: tuple[str, ...]
    blocks: int


class Pages:
    """Makes the pages of one job, in the words of the target's language if there are any."""

    def __init__(self, job: UnitJob) -> None:
        self._job = job
        self._folder = resources() / "package"
        self._environment = Environment(
            loader=FileSystemLoader(self._folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
        )
        words = json.loads((self._folder / "words.json").read_text(encoding="utf-8"))
        self._language = _known(job.target_locale, words)
        self._words: Mapping[str, str] = words[self._language]
        self._entries: list[_Entry] = []

    @property
    def count(self) -> int:
        """How many articles have a page so far."""
        return len(self._entries)

    def article(self, file: UnitFile, sides: Sequence[PreviewPage | None]) -> bytes:
        """An article as its source and its translation show it, and its blocks."""
        units = [unit for unit in file.units if unit.kind.translatable]
        self._entries.append(_Entry(file.owner.id, file.title, file.path, len(units)))
        names = (self._words["source"], self._words["target"])
        locales = (self._job.source_locale, self._job.target_locale)
        return self._render(
            "article.html",
            title=file.title,
            file=file,
            units=units,
            sides=[
                {
                    "name": name,
                    "locale": locale,
                    "direction": "rtl" if is_right_to_left(locale) else "ltr",
                    "page": page,
                }
                for name, locale, page in zip(names, locales, sides, strict=True)
            ],
        )

    def index(self) -> bytes:
        """The first page, with links to all the others."""
        return self._render("index.html", title=self._job.library_name, entries=self._entries)

    def style(self) -> bytes:
        """The articles' own style, and the pages' around them."""
        files = (
            resources() / "site" / "static" / "article.css",
            self._folder / "preview.css",
        )
        return b"".join(file.read_bytes() for file in files)

    def readmes(self, facts: Mapping[str, object]) -> Iterator[tuple[str, bytes]]:
        """Names and texts of what to read first: in English, and in French for who writes it."""
        job = self._job
        languages = {_known(tag, _READMES) for tag in (job.source_locale, job.target_locale)}
        for language in sorted({"en", *languages}):
            template = self._environment.overlay(autoescape=False).get_template(
                f"README.{language}.txt"
            )
            text = template.render(
                facts,
                library=job.library_name,
                source=job.source_locale,
                target=job.target_locale,
                date=job.created_at.date().isoformat(),
                program=job.program,
            )
            # Windows' own editor shows these line ends and this encoding since ever.
            yield _READMES[language], text.replace("\n", "\r\n").encode("utf-8-sig")

    def _render(self, template: str, **values: Any) -> bytes:
        job = self._job
        return (
            self._environment.get_template(template)
            .render(
                values,
                words=self._words,
                language=self._language,
                source=job.source_locale,
                target=job.target_locale,
            )
            .encode()
        )


def _known(tag: str, languages: Mapping[str, object]) -> str:
    """A locale's language if there are words in it, else English."""
    language = tag.replace("_", "-").partition("-")[0].lower()
    return language if language in languages else "en"
