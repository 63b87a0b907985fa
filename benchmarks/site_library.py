"""A library of any size for building its site: published in two locales, HTML stored.

    python -m benchmarks.site_library --articles 10000 OUT.kb [--markdown FOLDER]

Ten articles to a category, ten categories to one above it, and where there would be more than 100
of these at the top, ten to an area. Each text (about 3 KB) has headings,
lists, a table, code, a call-out and links to other articles. Bodies come from a pool of 240, whose
HTML is rendered once; ids of links are put in afterwards, so that 100,000 texts take a minute.
`--markdown` writes the same texts as files with front matter, for other site builders.
"""

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path

from kbeditor.app.opening import create_library
from kbeditor.domain.exchange import ImportPlan, NewArticle, NewCategory, NewRevision, NewText
from kbeditor.domain.records import Kind, Ref
from kbeditor.domain.rendered import RenderContext, rendered_from_json, rendered_to_json
from kbeditor.domain.states import State
from kbeditor.rendering.pipeline import RENDERER_VERSION, Renderer
from kbeditor.storage import renderings

LOCALES = ("en", "fr")
LINKS = 3
POOL = 240
_MARKS = [f"linkmark{number}" for number in range(LINKS)]


def article_id(number: int) -> str:
    """The id of an article."""
    return f"article-{number:08}"


def body(dice: random.Random, words: list[str]) -> str:
    """A text whose links lead to marks instead of ids."""

    def sentence(least: int = 8, most: int = 18) -> str:
        return " ".join(dice.choices(words, k=dice.randint(least, most))).capitalize() + "."

    def paragraph() -> str:
        return " ".join(sentence() for _ in range(dice.randint(2, 4)))

    parts = [paragraph()]
    for number, mark in enumerate(_MARKS):
        parts += [f"## {sentence(3, 5)}", paragraph()]
        parts.append(f"See [{sentence(2, 4)}](kb:{mark}) before you go on.")
        parts.append("\n".join(f"- {sentence(4, 9)}" for _ in range(4)))
        if number == 0:
            parts.append(f"> [!NOTE]\n> {sentence()}")
        elif number == 1:
            rows = "\n".join(f"| {sentence(1, 2)} | {sentence(2, 4)} |" for _ in range(3))
            parts.append(f"| Part | What it does |\n| --- | --- |\n{rows}")
        else:
            parts.append('```json\n{"order": 12, "state": "sent"}\n```')
    return "\n\n".join(parts) + "\n"


