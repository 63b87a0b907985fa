"""Each Markdown file under tests/golden/rendering gives the HTML and findings kept beside it."""

import pytest

from kbeditor.domain.rendered import RenderContext, Rendered
from kbeditor.rendering.pipeline import Renderer
from tests.helpers.golden import GOLDEN, Golden

CASES = sorted(file.stem for file in (GOLDEN / "rendering").glob("*.md"))


def report(rendered: Rendered) -> str:
    """Contents, links and warnings, one a line."""
    lines = [f"toc {heading.level} #{heading.id} {heading.text}" for heading in rendered.toc]
    for link in rendered.links:
        fragment = f"#{link.fragment}" if link.fragment else ""
        lines.append(f"link {link.line} {link.kind} {link.target}{fragment}")
    for warning in rendered.warnings:
        details = " ".join(f"{name}={value}" for name, value in warning.details)
        lines.append(f"warning {warning.line} {warning.code} {details}".rstrip())
    return "\n".join([*lines, f"words {rendered.words}", ""])


@pytest.mark.parametrize("case", CASES)
def test_page_as_kept(case: str, golden: Golden) -> None:
    text = (GOLDEN / "rendering" / f"{case}.md").read_text(encoding="utf-8")
    rendered = Renderer().render(text, RenderContext("en"))
    golden.check(f"rendering/{case}.html", rendered.html)
    golden.check(f"rendering/{case}.txt", report(rendered))


def test_there_are_cases() -> None:
    assert len(CASES) >= 9
