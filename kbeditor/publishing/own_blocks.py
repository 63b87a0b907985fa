"""A library's own template blocks: put into the shipped pages, in a sandbox, with clear errors."""

from collections.abc import Mapping
from types import TracebackType

from jinja2 import BaseLoader, ChoiceLoader, DictLoader, Environment, TemplateSyntaxError

from kbeditor.domain.errors import KbError
from kbeditor.publishing.bounded import BoundedEnvironment
from kbeditor.publishing.escaping import SiteEnvironment

BLOCKS: Mapping[str, tuple[str, ...]] = {
    "head": ("home", "category", "article", "search", "not_found"),
    "header": ("home", "category", "article", "search", "not_found"),
    "footer": ("home", "category", "article", "search", "not_found"),
    "hero": ("home",),
    "home_top": ("home",),
    "home_end": ("home",),
    "category_top": ("category",),
    "category_end": ("category",),
    "article_top": ("article",),
    "article_end": ("article",),
}
"""The blocks that a library may fill, and the pages that have them (see docs/formats.md)."""

_OWN = "own/"


class OwnBlocks:
    """The templates that extend the shipped pages with a library's own blocks."""

    def __init__(self, blocks: Mapping[str, str]) -> None:
        """Raises KbError `unknown_block`."""
        for name in blocks:
            if name not in BLOCKS:
                raise KbError(
                    "unknown_block",
                    "There is no template block “{block}”. There are: {known}.",
                    block=name,
                    known=", ".join(BLOCKS),
                )
        self._blocks = {name: text for name, text in blocks.items() if text.strip()}
        self._starts: dict[str, list[tuple[int, str]]] = {}
        self._pages: dict[str, str] = {}
        for page in {page for name in self._blocks for page in BLOCKS[name]}:
            self._pages[page] = self._extended(page)

    def environment(self, shipped: BaseLoader, **options: bool | type) -> Environment:
        """What renders the pages: sandboxed when there are blocks that are not ours.

        Raises KbError `bad_template`.
        """
        if not self._blocks:
            return SiteEnvironment(loader=shipped, **options)  # type: ignore[arg-type]
        own = DictLoader({f"{_OWN}{page}.html": text for page, text in self._pages.items()})
        environment = BoundedEnvironment(
            loader=ChoiceLoader([own, shipped]),
            **options,
        )
        for name, text in self._blocks.items():
            try:
                environment.compile(text, name)
            except TemplateSyntaxError as error:
                raise _bad(name, error.lineno, error.message or str(error)) from error
        return environment

    def template(self, page: str) -> str:
        """The name of the template of a page."""
        return f"{_OWN if page in self._pages else ''}{page}.html"

    def fault(self, page: str, error: Exception) -> KbError | None:
        """What to say of an error that a block of the library's own brought about."""
        if page not in self._pages:
            return None
        line = _line(error.__traceback__)
        for start, name in reversed(self._starts[page]):
            if line is not None and line > start:
                return _bad(name, line - start, str(error) or type(error).__name__)
        return None

    def _extended(self, page: str) -> str:
        lines = [f'{{% extends "{page}.html" %}}']
        starts: list[tuple[int, str]] = []
        for name, text in sorted(self._blocks.items()):
            if page in BLOCKS[name]:
                lines.append(f"{{% block {name} %}}")
                starts.append((len(lines), name))
                lines += [*text.split("\n"), "{% endblock %}"]
        self._starts[page] = starts
        return "\n".join(lines)


def _line(trace: TracebackType | None) -> int | None:
    """The last line of a template of our own making on the way to an error."""
    found = None
    while trace is not None:
        # Jinja writes its templates' lines into the traceback; ours come from no file.
        if trace.tb_frame.f_code.co_filename == "<template>":
            found = trace.tb_lineno
        trace = trace.tb_next
    return found


def _bad(block: str, line: int, reason: str) -> KbError:
    return KbError(
        "bad_template",
        "The template block “{block}” fails in line {line}: {reason}",
        block=block,
        line=line,
        reason=reason,
    )