class Content:
    """The same texts for the same number of articles, whenever they are asked for."""

    def __init__(self, articles: int) -> None:
        dice = random.Random(7)
        syllables = [a + b for a in "bcdfglmnprstv" for b in "aeiou"]
        self.words = ["".join(dice.choices(syllables, k=dice.randint(1, 4))) for _ in range(6000)]
        self.bodies = [body(dice, self.words) for _ in range(POOL)]
        self.articles = articles
        self.categories = -(-articles // 10)
        self.tops = -(-self.categories // 10)
        self.areas = -(-self.tops // 10) if self.tops > 100 else 0

    def pool(self, number: int, locale: str) -> int:
        """Which body an article has."""
        return (number * 7 + LOCALES.index(locale) * 101) % POOL

    def links(self, number: int) -> list[int]:
        """The articles that an article links to."""
        return [(number * 31 + 17 * place + 1) % self.articles for place in range(LINKS)]

    def title(self, number: int, locale: str) -> str:
        """A title."""
        dice = random.Random(number * 2 + LOCALES.index(locale))
        return f"{' '.join(dice.choices(self.words, k=4)).capitalize()} {number}"

    def text(self, number: int, locale: str, addresses: list[str]) -> str:
        """A body with its links; `addresses` stand for `kb:` and the marks."""
        text = self.bodies[self.pool(number, locale)]
        for mark, address in zip(_MARKS, addresses, strict=True):
            text = text.replace(f"kb:{mark}", address)
        return text


def plan(content: Content) -> ImportPlan:
    """What to insert."""
    areas = [NewCategory(f"area-{i:06}", None, i) for i in range(content.areas)]
    tops = [
        NewCategory(f"top-{i:06}", areas[i // 10].id if areas else None, i)
        for i in range(content.tops)
    ]
    subs = [
        NewCategory(f"category-{i:06}", tops[i // 10].id, i % 10) for i in range(content.categories)
    ]
    made = [
        NewArticle(article_id(n), subs[n // 10].id, n % 10, labels=(f"label{n % 40}",))
        for n in range(content.articles)
    ]

    def texts() -> Iterator[NewText]:
        for category in (*areas, *tops, *subs):
            for locale in LOCALES:
                yield _text(Ref(Kind.CATEGORY, category.id), locale, category.id, "")
        for number in range(content.articles):
            targets = [f"kb:{article_id(each)}" for each in content.links(number)]
            for locale in LOCALES:
                title, text = content.title(number, locale), content.text(number, locale, targets)
                yield _text(Ref(Kind.ARTICLE, article_id(number)), locale, title, text)

    count = len(LOCALES) * (len(areas) + len(tops) + len(subs) + len(made))
    return ImportPlan(
        "benchmark", "benchmark", None, (), (*areas, *tops, *subs), tuple(made), texts, count, ()
    )


def _text(owner: Ref, locale: str, title: str, text: str) -> NewText:
    live = f"{owner.id}-{locale}"
    based = None if locale == "en" else f"{owner.id}-en"
    summary = f"What to know of {title}." if text else ""
    revision = NewRevision(live, 1, "published", title, summary, (), text, based)
    return NewText(
        owner, locale, title, "", summary, (), text, State.PUBLISHED, live, based, (revision,)
    )


def make(path: Path, articles: int) -> None:
    """Make the library file."""
    content = Content(articles)
    workspace = create_library(path, "Benchmark", "en", ["fr"])
    workspace.importing.write(plan(content))
    renderer = Renderer()
    pool = [
        json.dumps(rendered_to_json(renderer.render(text, RenderContext(locale))))
        for locale in LOCALES
        for text in content.bodies
    ]
    empty = renderer.render("", RenderContext("en"))
    store = workspace._store
    with store.writing() as unit:
        categories = (f"{each.id}-{tag}" for each in plan(content).categories for tag in LOCALES)
        renderings.put(unit.session, RENDERER_VERSION, ((each, empty) for each in categories))
    for start in range(0, articles, 500):
        done = []
        for number in range(start, min(start + 500, articles)):
            for place, locale in enumerate(LOCALES):
                text = pool[place * POOL + content.pool(number, locale)]
                for mark, target in zip(_MARKS, content.links(number), strict=True):
                    text = text.replace(mark, article_id(target))
                revision = f"{article_id(number)}-{locale}"
                done.append((revision, rendered_from_json(json.loads(text))))
        with store.writing() as unit:
            renderings.put(unit.session, RENDERER_VERSION, done)
    workspace.close()


def write_markdown(folder: Path, articles: int) -> None:
    """The same texts as Markdown files: FOLDER/LOCALE/TOP/CATEGORY/ARTICLE.md."""
    content = Content(articles)
    for locale in LOCALES:
        for number in range(content.categories):
            place = folder / locale / f"top-{number // 10:06}" / f"category-{number:06}"
            place.mkdir(parents=True, exist_ok=True)
            (place / "_index.md").write_text(f'---\ntitle: "category-{number:06}"\n---\n', "utf-8")
        for number in range(articles):
            relative = [f"../../{_place(each)}" for each in content.links(number)]
            title = content.title(number, locale)
            front = f'---\ntitle: "{title}"\nweight: {number % 10 + 1}\n---\n\n'
            text = content.text(number, locale, relative)
            (folder / locale / _place(number)).write_text(front + text, "utf-8")


def _place(number: int) -> str:
    return f"top-{number // 100:06}/category-{number // 10:06}/{article_id(number)}.md"


def main() -> None:
    """Make what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("library", type=Path)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--markdown", type=Path)
    options = parser.parse_args()
    make(options.library, options.articles)
    if options.markdown:
        write_markdown(options.markdown, options.articles)


if __name__ == "__main__":
    main()
