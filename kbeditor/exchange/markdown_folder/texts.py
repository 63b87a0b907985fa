"""The texts of the planned tree, one by one, bodies read only when their turn comes."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from uuid6 import uuid7

from kbeditor.domain.exchange import NewRevision, NewText
from kbeditor.domain.records import Kind, Ref
from kbeditor.domain.states import State
from kbeditor.exchange.folder import Files
from kbeditor.exchange.markdown_folder import links
from kbeditor.exchange.markdown_folder.layout import humanise
from kbeditor.exchange.markdown_folder.source_file import SourceFile, read_body
from kbeditor.exchange.markdown_folder.targets import Targets
from kbeditor.exchange.markdown_folder.tree import Branch, Leaf


def category_titles(branch: Branch, locales: Sequence[str]) -> dict[str, str]:
    """A category's title in each locale that names it.

    A folder's name is a title in one locale only, the first that has the folder: elsewhere it
    would pass for a translation.
    """
    titles = {
        locale: branch.files[locale].title if locale in branch.files else branch.titles[locale]
        for locale in locales
        if locale in branch.files or locale in branch.titles
    }
    home = next((locale for locale in locales if locale in branch.locales), None)
    if home is not None and home not in titles:
        titles[home] = humanise(branch.name)
    return {locale: titles[locale] for locale in locales if locale in titles}


@dataclass(frozen=True, slots=True)
class Texts:
    """Makes the texts of categories and articles, the source's first; `most` caps their state."""

    files: Files
    targets: Targets
    locales: tuple[str, ...]  # the library's source first, if it is there at all
    source_locale: str
    most: State
    branches: tuple[Branch, ...]
    leaves: tuple[Leaf, ...]

    def __len__(self) -> int:
        named = sum(len(category_titles(branch, self.locales)) for branch in self.branches)
        return named + sum(len(leaf.files) for leaf in self.leaves)

    def __call__(self) -> Iterator[NewText]:
        """All texts, categories first. Raises BadFile when a file changed meanwhile."""
        for branch in self.branches:
            owner = Ref(Kind.CATEGORY, branch.id)
            titles = category_titles(branch, self.locales)
            yield from self._of(owner, titles, branch.files)
        for leaf in self.leaves:
            owner = Ref(Kind.ARTICLE, leaf.id)
            titles = {
                locale: leaf.files[locale].title for locale in self.locales if locale in leaf.files
            }
            yield from self._of(owner, titles, leaf.files)

    def _of(
        self, owner: Ref, titles: dict[str, str], files: dict[str, SourceFile]
    ) -> Iterator[NewText]:
        source_revision: str | None = None
        for locale, title in titles.items():
            text = self._text(owner, locale, title, files.get(locale), source_revision)
            if locale == self.source_locale:
                source_revision = text.published
            yield text

    def _text(
        self, owner: Ref, locale: str, title: str, file: SourceFile | None, based_on: str | None
    ) -> NewText:
        body = self._body(file) if file else ""
        summary, keywords = (file.summary, file.keywords) if file else ("", ())
        state = min(file.state, self.most) if file else self.most
        revisions: tuple[NewRevision, ...] = ()
        if state is State.PUBLISHED:
            revisions = (
                NewRevision(str(uuid7()), 1, "published", title, summary, keywords, body, based_on),
            )
        return NewText(
            owner=owner,
            locale=locale,
            title=title,
            slug=file.slug if file else "",
            summary=summary,
            keywords=keywords,
            body=body,
            state=state,
            published=revisions[0].id if revisions else None,
            based_on=based_on,
            revisions=revisions,
            extra=json.loads(file.extra) if file and file.extra else {},
        )

    def _body(self, file: SourceFile) -> str:
        body = read_body(self.files, file)
        if not file.links:
            return body

        def change(raw: str) -> str | None:
            target = self.targets.resolve(file, raw)
            return target if isinstance(target, str) else None

        return links.rewrite(body, change)
