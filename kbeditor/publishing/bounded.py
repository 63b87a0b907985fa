"""A sandbox for templates that are not ours: it also ends what would go on for ever.

Jinja's own keeps templates from the program and from files, but not from time and memory.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from typing import Any

from jinja2 import Template, nodes
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

MOST_STEPS = 2_000_000
"""Items of loops and calls of one page: seconds of work."""
LONGEST = 10_000_000
"""Characters of a text, or items of a list."""
_HIGHEST_NUMBER = 1_000_000
_HIGHEST_WIDTH = 1_000
_ITEMS, _TEXT = "bounded_items", "bounded_text"


class TooMuch(Exception):
    """The template takes too long or too much."""


class BoundedTemplate(Template):
    """Begins to count anew with each page."""

    def render(self, *arguments: Any, **values: Any) -> str:
        """As Jinja's. Raises TooMuch."""
        environment = self.environment
        assert isinstance(environment, BoundedEnvironment)
        environment.steps = 0
        return super().render(*arguments, **values)


class BoundedEnvironment(ImmutableSandboxedEnvironment):
    """Counts what loops and calls do, and looks at the size of what is put together."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})
    template_class = BoundedTemplate

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.steps = 0
        self.globals.pop("lipsum", None)
        self.filters[_ITEMS] = self._items
        self.filters[_TEXT] = self._sized
        for name in ("center", "indent", "batch", "slice", "format", "wordwrap"):
            self.filters[name] = self._with_low_numbers(self.filters[name])

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        bounded = _Bounding().visit(tree)
        assert isinstance(bounded, nodes.Template)
        return bounded

    def call(self, context: Context, obj: Any, *arguments: Any, **named: Any) -> Any:
        """As Jinja's, counted."""
        self._step()
        self._refuse_numbers((*arguments, *named.values()))
        return self._sized(super().call(context, obj, *arguments, **named))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """As Jinja's, where the result is of a size that anybody wants."""
        if operator in ("*", "**"):
            sized = [each for each in (left, right) if isinstance(each, str | list | tuple)]
            if operator == "**" or sized:
                self._refuse_numbers((left, right), 100)
        if operator == "%" and isinstance(left, str):
            raise TooMuch("texts cannot be filled in with % here")
        return self._sized(super().call_binop(context, operator, left, right))

    def _with_low_numbers(self, wanted: Callable[..., Any]) -> Callable[..., Any]:
        """A filter that makes a text or list as long as a number says."""

        @wraps(wanted)  # with Jinja's marks of what it is to be given
        def guarded(*arguments: Any, **named: Any) -> Any:
            self._refuse_numbers((*arguments[1:], *named.values()), _HIGHEST_WIDTH)
            if wanted.__name__ == "do_format":
                raise TooMuch("texts cannot be filled in with % here")
            return wanted(*arguments, **named)

        return guarded

    def _items(self, items: Iterable[Any]) -> Iterator[Any]:
        for each in items:
            self._step()
            yield each

    def _sized(self, value: Any) -> Any:
        if isinstance(value, str | list | tuple) and len(value) > LONGEST:
            raise TooMuch(f"a text or list of more than {LONGEST:,}")
        return value

    def _step(self) -> None:
        self.steps += 1
        if self.steps > MOST_STEPS:
            raise TooMuch(f"more than {MOST_STEPS:,} steps on one page")

    def _refuse_numbers(self, values: Iterable[Any], highest: int = _HIGHEST_NUMBER) -> None:
        for each in values:
            if isinstance(each, int | float) and abs(each) > highest:
                raise TooMuch(f"the number {each!s:.20} is too high for this")


class _Bounding(NodeTransformer):
    """Puts our filters around what loops go through and around what texts are put together from."""

    # The names are Jinja's.
    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.iter = _filtered(node.iter, _ITEMS)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _filtered(node, _TEXT)

    def visit_AssignBlock(self, node: nodes.AssignBlock) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.filter = _filtered(node.filter, _TEXT)
        return node


def _filtered(node: nodes.Node | None, name: str) -> nodes.Filter:
    lineno = 0 if node is None else node.lineno
    return nodes.Filter(node, name, [], [], None, None, lineno=lineno)
