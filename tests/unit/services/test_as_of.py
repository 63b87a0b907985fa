"""The whole library as it was at a release."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kbeditor.app.workspace import Workspace
from kbeditor.domain.errors import Cancelled, KbError, NotFound
from kbeditor.domain.records import TextRef
from kbeditor.domain.releases import Profile
from kbeditor.domain.site import SiteOptions
from kbeditor.domain.states import State
from tests.helpers.library import (
    PIXEL,
    Shop,
    article,
    check_rules,
    opened,
    outline,
    publish,
    text_of,
    write,
)


@pytest.fixture
def ws(shop_path: Path) -> Iterator[Workspace]:
    with opened(shop_path, "Grace") as workspace:
        yield workspace


@pytest.fixture
def profile(ws: Workspace, tmp_path: Path) -> Profile:
    options = SiteOptions(least_state=State.PUBLISHED)
    return ws.profiles.save(Profile("", "Public", str(tmp_path / "site"), options=options)).value


@contextmanager
def as_of(ws: Workspace, number: int, folder: Path) -> Iterator[Workspace]:
    target = folder / f"as-of-{number}.kb"
    ws.as_of.build(number, target)
    check_rules(target)
    with opened(target, "Grace", read_only=True) as past:
        yield past
    assert not list(folder.glob("*.new*"))


def pages(folder: Path) -> dict[str, bytes]:
    return {
        each.relative_to(folder).as_posix(): each.read_bytes() for each in folder.rglob("*.html")
    }


def test_texts_tree_and_settings_are_those_of_then(
    ws: Workspace, shop: Shop, profile: Profile, tmp_path: Path
) -> None:
    ws.releasing.release(profile)
    before = outline(ws)
    write(ws, shop.where, "By air.", title="Somewhere else")
    publish(ws, shop.where)
    write(ws, shop.where, "Par avion.", "fr")
    publish(ws, shop.where, "fr")
    ws.tree.move([shop.cancel], shop.payment.id, None)
    ws.tree.trash([shop.contact])
    ws.settings.set("site.name", "Another")
    ws.locales.add("es")
    new = article(ws, "New", "Here.")
    with as_of(ws, 1, tmp_path) as past:
        assert past.read_only
        assert past.library.id == ws.library.id
        assert [each.tag for each in past.locales.list()] == ["en", "fr", "de"]
        assert past.settings.all()["site.name"] == "Lumenne"
        found = text_of(past, shop.where)
        assert (found.title, found.state) == ("Where?", State.PUBLISHED)
        assert found.body.startswith("On the train.")  # the draft above it was not published
        assert text_of(past, shop.where, "fr").body == "Dans la poste."
        assert past.texts.get(TextRef(new, "en")) is None
        assert past.texts.get(TextRef(shop.lost, "en")) is None  # a draft: nobody saw it
        assert past.attachments.data(shop.picture) == PIXEL
        was = str(before).replace("('Parcels', ['Lost'])", "('Parcels', [])")
        assert str(outline(past)) == was
        # What it was published from before that is there, too, but nothing of what came later.
        assert [each.number for each in past.texts.revisions(TextRef(shop.where, "en"))] == [1, 2]
        assert text_of(past, shop.where, "fr").outdated
        assert past.search.find("train", "en")


def test_its_site_is_the_site_of_then(
    ws: Workspace, shop: Shop, profile: Profile, tmp_path: Path
) -> None:
    ws.releasing.release(profile)
    then = pages(Path(profile.target))
    write(ws, shop.cancel, "No longer.")
    publish(ws, shop.cancel)
    ws.as_of.build(1, tmp_path / "past.kb")
    again = tmp_path / "again"
    with opened(tmp_path / "past.kb", "Grace") as past:
        assert past.releasing.list() == ()
        past.releasing.release(past.profiles.list()[0], target=again)
    assert len(then) > 5
    assert pages(again) == then


def test_drafts_that_a_profile_let_through_are_there(
    ws: Workspace, shop: Shop, tmp_path: Path
) -> None:
    options = SiteOptions(least_state=State.DRAFT)
    profile = ws.profiles.save(Profile("", "All", str(tmp_path / "site"), options=options)).value
    write(ws, shop.lost, "Look again.")
    ws.releasing.release(profile)
    write(ws, shop.lost, "Give up.")
    with as_of(ws, 1, tmp_path) as past:
        assert text_of(past, shop.lost).body == "Look again."
        assert text_of(past, shop.lost).state is State.DRAFT


def test_what_was_deleted_for_good_is_told(
    ws: Workspace, shop: Shop, profile: Profile, tmp_path: Path
) -> None:
    ws.releasing.release(profile)
    ws.tree.trash([shop.contact])
    ws.tree.purge([shop.contact])
    report = ws.as_of.build(1, tmp_path / "past.kb")
    assert [each.code for each in report.lines] == ["drafts_unknown", "text_gone"]
    assert "Contact" in report.lines[1].text


def test_nothing_is_left_of_what_fails(
    ws: Workspace, shop: Shop, profile: Profile, tmp_path: Path
) -> None:
    with pytest.raises(NotFound):
        ws.as_of.build(7, tmp_path / "past.kb")
    ws.releasing.release(profile)
    (tmp_path / "there.kb").write_bytes(b"mine")
    with pytest.raises(KbError) as error:
        ws.as_of.build(1, tmp_path / "there.kb")
    assert error.value.code == "exists"
    assert (tmp_path / "there.kb").read_bytes() == b"mine"

    class Impatient:
        def step(self, code: str, done: int, total: int) -> None:
            raise Cancelled()

    with pytest.raises(Cancelled):
        ws.as_of.build(1, tmp_path / "past.kb", Impatient())
    left = {each.name for each in tmp_path.iterdir() if each.is_file()}
    assert left == {"furnished.kb", "furnished.kb-wal", "furnished.kb-shm", "there.kb"}
