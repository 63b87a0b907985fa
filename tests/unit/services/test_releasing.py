"""Releases: previewed, blocked, built, remembered, built again; old addresses lead on."""

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from kbeditor.app.verifying import verify_bundle
from kbeditor.app.workspace import Workspace
from kbeditor.domain.errors import KbError, NotFound
from kbeditor.domain.progress import Silent
from kbeditor.domain.records import Ref, TextRef
from kbeditor.domain.releases import ChangeKind, Gate, GateRules, Profile
from kbeditor.domain.site import SiteOptions
from kbeditor.domain.states import State
from kbeditor.publishing.manifest import MANIFEST, read_manifest
from tests.helpers.library import PIXEL, article, category, publish, write


@pytest.fixture
def profile(ws: Workspace, tmp_path: Path) -> Profile:
    return ws.profiles.save(Profile("", "Public", str(tmp_path / "site"))).value


@pytest.fixture
def where(ws: Workspace) -> Ref:
    orders = category(ws, "Orders")
    ref = article(ws, "Where?", "In the post.", orders)
    publish(ws, orders, "en")
    publish(ws, ref, "en")
    return ref


def kinds(ws: Workspace, profile: Profile) -> list[tuple[str, str, str]]:
    changes = ws.releasing.preview(profile).changes
    return [(each.kind.value, each.locale, each.address) for each in changes]


def files(folder: Path) -> dict[str, bytes]:
    return {
        each.relative_to(folder).as_posix(): each.read_bytes()
        for each in sorted(folder.rglob("*"))
        if each.is_file() and ".kbeditor" not in each.parts
    }


def test_a_release_is_previewed_built_and_remembered(
    ws: Workspace, profile: Profile, where: Ref
) -> None:
    preview = ws.releasing.preview(profile)
    assert (preview.number, preview.against, preview.blocked) == (1, 0, False)
    assert ("added", "en", "en/orders/where.html") in kinds(ws, profile)
    assert ws.releasing.list() == ()
    released = ws.releasing.release(profile, " First. ").value
    assert ws.releasing.list() == (released.release,)
    assert (released.release.number, released.release.note) == (1, "First.")
    assert (released.release.profile_name, released.release.author) == ("Public", "Ada")
    manifest = read_manifest((Path(profile.target) / MANIFEST).read_bytes())
    assert (manifest.release, manifest.profile) == (1, profile.id)
    assert len(manifest.pages) == released.release.pages
    again = ws.releasing.preview(profile)
    assert (again.number, again.against, again.changes) == (2, 1, ())


def test_a_release_tells_what_it_changes(ws: Workspace, profile: Profile, where: Ref) -> None:
    gone = article(ws, "Gone", "Soon.")
    publish(ws, gone, "en")
    ws.releasing.release(profile)
    write(ws, where, "In the post office.")
    publish(ws, where, "en")
    new = article(ws, "New", "Here.")
    publish(ws, new, "en")
    ws.tree.trash([gone])
    found = ws.releasing.preview(profile).changes
    english = {(each.kind, each.owner) for each in found if each.locale == "en"}
    assert english == {
        (ChangeKind.CHANGED, where),
        (ChangeKind.ADDED, new),
        (ChangeKind.REMOVED, gone),
    }
    [change] = [e for e in found if e.owner == where and e.locale == "en"]
    old, now = ws.releasing.sides(change)
    assert old is not None
    assert now is not None
    assert (old.body, now.body) == ("In the post.", "In the post office.")
    assert old.rendered is not None
    [removed] = [e for e in found if e.owner == gone and e.locale == "en"]
    assert ws.releasing.sides(removed).new is None
    [added] = [e for e in found if e.owner == new and e.locale == "en"]
    assert ws.releasing.sides(added).old is None


def test_the_words_of_a_draft_are_compared_too(ws: Workspace, where: Ref, tmp_path: Path) -> None:
    options = SiteOptions(least_state=State.DRAFT)
    inside = ws.profiles.save(Profile("", "Inside", str(tmp_path / "in"), options=options)).value
    ws.releasing.release(inside)
    write(ws, where, "Not yet said.")
    [change] = [e for e in ws.releasing.preview(inside).changes if e.locale == "en"]
    old, now = ws.releasing.sides(change)
    assert old is not None
    assert now is not None
    assert (old.body, now.body, now.revision) == ("In the post.", "Not yet said.", None)


def test_the_gate_stops_a_release_and_nothing_is_touched(
    ws: Workspace, profile: Profile, where: Ref
) -> None:
    ws.releasing.release(profile)
    before = files(Path(profile.target))
    write(ws, where, "See [there](kb:nothing).")
    publish(ws, where, "en")
    preview = ws.releasing.preview(profile)
    assert preview.blocked
    with pytest.raises(KbError, match="“Where\\?”") as caught:
        ws.releasing.release(profile)
    assert caught.value.code == "release_blocked"
    assert files(Path(profile.target)) == before
    assert len(ws.releasing.list()) == 1
    ws.profiles.set_gate(GateRules(frozenset({Gate.STALE})))
    assert ws.releasing.release(profile).value.release.number == 2


def test_a_profile_without_a_place_says_so(ws: Workspace, where: Ref, tmp_path: Path) -> None:
    profile = ws.profiles.chosen(None)
    with pytest.raises(KbError) as caught:
        ws.releasing.release(profile)
    assert caught.value.code == "no_target"
    ws.releasing.release(profile, target=tmp_path / "here")
    assert (tmp_path / "here" / "en" / "index.html").is_file()


