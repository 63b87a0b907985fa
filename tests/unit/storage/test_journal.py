"""A library is written with a log where its drive bears that, and without one elsewhere."""

import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest

from kbeditor.app.opening import create_library, open_workspace
from kbeditor.domain.errors import KbError
from kbeditor.domain.footing import Footing
from kbeditor.storage import journal
from kbeditor.storage.driver import sqlite
from kbeditor.storage.drives import network_mount

WITHOUT_SHARED_MEMORY = """
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static int is_shared(int fd) {
    char link[64], name[4096];
    if (fd < 0) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, name, sizeof name - 1);
    if (length < 4) return 0;
    name[length] = 0;
    return !strcmp(name + length - 4, "-shm");
}

void *mmap(void *at, size_t size, int how, int flags, int fd, off_t from) {
    static void *(*real)(void *, size_t, int, int, int, off_t);
    if (!real) real = dlsym(RTLD_NEXT, "mmap");
    if (is_shared(fd)) { errno = ENODEV; return MAP_FAILED; }
    return real(at, size, how, flags, fd, from);
}

void *mmap64(void *at, size_t size, int how, int flags, int fd, off_t from) {
    return mmap(at, size, how, flags, fd, from);
}
"""


def header(path: Path) -> int:
    """2 for a file with a log, 1 for one without; nobody has it open."""
    return path.read_bytes()[18]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "library.kb"
    create_library(path, "Library", "en", ["fr"], "Ann").close()
    return path


@pytest.fixture
def network(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All drives are taken for those of other machines, once the library is made."""
    assert header(library) == 2
    monkeypatch.setattr(journal, "network_drive", lambda _path: "nfs4")


def test_on_a_drive_of_this_machine_there_is_a_log(library: Path) -> None:
    assert header(library) == 2
    workspace = open_workspace(library)
    assert workspace.footing == Footing("", True)
    workspace.close()


@pytest.mark.usefixtures("network")
def test_a_library_that_comes_to_a_network_drive_is_switched(library: Path) -> None:
    one, other = open_workspace(library, "Ann"), open_workspace(library, "Bob")
    assert not one.footing.logged
    ref = one.categories.create(None, "Orders", "en").value
    assert other.poll()
    assert other.texts.heads(ref)[0].title == "Orders"
    other.categories.create(None, "More", "en")
    assert one.poll()
    one.close()
    other.close()
    assert header(library) == 1
    assert sorted(each.name for each in library.parent.iterdir()) == [library.name]


def test_back_on_a_drive_of_ones_own_it_has_a_log_again(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(journal, "network_drive", lambda _path: "cifs")
        open_workspace(library).close()
    assert header(library) == 1
    open_workspace(library).close()
    assert header(library) == 2


@pytest.mark.usefixtures("network")
def test_one_that_others_have_open_with_a_log_is_left_alone(library: Path) -> None:
    with closing(sqlite.connect(library)) as other:
        other.execute("SELECT count(*) FROM text").fetchone()
        other.execute("BEGIN IMMEDIATE")
        assert other.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
        with pytest.raises(KbError) as caught:
            open_workspace(library)
        assert caught.value.code == "busy"
    assert header(library) == 2


def test_words_still_in_the_log_survive_the_switch(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = open_workspace(library)
    workspace.categories.create(None, "In the log", "en")
    moved = tmp_path / "moved"
    moved.mkdir()
    for name in (library.name, f"{library.name}-wal"):  # as after a power cut
        shutil.copy(tmp_path / name, moved / name)
    workspace.close()
    monkeypatch.setattr(journal, "network_drive", lambda _path: "nfs")
    again = open_workspace(moved / library.name)
    assert "In the log" in [row.title for row in again.tree.categories("en")]
    assert not again.footing.logged
    again.close()


def test_where_a_file_cannot_be_mapped_nothing_is_shared(tmp_path: Path) -> None:
    assert journal.shares_memory(tmp_path / "x.kb")
    assert list(tmp_path.iterdir()) == []
    assert not journal.shares_memory(tmp_path / "nowhere" / "x.kb")


OPEN = """
import sys
from pathlib import Path
from kbeditor.app.opening import create_library, open_workspace
path = Path(sys.argv[1])
if not path.exists():
    create_library(path, "New", "en").close()
ws = open_workspace(path)
ws.categories.create(None, "Written without", "en")
print(ws.footing.logged, len(ws.tree.categories("en")))
ws.close()
"""


@pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("cc") is None, reason="builds a shim for Linux"
)
def test_a_drive_without_shared_memory_bears_a_library(library: Path, tmp_path: Path) -> None:
    """The real thing: SQLite's own mapping of the log's memory fails."""
    source, shim = tmp_path / "shim.c", tmp_path / "shim.so"
    source.write_text(WITHOUT_SHARED_MEMORY)
    subprocess.run(["cc", "-shared", "-fPIC", "-o", shim, source, "-ldl"], check=True)
    for path in (library, tmp_path / "new.kb"):
        run = subprocess.run(
            [sys.executable, "-c", OPEN, path],
            env={"LD_PRELOAD": str(shim), "PYTHONPATH": str(Path(__file__).parents[3])},
            capture_output=True,
            text=True,
            check=False,
        )
        assert (run.stdout, run.stderr) == ("False 1\n", "")
        assert header(path) == 1


MOUNTS = [
    SimpleNamespace(mountpoint=point, fstype=kind, opts=opts)
    for point, kind, opts in (
        ("/", "ext4", "rw"),
        ("/mnt", "tmpfs", "rw"),
        ("/mnt/team", "nfs4", "rw,vers=4.2"),
        ("/mnt/team/local", "xfs", "rw"),
        ("/mnt/share", "ext4", "rw"),
        ("/mnt/share", "cifs", "rw"),
        ("/home/ann/far", "fuse.sshfs", "rw"),
        ("/home/ann/stick", "fuseblk", "rw"),
        ("/win", "NTFS", "rw,remote"),
    )
]


@pytest.mark.parametrize(
    ("path", "drive"),
    [
        ("/home/ann/a.kb", ""),
        ("/mnt/a.kb", ""),
        ("/mnt/teams/a.kb", ""),
        ("/mnt/team/deep/a.kb", "nfs4"),
        ("/mnt/team/local/a.kb", ""),
        ("/mnt/share/a.kb", "cifs"),  # the later mount hides the earlier
        ("/home/ann/far/a.kb", "sshfs"),
        ("/home/ann/stick/a.kb", ""),
        ("/win/a.kb", "ntfs"),
    ],
)
def test_network_drives_are_told_by_their_mount(path: str, drive: str) -> None:
    assert network_mount(Path(path), MOUNTS) == drive
