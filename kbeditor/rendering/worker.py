"""The rendering process: `python -m kbeditor.rendering.worker`, messages on its pipes.

A request is `{"kind": "render", "items": [[text, locale], …]}` or `{"kind": "preview", "text",
"locale", "known"}`. First comes `{"ready": true}`; then the answers one by one: `{"rendered": …}`
per item, `{"preview": …}`, or `{"error": [code, template, details]}`.
"""

import os
import sys
from typing import IO, Any

from kbeditor.domain.errors import KbError
from kbeditor.domain.rendered import RenderContext, preview_to_json, rendered_to_json
from kbeditor.rendering.messages import read_message, write_message
from kbeditor.rendering.pipeline import Renderer

if sys.platform == "linux":
    # Elsewhere the limit is missing or counts what the system itself maps in.
    import resource

_MEMORY = 512 * 1024**2
"""Bytes of address space; a text that needs more ends the process and comes back as plain text."""


def serve(requests: IO[bytes], answers: IO[bytes]) -> None:
    """Answer requests until the other side closes."""
    renderer = Renderer()
    while (request := read_message(requests)) is not None:
        if request["kind"] == "preview":
            write_message(answers, _preview(renderer, request))
        else:
            for text, locale in request["items"]:
                write_message(answers, _render(renderer, text, locale))


def _preview(renderer: Renderer, request: dict[str, Any]) -> dict[str, Any]:
    try:
        preview = renderer.preview(request["text"], RenderContext(request["locale"]))
    except KbError as error:
        return _error(error)
    data = preview_to_json(preview)
    known = set(request["known"])
    for block in data["blocks"]:
        if block[1] in known:
            block[2] = ""
    return {"preview": data}


def _render(renderer: Renderer, text: str, locale: str) -> dict[str, Any]:
    try:
        return {"rendered": rendered_to_json(renderer.render(text, RenderContext(locale)))}
    except KbError as error:
        return _error(error)


def _error(error: KbError) -> dict[str, Any]:
    return {"error": [error.code, error.template, error.details]}


def _limit_memory() -> None:
    if sys.platform == "linux":
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        limit = _MEMORY if hard == resource.RLIM_INFINITY else min(_MEMORY, hard)
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


def main() -> None:
    """Serve on the pipes the program gave us; nothing else may write to them."""
    requests = os.fdopen(os.dup(sys.stdin.fileno()), "rb")
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # A stray print would otherwise end up between two messages.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    _limit_memory()
    try:
        write_message(answers, {"ready": True})
        serve(requests, answers)
    except (BrokenPipeError, KeyboardInterrupt):
        # The program is gone or is being stopped: nobody waits for the answer.
        sys.exit(0)


if __name__ == "__main__":
    main()
