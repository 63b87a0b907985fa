"""Plans the import of a Markdown file or folder: reads and checks everything, changes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from uuid6 import uuid7

from kbeditor.domain.errors import KbError
from kbeditor.domain.exchange import (
    ImportOptions,
    ImportPlan,
    ImportTarget,
    NewArticle,
    NewCategory,
    NewLocale,
)
from kbeditor.domain.finding import ReportLine
from kbeditor.domain.progress import Progress
from kbeditor.exchange.folder import Folder, SingleFile, fold
from kbeditor.exchange.markdown_folder import front_matter, table_of_contents
from kbeditor.exchange.markdown_folder.grafting import Grafter, Table
from kbeditor.exchange.markdown_folder.layout import (
    TABLES,
    Layout,
    find_layout,
    is_markdown,
    stem,
)
from kbeditor.exchange.markdown_folder.order import arrange
from kbeditor.exchange.markdown_folder.source_file import SourceFile, read_parts, read_source
from kbeditor.exchange.markdown_folder.targets import Problem, Targets
from kbeditor.exchange.markdown_folder.texts import Texts
from kbeditor.exchange.markdown_folder.tree import Branch, Leaf, Tree, folder_tree, prune
from kbeditor.exchange.shelf import Shelf

STEP_READ = "import_read"
STEP_LINKS = "import_links"


class MarkdownImporter:
    """A Markdown file, or a folder with Markdown files somewhere in it."""

    @property
    def id(self) -> str:
        """The stable word that names the format."""
        return "markdown"

    def recognises(self, source: Path) -> bool:
        """Whether it is a folder or a Markdown file."""
        return source.is_dir() or (source.is_file() and is_markdown(source.name))

    def plan(
        self, source: Path, target: ImportTarget, options: ImportOptions, progress: Progress
    ) -> ImportPlan:
        """Read and check everything, change nothing. Raises BadFile with path and line."""
        files = Folder(source) if source.is_dir() else SingleFile(source)
        return _Planner(source, files, target, options, progress).plan()


@dataclass(slots=True)
class _Planner:
    source: Path
    files: Folder | SingleFile
    target: ImportTarget
    options: ImportOptions
    progress: Progress
    lines: list[ReportLine] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)

    def plan(self) -> ImportPlan:
        layout = find_layout(self.files, self.target, self.options)
        locales = tuple(root.locale for root in layout.roots)
        if layout.unknown:
            names = ", ".join(layout.unknown)
            self._line(
                "warning",
                "unknown_locales",
                self.source.name,
                0,
                f"The folders {names} look like locales, but none of them is one of this library; "
                "they became categories.",
            )
        sources = self._read(layout)
        tree = folder_tree(layout.roots, sources)
        self._graft(layout, tree)
        for dropped in prune(tree.root):
            self._line(
                "info",
                "empty_group",
                dropped.name,
                0,
                "The table of contents lists no page of this folder under this name, so it did "
                "not become a category.",
            )
        arrange(tree.root, locales)
        branches = tuple(branch for branch in tree.root.walk() if branch is not tree.root)
        leaves = tuple(leaf for branch in tree.root.walk() for leaf in branch.leaves)
        self._name(branches, leaves, locales)
        shelf = Shelf(self.files, self.target.attachment_ids)
        targets = Targets(self.files, layout.roots, tree, shelf)
        resolved, unresolved = self._check_links(sources, targets)
        unpaired = self._report_pairs(leaves, locales)
        texts = Texts(
            self.files,
            targets,
            locales,
            self.target.source_locale,
            self.options.state,
            branches,
            leaves,
        )
        counts = {
            "locales": len(locales),
            "categories": len(branches),
            "articles": len(leaves),
            "texts": len(texts),
            "attachments": len(shelf.new),
            "links": resolved,
            "unresolved": unresolved,
            "unpaired": unpaired,
            "tables_of_contents": len(self.tables),
        }
        return ImportPlan(
            importer="markdown",
            title=self.source.resolve().name,
            library=None,
            locales=tuple(
                NewLocale(tag)
                for tag in locales
                if tag not in (self.target.source_locale, *self.target.locales)
            ),
            categories=self._categories(tree.root, branches, locales),
            articles=self._articles(tree.root, locales),
            texts=texts,
            text_count=len(texts),
            attachments=shelf.new,
            lines=tuple(self.lines),
            counts=tuple(counts.items()),
        )

    def _line(self, level: str, code: str, place: str, line: int, text: str) -> None:
        self.lines.append(ReportLine(level, code, place, line, text))

    def _read(self, layout: Layout) -> dict[str, list[SourceFile]]:
        """The facts of all pages by locale; tables of contents are set aside."""
        wanted = [
            (root, path)
            for root in layout.roots
            for path in self.files.paths
            if path.startswith(root.prefix) and is_markdown(path)
        ]
        if not wanted:
            raise KbError(
                "nothing_to_import", "There is no Markdown file in {path}.", path=str(self.source)
            )
        sources: dict[str, list[SourceFile]] = {root.locale: [] for root in layout.roots}
        for done, (root, path) in enumerate(wanted):
            self.progress.step(STEP_READ, done, len(wanted))
            if fold(stem(path)) in TABLES and (table := self._table(path, root.locale)):
                self.tables.append(table)
            else:
                sources[root.locale].append(read_source(self.files, path, root.locale))
        return sources

    def _table(self, path: str, locale: str) -> Table | None:
        parts, _ = read_parts(self.files, path)
        items = table_of_contents.parse(parts.body, parts.first_line)
        if not table_of_contents.is_table(items):
            return None
        known = front_matter.parse(parts.yaml, path)
        titles = (known.get(key) for key in ("title", "user-guide-title"))
        title = next((each for each in titles if isinstance(each, str) and each), items.title)
        return Table(path, locale, items, title)

    def _graft(self, layout: Layout, tree: Tree) -> None:
        prefixes = {root.locale: root.prefix for root in layout.roots}

        def find(locale: str, path: str) -> Branch | Leaf | None:
            found = self.files.find(path)
            if found is None and path.startswith(prefixes[locale]):
                # The table was translated, the page was not: it means the source's.
                found = self.files.find(
                    layout.roots[0].prefix + path.removeprefix(prefixes[locale])
                )
            return tree.owners.get(found or "") or tree.folders.get(fold(path))

        grafter = Grafter(find)
        ranks = {root.locale: rank for rank, root in enumerate(layout.roots)}

        def depth_then_folder(table: Table) -> tuple[int, str, int]:
            inside = fold(table.path[len(prefixes[table.locale]) :])
            return inside.count("/"), inside.rpartition("/")[0], ranks[table.locale]

        # From the top down: what a table above says of a page counts more.
        for table in sorted(self.tables, key=depth_then_folder):
            folder = table.path.rpartition("/")[0]
            branch = tree.folders.get(fold(folder), tree.root)
            tree.owners[table.path] = branch
            grafter.report_missing(table)
            grafter.apply(table, branch)
        tree.root.titles.clear()  # the target has its own title
        self.lines.extend(grafter.lines)

    def _name(
        self, branches: Sequence[Branch], leaves: Sequence[Leaf], locales: Sequence[str]
    ) -> None:
        """Give every category and article its id: its own where it brings one."""
        taken: set[str] = set()
        owners: list[Branch | Leaf] = [*branches, *leaves]
        for owner in owners:
            files = [owner.files[locale] for locale in locales if locale in owner.files]
            own = next((file for file in files if file.id), None)
            if own and own.id and own.id not in taken and own.id not in self.target.ids:
                owner.id = own.id
            else:
                owner.id = str(uuid7())
                if own:
                    text = f"The id {own.id} is taken already; it got a new one."
                    self._line("warning", "id_taken", own.path, 0, text)
            taken.add(owner.id)

    def _check_links(
        self, sources: dict[str, list[SourceFile]], targets: Targets
    ) -> tuple[int, int]:
        """Look every link up (pictures are read now), and note those that lead nowhere."""
        files = [file for each in sources.values() for file in each]
        resolved = unresolved = 0
        for done, file in enumerate(files):
            self.progress.step(STEP_LINKS, done, len(files))
            for raw, line in file.links:
                target = targets.resolve(file, raw)
                if isinstance(target, Problem):
                    unresolved += 1
                    self._line("warning", target.code, file.path, line, target.text)
                elif target is not None:
                    resolved += 1
        return resolved, unresolved

    def _report_pairs(self, leaves: Sequence[Leaf], locales: Sequence[str]) -> int:
        """Tell which translations have no source, and how many pages have no translation."""
        source = self.target.source_locale
        unpaired = [leaf for leaf in leaves if source not in leaf.files]
        if source not in locales:
            text = (
                f"No text of the source locale {source} comes with these; nothing is based on it."
            )
            self._line("info", "no_source", self.source.name, 0, text)
            return len(unpaired)
        for leaf in unpaired:
            file = next(iter(leaf.files.values()))
            text = f"There is no file of this path in {source}; it became an article of its own."
            self._line("warning", "no_source", file.path, 0, text)
        for locale in locales:
            missing = sum(locale not in leaf.files for leaf in leaves)
            if missing and locale != source:
                text = f"{missing} of {len(leaves)} articles are not translated into {locale}."
                self._line("info", "untranslated", locale, 0, text)
        return len(unpaired)

    def _categories(
        self, root: Branch, branches: Sequence[Branch], locales: Sequence[str]
    ) -> tuple[NewCategory, ...]:
        ranks = {
            id(child): rank
            for branch in (root, *branches)
            for rank, child in enumerate(branch.branches)
        }
        return tuple(
            NewCategory(
                branch.id,
                self.options.parent_id if branch.parent in (None, root) else branch.parent.id,
                ranks[id(branch)],
                _labels(branch, locales),
            )
            for branch in branches
            if branch.parent is not None
        )

    def _articles(self, root: Branch, locales: Sequence[str]) -> tuple[NewArticle, ...]:
        return tuple(
            NewArticle(
                leaf.id,
                self.options.parent_id if branch is root else branch.id,
                rank,
                _labels(leaf, locales),
                any(file.promoted for file in leaf.files.values()),
            )
            for branch in root.walk()
            for rank, leaf in enumerate(branch.leaves)
        )


def _labels(owner: Branch | Leaf, locales: Sequence[str]) -> tuple[str, ...]:
    """Labels belong to the article: those of the first locale that has any."""
    labels = (owner.files[locale].labels for locale in locales if locale in owner.files)
    return next((each for each in labels if each), ())