def test_no_address_of_a_release_dies(ws: Workspace, profile: Profile, where: Ref) -> None:
    gone = article(ws, "Gone", "Soon.")
    publish(ws, gone, "en")
    ws.releasing.release(profile)
    site = Path(profile.target)
    ws.texts.set_slug(TextRef(where, "en"), "track")
    ws.tree.trash([gone])
    preview = ws.releasing.preview(profile)
    assert preview.redirects >= 1
    ws.releasing.release(profile)
    assert "track.html" in (site / "en/orders/where.html").read_text(encoding="utf-8")
    assert "index.html" in (site / "en/gone.html").read_text(encoding="utf-8")
    ws.texts.set_slug(TextRef(where, "en"), "find")
    ws.releasing.release(profile)
    for old in ("where", "track"):
        page = (site / f"en/orders/{old}.html").read_text(encoding="utf-8")
        assert "find.html" in page, "in one step"
    assert verify_bundle(site, Silent()).problems == ()


def test_a_release_is_built_again_byte_by_byte(
    ws: Workspace, profile: Profile, where: Ref, tmp_path: Path
) -> None:
    picture = ws.attachments.add("map.png", PIXEL).value
    ws.attachments.set_alt(picture.id, "en", "The map")
    write(ws, where, f"![](kb:{picture.id}) and [back](kb:{where.id}).")
    publish(ws, where, "en")
    profile = ws.profiles.save(
        replace(profile, options=SiteOptions(least_state=State.DRAFT, base_url="https://x.example"))
    ).value
    draft = article(ws, "Draft", "Not yet.")
    ws.releasing.release(profile)
    first = files(Path(profile.target))
    write(ws, where, "Something else.")
    publish(ws, where, "en")
    ws.texts.rename(TextRef(draft, "en"), "Other")
    ws.settings.rename_library("Another name")
    ws.releasing.release(profile)
    report = ws.releasing.rebuild(1, tmp_path / "again")
    assert dict(report.counts)["articles"] > 0
    assert files(tmp_path / "again") == first
    with pytest.raises(NotFound):
        ws.releasing.rebuild(9, tmp_path / "never")


def test_what_was_deleted_for_good_cannot_be_built_again(
    ws: Workspace, profile: Profile, where: Ref, tmp_path: Path
) -> None:
    ws.releasing.release(profile)
    ws.tree.trash([where])
    ws.tree.purge([where])
    with pytest.raises(KbError) as caught:
        ws.releasing.rebuild(1, tmp_path / "again")
    assert caught.value.code == "release_incomplete"
    assert not (tmp_path / "again").exists()


def test_locales_of_a_release(ws: Workspace, profile: Profile, where: Ref) -> None:
    english, french, *_ = ws.releasing.preview(profile).locales
    assert (english.locale, english.pages, english.fallbacks) == ("en", 1, 0)
    assert (french.pages, french.fallbacks, french.words_left) == (1, 1, 3)


@pytest.mark.parametrize("zipped", [False, True])
def test_verify_finds_one_flipped_byte(
    ws: Workspace, profile: Profile, where: Ref, tmp_path: Path, zipped: bool
) -> None:
    target = tmp_path / ("site.zip" if zipped else "site")
    profile = replace(profile, target=str(target), options=SiteOptions(zip=zipped))
    ws.releasing.release(profile)
    sound = verify_bundle(target, Silent())
    assert (sound.release, sound.problems) == (1, ())
    assert sound.files > 5
    name = "en/orders/where.html"
    if zipped:
        _rewrite(target, name)
    else:
        data = bytearray((target / name).read_bytes())
        data[40] ^= 1
        (target / name).write_bytes(data)
    [problem] = verify_bundle(target, Silent()).problems
    assert (problem.code, problem.address) == ("changed", name)


def _rewrite(archive: Path, name: str) -> None:
    """Flip a byte of one member, with a checksum that fits."""
    with zipfile.ZipFile(archive) as old:
        members = {each: old.read(each) for each in old.namelist()}
    data = bytearray(members[name])
    data[40] ^= 1
    members[name] = bytes(data)
    with zipfile.ZipFile(archive, "w") as new:
        for each, content in members.items():
            new.writestr(each, content)


def test_verify_tells_missing_extra_and_foreign(
    ws: Workspace, profile: Profile, where: Ref, tmp_path: Path
) -> None:
    ws.releasing.release(profile)
    site = Path(profile.target)
    (site / "en" / "index.html").unlink()
    (site / "own.html").write_text("x", encoding="utf-8")
    found = {(e.code, e.address) for e in verify_bundle(site, Silent()).problems}
    assert found == {("missing", "en/index.html"), ("extra", "own.html")}
    for bad, code in ((tmp_path / "nothing", "no_file"), (tmp_path, "not_a_site")):
        with pytest.raises(KbError) as caught:
            verify_bundle(bad, Silent())
        assert caught.value.code == code
    manifest = bytearray((site / MANIFEST).read_bytes())
    manifest[200] ^= 1
    (site / MANIFEST).write_bytes(manifest)
    with pytest.raises(KbError) as caught:
        verify_bundle(site, Silent())
    assert caught.value.code == "damaged_manifest"
