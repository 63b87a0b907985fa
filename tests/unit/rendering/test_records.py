"""Rendered texts survive the way to JSON and back."""

import json

from kbeditor.domain.rendered import (
    RenderContext,
    preview_from_json,
    preview_to_json,
    rendered_from_json,
    rendered_to_json,
)
from kbeditor.rendering.pipeline import Renderer

TEXT = "# A {#x}\n\n### B\n\n[l](kb:1#y) ![](p.png)\n\n> [!WHAT]\n> ŧ 你\n"


def test_there_and_back() -> None:
    renderer = Renderer()
    rendered = renderer.render(TEXT, RenderContext())
    preview = renderer.preview(TEXT, RenderContext())
    assert rendered.toc
    assert rendered.links
    assert rendered.warnings
    assert rendered_from_json(json.loads(json.dumps(rendered_to_json(rendered)))) == rendered
    assert preview_from_json(json.loads(json.dumps(preview_to_json(preview)))) == preview
