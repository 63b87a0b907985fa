"""No use case that writes can be forgotten: each says its name for undo, or why it has none."""

import ast
from collections.abc import Iterator
from pathlib import Path

SERVICES = Path(__file__).parents[3] / "kbeditor" / "services"

WITHOUT = {
    "blocks.Blocks.write": "typing: the editor's own undo",
    "creating.create_store": "there was no library before",
    "filling.Filling.fill": "stores what follows from what was published",
    "importing.Importing.write": "kept before in a backup; ends what could be undone",
    "linking.Linking.link": "makes what follows from texts, in the background",
    "memory.Memory.remove": "the file can be taken in again",
    "merging.Merging.give_up": "keeps what was typed as a version",
    "merging.Merging.save": "typing; both versions are kept",
    "releasing.Releasing.release": "a site cannot be called back from its readers",
    "sample.fill_with_sample": "there was no library before",
    "texts.Texts.save": "typing: the editor's own undo",
    "tree.Tree.purge": "for ever: that is what it is for",
    "versions.Versions.checkpoint": "what a text said stays said",
}
"""Who writes without an act, and why."""


def _writers() -> Iterator[tuple[str, ast.Call]]:
    """Each `….writing(…)` in a service, with the function that it stands in."""
    for path in sorted(SERVICES.glob("*.py")):
        stack: list[tuple[str, ast.AST]] = [(path.stem, ast.parse(path.read_text("utf-8")))]
        while stack:
            name, node = stack.pop()
            for child in ast.iter_child_nodes(node):
                inside = name
                if isinstance(child, ast.ClassDef | ast.FunctionDef):
                    inside = f"{name}.{child.name}"
                if (
                    isinstance(child, ast.Call)
                    and isinstance(child.func, ast.Attribute)
                    and child.func.attr == "writing"
                ):
                    yield name, child
                stack.append((inside, child))


def test_every_use_case_that_writes_can_be_undone_or_says_why_not() -> None:
    silent = {name for name, call in _writers() if not call.args}
    assert silent == set(WITHOUT)
