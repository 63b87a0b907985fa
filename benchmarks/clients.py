"""Other people's translation tools on files that kbeditor made: what they open, save and give back.

    python -m benchmarks.clients [--keep build/clients]

Needs what of these is to be tried: gettext (msgfmt), omegat, poedit, lokalize and, for the windows,
xvfb, xdotool, imagemagick and dbus-run-session; what is absent is passed over. Each tool works on
a small article that has everything, and OmegaT and msgfmt on the sample library, too. What they
saved and how they looked is kept; what they saved is also in tests/golden/exchange/clients.
"""

import argparse
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Event

from kbeditor.app.opening import create_sample
from kbeditor.domain.progress import Silent
from kbeditor.domain.units import Incoming, MemoryUnit, UnitFormat, UnitOptions
from kbeditor.exchange.po import PoFormat
from kbeditor.exchange.tmx import write_tmx
from kbeditor.exchange.xliff12 import Xliff12Format
from kbeditor.exchange.xliff20 import Xliff20Format
from tests.helpers.unit_jobs import job, read, small_file, write

FORMATS: Mapping[str, UnitFormat] = {
    "a.po": PoFormat(),
    "a-1.2.xlf": Xliff12Format(),
    "a-2.0.xlf": Xliff20Format(),
}
KEEP = Path(__file__).resolve().parents[1] / "build" / "clients"
_PATIENCE = 40.0  # seconds for a window to come up, or a file to be saved
_PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0"><source_dir>__DEFAULT__</source_dir><source_dir_excludes/>
<target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir>
<glossary_dir>__DEFAULT__</glossary_dir><glossary_file>__DEFAULT__</glossary_file>
<dictionary_dir>__DEFAULT__</dictionary_dir><source_lang>en</source_lang>
<target_lang>{target}</target_lang><sentence_seg>false</sentence_seg>
<support_default_translations>true</support_default_translations><remove_tags>false</remove_tags>
</project></omegat>
"""
_POEDIT_KEYS = ("ctrl+Down",) * 3
# At the third block it asks whether to show the source before beside it: no.
_LOKALIZE_KEYS = ("Next", "Next", "Tab", "Return", "Next")
_LOKALIZE = "[Identity]\nauthorName=Anna\nauthorEmail=anna@example.org\ndefaultLangCode=fr_CA\n"


def tell(tool: str, what: str, result: str) -> None:
    """One line of the record."""
    print(f"{tool:10} {what:34} {result}", flush=True)


def version(*command: str) -> str:
    """The first line that a program says of itself, in which there is a number."""
    said = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    lines = (said.stdout + said.stderr).splitlines()
    return next((line.strip() for line in lines if any(map(str.isdigit, line))), "?")


def changed(before: Incoming, after: Incoming) -> str:
    """Which blocks came back as something else, in one line."""
    sent = {unit.id: unit for unit in before.units}
    parts = []
    for unit in after.units:
        old = sent.pop(unit.id)
        if (old.source, old.source_hash) != (unit.source, unit.source_hash):
            parts.append(f"{unit.id}: SOURCE OR HASH CHANGED")
        if (old.target, old.state) != (unit.target, unit.state):
            state = unit.state.code if unit.state is not None else "no state"
            parts.append(f"{unit.id}: “{' '.join(unit.target.split())[:40]}” ({state})")
    parts += [f"{unit_id}: GONE" for unit_id in sent]
    parts += [line.text for line in after.lines]
    if len(parts) > 6:
        parts = [*parts[:5], f"and {len(parts) - 5} more"]
    return "; ".join(parts) or "nothing changed"


# ------------------------------------------------------------------------------ without a window


def msgfmt(file: Path, what: str) -> None:
    """Compile a PO file with all checks."""
    command = ["msgfmt", "--check", "--statistics", "-o", os.devnull, str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    tell("msgfmt", what, f"exit {done.returncode}: {' '.join(done.stderr.split())}")


def omegat(project: Path, target_locale: str) -> None:
    """Translate what is in a project's source folder with its memory, in console mode."""
    for name in ("target", "glossary", "dictionary", "omegat"):
        (project / name).mkdir(parents=True, exist_ok=True)
    text = _PROJECT.format(target=target_locale)
    (project / "omegat.project").write_text(text, encoding="utf-8")
    subprocess.run(
        [
            "omegat",
            "--mode=console-translate",
            f"--config-dir={project / 'config'}",
            "--no-team",
            "--disable-project-locking",
            str(project),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )


def omegat_small(keep: Path) -> None:
    """The small article; its one untranslated block without codes is in the memory."""
    project = keep / "omegat"
    pairs = {
        "How to pay": "Façons de payer",
        "Press {key} & wait…\\\nDone\tthen": "Appuyez sur {key}…\\\nC’est\tfait",
    }
    (project / "source").mkdir(parents=True)
    (project / "tm" / "auto").mkdir(parents=True)
    memory = [MemoryUnit(one, other, "", "") for one, other in pairs.items()]
    write_tmx(project / "tm/auto/m.tmx", "en", "fr-CA", memory, "kbeditor 1", Silent())
    for name, unit_format in FORMATS.items():
        write(unit_format, project / "source" / name, job(small_file()), UnitOptions(prefill=True))
    omegat(project, "fr-CA")
    for name, unit_format in FORMATS.items():
        sent = read(unit_format, project / "source" / name)
        result = changed(sent, read(unit_format, project / "target" / name))
        tell("OmegaT", f"{name} and memory", result)


def sample_library(keep: Path) -> None:
    """The sample library, its French handed out: compiled, and through OmegaT with its memory."""
    project = keep / "omegat-sample"
    (project / "source").mkdir(parents=True)
    (project / "tm").mkdir()
    workspace = create_sample(keep / "sample.kbe")
    names = {"po": "a.po", "xliff": "a-1.2.xlf", "xliff2": "a-2.0.xlf"}
    try:
        for format_id, name in names.items():
            target = project / "source" / name
            workspace.handing.export(format_id, "fr", target, UnitOptions(prefill=True))
        workspace.handing.export("tmx", "fr", project / "tm" / "m.tmx")
        if shutil.which("msgfmt"):
            msgfmt(project / "source" / "a.po", "sample library")
        if not shutil.which("omegat"):
            return
        omegat(project, "fr")
        for name in names.values():
            unit_format = FORMATS[name]
            sent = read(unit_format, project / "source" / name)
            result = changed(sent, read(unit_format, project / "target" / name))
            tell("OmegaT", f"sample, {name}, {len(sent.units)} blocks", result)
    finally:
        workspace.close()


# ----------------------------------------------------------------------------------- in a window


@contextmanager
def screen() -> Iterator[str]:
    """A screen that nobody sees; its name."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x860x24", "-nolisten", "tcp"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as pipe:
            yield f":{pipe.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


class Window:
    """A program at work on one file. Keys and clicks go to its window as a person's do."""

    def __init__(self, display: str, home: Path, command: Sequence[str]) -> None:
        home.mkdir(parents=True, exist_ok=True)
        self._environment = {**os.environ, "DISPLAY": display, "HOME": str(home), "LANG": "C.UTF-8"}
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
            self._environment.pop(name, None)
        self._program = subprocess.Popen(
            ["dbus-run-session", "--", *command],
            env=self._environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def xdotool(self, *arguments: str) -> str:
        """Run xdotool; what it said."""
        command = ["xdotool", *arguments]
        done = subprocess.run(
            command, env=self._environment, capture_output=True, text=True, check=False, timeout=60
        )
        return done.stdout.strip()

    def wait_for(self, name: str) -> bool:
        """Wait for a window whose title matches, and until it is drawn; whether it came."""
        if not until(lambda: bool(self.xdotool("search", "--onlyvisible", "--name", name))):
            return False
        self.settle(10)
        self.xdotool("search", "--onlyvisible", "--name", name, "windowfocus", "%1")
        return True

    def settle(self, times: int = 2) -> None:
        """Wait until the screen shows the same for some pictures on end, or patience ends."""
        shown: list[bytes] = []

        def is_still() -> bool:
            shown.append(self._screen())
            return len(shown) > times and len(set(shown[-times - 1 :])) == 1

        until(is_still, 10)

    def _screen(self) -> bytes:
        command = ["import", "-window", "root", "rgb:-"]
        done = subprocess.run(command, env=self._environment, capture_output=True, check=False)
        return done.stdout

    def keys(self, *names: str) -> None:
        """Press keys one after another."""
        for name in names:
            self.xdotool("key", name)
            self.settle()

    def click(self, x: int, y: int) -> None:
        """Click at a place of the screen."""
        self.xdotool("mousemove", str(x), str(y), "click", "1")
        self.settle()

    def write(self, text: str) -> None:
        """Type."""
        self.xdotool("type", "--delay", "25", text)
        self.settle()

    def picture(self, file: Path) -> None:
        """What is on the screen."""
        subprocess.run(["import", "-window", "root", str(file)], env=self._environment, check=False)

    def close(self) -> None:
        """End the program and all that it started."""
        os.killpg(self._program.pid, signal.SIGTERM)
        self._program.wait()


def until(condition: Callable[[], bool], patience: float = _PATIENCE) -> bool:
    """Ask again until it holds or patience (seconds) ends; whether it held."""
    end, between = time.monotonic() + patience, Event()
    while not (held := condition()) and time.monotonic() < end:
        between.wait(0.1)
    return held


def edit(
    tool: str,
    display: str,
    keep: Path,
    name: str,
    title: str,
    field: tuple[int, int],
    keys: Sequence[str],
) -> None:
    """Open a file, go to its fourth block, type a translation, save, and read what came of it.

    `title` matches the window's, `field` is where one types, `keys` lead to the fourth block.
    """
    folder = keep / tool
    folder.mkdir(parents=True, exist_ok=True)
    file = write(FORMATS[name], folder / name, job(small_file()))
    sent, written = read(FORMATS[name], file), file.stat().st_mtime_ns
    home = keep / "homes" / f"{tool}-{name}"
    (home / ".config").mkdir(parents=True)
    (home / ".config" / "lokalizerc").write_text(_LOKALIZE, encoding="utf-8")
    window = Window(display, home, [tool, str(file)])
    try:
        if not window.wait_for(title):
            tell(tool, name, "its window did not come")
            return
        window.click(*field)
        window.keys(*keys)
        window.click(*field)
        window.keys("ctrl+a")
        window.write("Appuyez sur la touche")
        window.keys("ctrl+s")
        saved = until(lambda: file.stat().st_mtime_ns != written)
        window.settle()
        window.picture(folder / f"{name}.png")
    finally:
        window.close()
    result = changed(sent, read(FORMATS[name], file)) if saved else "was not saved"
    tell(tool, name, result)


def main() -> None:
    """Try every tool that is there."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--keep", type=Path, default=KEEP)
    keep: Path = parser.parse_args().keep.resolve()
    shutil.rmtree(keep, ignore_errors=True)
    keep.mkdir(parents=True)
    if shutil.which("msgfmt"):
        tell("msgfmt", "version", version("msgfmt", "--version"))
        msgfmt(write(PoFormat(), keep / "a.po", job(small_file())), "small article")
    if shutil.which("omegat"):
        tell("OmegaT", "version", version("omegat", "--help"))
        omegat_small(keep)
    sample_library(keep)
    windows = ("Xvfb", "xdotool", "import", "dbus-run-session")
    missing = [name for name in windows if not shutil.which(name)]
    if missing:
        print(f"No windows: {', '.join(missing)} missing.", file=sys.stderr)
        return
    with screen() as display:
        for name in FORMATS:
            if shutil.which("poedit"):
                edit("poedit", display, keep, name, f"{name}.*Poedit", (150, 570), _POEDIT_KEYS)
            if shutil.which("lokalize"):
                edit("lokalize", display, keep, name, "^default", (500, 260), _LOKALIZE_KEYS)


if __name__ == "__main__":
    main()
