"""The side tree of topics: the way to a category opened, what lies beside it closed."""

from collections.abc import Sequence
from hashlib import blake2b
from typing import NamedTuple

from markupsafe import Markup, escape

from kbeditor.publishing.addresses import as_url
from kbeditor.publishing.navigation import Navigator
from kbeditor.publishing.plan import LocalePlan, PageSpec
from kbeditor.publishing.theme import Theme
from kbeditor.publishing.words import Words

_KEPT = 32
"""Trees kept at a time: pages are laid out category by category."""


class Tree(NamedTuple):
    """The tree of a category's pages. `digest` names the HTML."""

    html: str
    digest: str

    def for_page(self, page: PageSpec, root: str) -> Markup:
        """The tree with its page marked."""
        href = f'href="{escape(root + as_url(page.address))}"'
        return Markup(self.html.replace(href, f'{href} aria-current="page"', 1))


class _Level(NamedTuple):
    """What lies in a category: its closed sub-categories one by one, its articles as one."""

    folders: list[str]
    articles: str


class SideTrees:
    """Makes the trees of one locale."""

    def __init__(self, theme: Theme, plan: LocalePlan, navigator: Navigator, words: Words) -> None:
        module = theme.environment.get_template("tree.html").make_module({"w": words})
        self._folder = module.folder  # type: ignore[attr-defined]
        self._article = module.article  # type: ignore[attr-defined]
        self._opened = module.opened  # type: ignore[attr-defined]
        self._branch = module.branch  # type: ignore[attr-defined]
        self._plan = plan
        self._navigator = navigator
        self._trees: dict[tuple[str | None, str], Tree] = {}
        self._levels: dict[tuple[str | None, str], _Level] = {}

    def at(self, category: PageSpec | None, root: str) -> Tree:
        """The tree for pages in a category (None: at the top)."""
        key = (category.ref.id if category else None, root)
        tree = self._trees.get(key)
        if tree is None:
            html = self._made(category, root)
            tree = Tree(str(html), blake2b(html.encode(), digest_size=16).hexdigest())
            if len(self._trees) == _KEPT:
                del self._trees[next(iter(self._trees))]
            self._trees[key] = tree
        return tree

    def _made(self, category: PageSpec | None, root: str) -> Markup:
        level = self._level(category.ref.id if category else None, root)
        html = self._listed(level.folders, level)
        while category is not None:
            parent = category.parent
            level = self._level(parent, root)
            place = self._plan.categories[parent].index(category.ref.id)
            opened = self._opened(self._navigator.link(category, root), html)
            folders = level.folders
            html = self._listed([*folders[:place], opened, *folders[place + 1 :]], level)
            category = self._plan.pages[parent] if parent is not None else None
        return html

    def _listed(self, folders: Sequence[str], level: _Level) -> Markup:
        made: Markup = self._branch(Markup("".join(folders) + level.articles))
        return made

    def _level(self, parent: str | None, root: str) -> _Level:
        key = (parent, root)
        level = self._levels.get(key)
        if level is None:
            link = self._navigator.link
            pages = self._plan.pages
            folders = [
                self._folder(link(pages[each], root))
                for each in self._plan.categories.get(parent, ())
            ]
            articles = self._plan.articles.get(parent, ())
            shown = "".join(self._article(link(pages[each], root)) for each in articles)
            if len(self._levels) == _KEPT:
                del self._levels[next(iter(self._levels))]
            level = self._levels[key] = _Level(folders, shown)
        return level
