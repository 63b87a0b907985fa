"""One of two programs that write into one library as fast as they can.

Called with a library, a name, how often to write, an article's id and a block's id. Each round
writes into everything that both share, and is taken again after a conflict.
"""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from kbeditor.app.opening import open_workspace
from kbeditor.app.workspace import Workspace
from kbeditor.domain.errors import Conflict, KbError
from kbeditor.domain.records import Kind, Ref, TextRef
from kbeditor.domain.releases import Profile
from kbeditor.domain.site import SiteTheme


def insist(write: Callable[[], object]) -> int:
    """Do it until there is no conflict; how many there were.

    Without a log, one who writes without a pause may keep the other waiting too long: that is said
    ("busy"), and tried again as the window does.
    """
    conflicts = 0
    while True:
        try:
            write()
        except KbError as error:
            if not isinstance(error, Conflict) and error.code != "busy":
                raise
            conflicts += 1
        else:
            return conflicts


def rounds(ws: Workspace, who: str, count: int, article: Ref, block: str) -> int:
    """Write `count` times into each thing; the conflicts met."""
    english, french = TextRef(article, "en"), TextRef(article, "fr")

    def text(ref: TextRef) -> Any:
        found = ws.texts.get(ref)
        assert found is not None
        return found

    def title(mark: str) -> None:
        now = text(english)
        ws.texts.save(english, now.version, title=f"{now.title} {mark}")

    def body(mark: str) -> None:
        now = text(english)
        ws.texts.save(
            english,
            now.version,
            summary=f"{now.summary} {mark}",
            keywords=(*now.keywords, mark),
            body=f"{now.body} {mark}",
        )

    def translated(mark: str) -> None:
        now = text(french)
        [said] = [pair.target for pair in ws.blocks.pairs(french) if pair.id == block]
        ws.blocks.write(french, now.version, block, f"{said} {mark}")

    def shared_file(mark: str) -> None:
        ws.attachments.add(f"both{mark[1:]}.txt", f"both {mark[1:]}".encode())

    # One after the other, and only when both are there, so that they meet.
    kinds: tuple[Callable[[str], object], ...] = (
        lambda mark: ws.profiles.save(Profile("", f"Profile {mark}")),
        lambda mark: ws.profiles.save_theme("", SiteTheme(name=f"Theme {mark}")),
        lambda mark: ws.settings.set(f"test.{mark}", mark),
        lambda mark: ws.notes.open(english, None, "editor", mark),
        lambda mark: ws.glossary.add(f"term {mark}", "fr", f"terme {mark}"),
        lambda mark: ws.articles.create(None, f"Article {mark}", "en"),
        lambda mark: ws.attachments.add(f"{mark}.txt", mark.encode()),
        shared_file,
        title,
        body,
        translated,
    )
    conflicts = 0
    for write in kinds:
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        sys.stdin.readline()
        for number in range(count):
            conflicts += insist(partial(write, f"{who}{number}"))
    return conflicts


if __name__ == "__main__":
    library, name, times, article_id, block_id = sys.argv[1:]
    workspace = open_workspace(Path(library), name)
    met = rounds(workspace, name, int(times), Ref(Kind.ARTICLE, article_id), block_id)
    sys.stdout.write(f"{met} conflicts\n")
    workspace.close()
