"""Attachments: stored once by content, described per locale, never taken from readers."""

from pathlib import Path

import pytest

from kbeditor.app.workspace import Workspace
from kbeditor.domain.errors import KbError, NotFound
from kbeditor.domain.records import TextRef
from tests.helpers.library import PIXEL, article, connected, publish, write


def test_a_picture_comes_back_byte_for_byte(ws: Workspace) -> None:
    made = ws.attachments.add("map.png", PIXEL).value
    assert (made.name, made.media_type, made.size, made.width, made.height) == (
        "map.png",
        "image/png",
        len(PIXEL),
        1,
        1,
    )
    assert ws.attachments.data(made.id) == PIXEL
    assert ws.attachments.list() == (made,) == (ws.attachments.get(made.id),)


def test_the_same_bytes_are_stored_once(ws: Workspace, path: Path) -> None:
    first = ws.attachments.add("map.png", PIXEL).value
    outcome = ws.attachments.add("another name.png", PIXEL)
    assert outcome.value == first
    assert not outcome.changes
    ws.attachments.remove([first.id])
    again = ws.attachments.add("map.png", PIXEL).value
    assert again.id != first.id
    with connected(path) as connection:
        assert connection.execute("SELECT count(*) FROM attachment_data").fetchone() == (1,)


def test_what_is_not_taken(ws: Workspace) -> None:
    with pytest.raises(KbError) as caught:
        ws.attachments.add("run.exe", b"MZ")
    assert caught.value.code == "not_taken"
    assert "run.exe" in str(caught.value)
    assert ws.attachments.list() == ()


def test_described_per_locale(ws: Workspace) -> None:
    made = ws.attachments.add("map.png", PIXEL).value
    ws.attachments.set_alt(made.id, "en", " The map ")
    ws.attachments.set_alt(made.id, "fr", "Le plan")
    assert ws.attachments.get(made.id).alt == {"en": "The map", "fr": "Le plan"}
    assert ws.texts.link_targets([made.id], "fr")[made.id].title == "Le plan"
    assert ws.texts.link_targets([made.id], "de")[made.id].title == "The map"
    ws.attachments.set_alt(made.id, "fr", " ")
    assert ws.attachments.get(made.id).alt == {"en": "The map"}


def test_named(ws: Workspace) -> None:
    made = ws.attachments.add("map.png", PIXEL).value
    ws.attachments.rename(made.id, " plan.png ")
    assert ws.attachments.get(made.id).name == "plan.png"
    with pytest.raises(KbError) as caught:
        ws.attachments.rename(made.id, " ")
    assert caught.value.code == "empty_name"


def test_what_a_text_shows_stays(ws: Workspace) -> None:
    used, spare = (
        ws.attachments.add("a.png", PIXEL).value,
        ws.attachments.add("b.png", PIXEL + b"b").value,
    )
    ref = article(ws, "Where?", f"![](kb:{used.id})")
    assert ws.attachments.uses(used.id) == (TextRef(ref, "en"),)
    with pytest.raises(KbError) as caught:
        ws.attachments.remove([spare.id, used.id])
    assert caught.value.code == "in_use"
    assert "a.png" in str(caught.value)
    assert len(ws.attachments.list()) == 2
    assert ws.attachments.remove([spare.id]).value == 1


def test_what_readers_still_see_stays(ws: Workspace) -> None:
    used = ws.attachments.add("a.png", PIXEL).value
    ref = article(ws, "Where?", f"![](kb:{used.id})")
    write(ws, ref, "No picture any more.")
    assert ws.attachments.uses(used.id) == (TextRef(ref, "en"),)
    with pytest.raises(KbError):
        ws.attachments.remove([used.id])
    publish(ws, ref)
    assert ws.attachments.uses(used.id) == ()
    assert ws.attachments.remove([used.id]).value == 1


def test_what_is_not_there(ws: Workspace) -> None:
    for look in (
        ws.attachments.get,
        ws.attachments.data,
        lambda each: ws.attachments.remove([each]),
    ):
        with pytest.raises(NotFound):
            look("none")
