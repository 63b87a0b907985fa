"""Writing a site beside its place and moving it in whole."""

import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from kbeditor.domain.errors import KbError
from kbeditor.publishing.manifest import Manifest
from kbeditor.publishing.memory import Ids, Memory, Shown
from kbeditor.publishing.writer import SiteWriter

MEMORY = Memory("made", "structure", Ids(0, ""))
NOTHING = Shown({}, {}, ())


def write(target: Path, files: dict[str, str], zipped: bool = False) -> None:
    with SiteWriter(target, zipped) as writer:
        for name, text in files.items():
            writer.write(name, text)
        manifest = Manifest("library-1", "", 0, ("en",), "1", writer.files)
        writer.finish(manifest, MEMORY, NOTHING, b"")


def names(folder: Path) -> set[str]:
    """All files but what builds remember."""
    found = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
    return {name for name in found if ".kbeditor/" not in name}


def test_a_site_takes_its_place_as_a_whole_with_a_manifest(tmp_path: Path) -> None:
    target = tmp_path / "deep" / "site"
    write(target, {"a.html": "a", "en/b/c.html": "é"})
    assert names(target) == {"a.html", "en/b/c.html", "manifest.json"}
    manifest = json.loads((target / "manifest.json").read_bytes())
    assert manifest["format"] == "kbeditor-site"
    assert manifest["library"] == "library-1"
    assert manifest["files"]["en/b/c.html"] == [
        "4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c",
        2,
    ]
    assert list(target.parent.iterdir()) == [target], "nothing else is left"


def test_an_earlier_export_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "site"
    write(target, {"old.html": "old"})
    write(target, {"new.html": "new"})
    assert names(target) == {"new.html", "manifest.json"}
    assert list(tmp_path.iterdir()) == [target]


def test_an_empty_folder_is_free(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    write(tmp_path / "site", {"a.html": "a"})
    assert names(tmp_path / "site") == {"a.html", "manifest.json"}


@pytest.mark.parametrize("manifest", [None, "{}", "not json", '["kbeditor-site"]'])
def test_a_folder_with_other_files_is_never_touched(tmp_path: Path, manifest: str | None) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "thesis.txt").write_text("years")
    if manifest is not None:
        (tmp_path / "site" / "manifest.json").write_text(manifest)
    before = names(tmp_path)
    with pytest.raises(KbError) as caught:
        SiteWriter(tmp_path / "site", False)
    assert caught.value.code == "target_not_ours"
    assert names(tmp_path) == before


def test_a_file_is_no_place_for_a_folder_nor_a_folder_for_a_zip(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(KbError, match="holds other files"):
        SiteWriter(tmp_path / "file", False)
    with pytest.raises(KbError, match="holds other files"):
        SiteWriter(tmp_path / "file", True)
    (tmp_path / "folder").mkdir()
    with pytest.raises(KbError, match="holds other files"):
        SiteWriter(tmp_path / "folder", True)


def test_a_link_to_the_sites_folder_stays_a_link(tmp_path: Path) -> None:
    write(tmp_path / "real", {"old.html": "old"})
    (tmp_path / "link").symlink_to("real")
    write(tmp_path / "link", {"new.html": "new"})
    assert (tmp_path / "link").is_symlink()
    assert names(tmp_path / "real") == {"new.html", "manifest.json"}


@pytest.mark.parametrize("zipped", [False, True])
def test_what_fails_half_way_leaves_the_old_and_nothing_else(tmp_path: Path, zipped: bool) -> None:
    target = tmp_path / "site"
    write(target, {"old.html": "old"}, zipped)
    before = target.read_bytes() if zipped else names(target)
    with pytest.raises(RuntimeError), SiteWriter(target, zipped) as writer:  # noqa: PT012
        writer.write("new.html", "new")
        raise RuntimeError
    assert (target.read_bytes() if zipped else names(target)) == before
    assert list(tmp_path.iterdir()) == [target]


def test_a_zip_has_the_same_bytes_each_time(tmp_path: Path) -> None:
    files = {"a.html": "a" * 100, "en/b.png": "b" * 100, "é.html": "c"}
    for name in ("one.zip", "two.zip"):
        write(tmp_path / name, files, zipped=True)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as made:
        assert made.testzip() is None
        assert made.namelist() == ["a.html", "en/b.png", "é.html", "manifest.json"]
        assert {each.date_time for each in made.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    write(tmp_path / "one.zip", {"new.html": "n"}, zipped=True)
    with zipfile.ZipFile(tmp_path / "one.zip") as made:
        assert made.namelist() == ["new.html", "manifest.json"]


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere"
)
def test_a_folder_that_may_not_be_written_is_an_expected_error(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(KbError) as caught:
            write(tmp_path / "site", {"a.html": "a"})
    finally:
        tmp_path.chmod(0o700)
    assert caught.value.code == "cannot_write"


def test_a_file_in_the_way_of_the_parent_folder_is_an_expected_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(KbError) as caught:
        write(tmp_path / "file" / "site", {"a.html": "a"})
    assert caught.value.code == "cannot_write"


@pytest.mark.parametrize("zipped", [False, True])
def test_what_a_killed_export_left_is_removed_a_day_later(tmp_path: Path, zipped: bool) -> None:
    for name, age in ((".site.0123abcd.new", 100_000), (".site.89abcdef.new", 60)):
        left = tmp_path / name
        left.write_text("half") if zipped else left.mkdir()
        then = time.time() - age
        os.utime(left, (then, then))
    write(tmp_path / "site", {"a.html": "a"}, zipped)
    assert {each.name for each in tmp_path.iterdir()} == {"site", ".site.89abcdef.new"}


def test_a_broken_zip_is_not_ours(tmp_path: Path) -> None:
    write(tmp_path / "site.zip", {"a.html": "a"}, zipped=True)
    whole = (tmp_path / "site.zip").read_bytes()
    (tmp_path / "site.zip").write_bytes(whole.replace(b"PK\x03\x04", b"xxxx"))
    with pytest.raises(KbError) as caught:
        SiteWriter(tmp_path / "site.zip", True)
    assert caught.value.code == "target_not_ours"


KILLED = """
import os, signal, sys
from pathlib import Path
from kbeditor import moving
from kbeditor.publishing import manifest, memory, writer
point = sys.argv[2]
if point == "before":
    moving.os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)
elif point == "between":
    moving.shutil.rmtree = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)
with writer.SiteWriter(Path(sys.argv[1]), False) as made:
    made.write("new.html", "new")
    made.finish(
        manifest.Manifest("l", "", 0, (), "1", made.files),
        memory.Memory("made", "structure", memory.Ids(0, "")),
        memory.Shown({}, {}, ()),
        b"",
    )
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="folders swap at once on Linux")
@pytest.mark.parametrize(("point", "left"), [("before", "old.html"), ("between", "new.html")])
def test_killed_at_any_point_a_whole_site_is_in_place(
    tmp_path: Path, point: str, left: str
) -> None:
    target = tmp_path / "site"
    write(target, {"old.html": "old"})
    ended = subprocess.run([sys.executable, "-c", KILLED, str(target), point], check=False)
    assert ended.returncode == -signal.SIGKILL
    assert names(target) == {left, "manifest.json"}
