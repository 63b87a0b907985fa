"""Building the site of a stored library again and again: each time what a whole build gives."""

import random
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from kbeditor.app.workspace import Workspace
from kbeditor.domain.progress import Silent
from kbeditor.domain.records import Ref, TextRef
from kbeditor.domain.rendered import RenderContext, Rendered
from kbeditor.domain.site import SiteOptions, StaleNotice
from kbeditor.domain.states import Significance, State
from kbeditor.publishing.html_site import HtmlSite
from kbeditor.rendering.pipeline import RENDERER_VERSION, Renderer
from kbeditor.shipped import resources
from kbeditor.storage.reading import StoredSource
from tests.helpers.library import Shop, opened

BASE = "https://help.example"


def rendered(
    wanted: Iterable[tuple[str, str, RenderContext]],
) -> Iterator[tuple[str, Rendered]]:
    """Without worker processes."""
    renderer = Renderer()
    return ((key, renderer.render(body, context)) for key, body, context in wanted)


def build(ws: Workspace, target: Path, options: SiteOptions) -> None:
    site = HtmlSite(resources() / "site")
    with StoredSource(ws._store.reading(), RENDERER_VERSION) as source:
        site.build(source, target, options, rendered, Silent())


def content(folder: Path) -> dict[str, bytes]:
    return {
        each.relative_to(folder).as_posix(): each.read_bytes()
        for each in folder.rglob("*")
        if each.is_file() and ".kbeditor" not in each.parts
    }


def plan_of(site: Path) -> int | None:
    """Which file holds the plan: an old one that was kept is the same file."""
    file = site / ".kbeditor" / "plan.json"
    return file.stat().st_ino if file.is_file() else None


def change(ws: Workspace, dice: random.Random, articles: list[Ref]) -> None:
    """One of the things that people do to a text."""
    ref = TextRef(dice.choice(articles), dice.choice(("en", "en", "fr")))
    text = ws.texts.get(ref)
    what = dice.random()
    if text is None:
        ws.texts.rename(ref, f"Named {dice.random()}")
    elif what < 0.4:
        ws.texts.save(ref, text.version, body=f"{text.body}\n\nMore {dice.random()}.")
    elif what < 0.5:
        ws.texts.save(ref, text.version, body="Nothing of what was here.")
    elif what < 0.6:
        ws.texts.save(ref, text.version, title=f"Other {dice.random()}")
    elif what < 0.65:
        ws.texts.set_state([ref], State.DRAFT)
    elif what < 0.7:
        ws.texts.still_valid([ref])
    if what < 0.3 or what > 0.7:
        grade = dice.choice(list(Significance))
        ws.texts.set_state([ref], State.PUBLISHED, significance=grade)


@pytest.mark.parametrize("notice", list(StaleNotice))
@pytest.mark.parametrize("least", [State.PUBLISHED, State.DRAFT])
def test_whatever_was_written_the_site_is_what_a_whole_build_gives(
    shop_path: Path,
    shop: Shop,
    tmp_path: Path,
    notice: StaleNotice,
    least: State,
) -> None:
    dice = random.Random(f"{notice} {least}")
    options = SiteOptions(base_url=BASE, stale_notice=notice, least_state=least, markdown=True)
    articles = [shop.where, shop.cancel, shop.lost, shop.contact, shop.orders]
    rounds, kept = 8, 0
    with opened(shop_path, "Ada") as ws:
        for _ in range(rounds):
            for _ in range(dice.choice((1, 1, 2))):
                change(ws, dice, articles)
            before = plan_of(tmp_path / "site")
            build(ws, tmp_path / "site", options)
            kept += before == plan_of(tmp_path / "site")
            shutil.rmtree(tmp_path / "anew", ignore_errors=True)
            build(ws, tmp_path / "anew", options)
            ours, anew = content(tmp_path / "site"), content(tmp_path / "anew")
            names = ours.keys() | anew.keys()
            assert {name for name in names if ours.get(name) != anew.get(name)} == set()
    assert 1 <= kept < rounds, "some of them needed no new plan"
