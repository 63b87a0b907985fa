"""Finds what Qt and the tests lack on this system, and installs it or says how.

Run as `python tools/system_packages.py set-up|run|test|judge` with any Python from 3.11 on. On
Linux only: elsewhere Qt's wheels bring everything. With apt-get and the right to use it (root, or
sudo that asks no password) the missing packages are installed; with apt-get alone the one command
is printed and the exit code is 1; without apt-get the missing files are named and the work goes on.
"""

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping

# Library file -> Debian packages that carry it: the first that the machine's release knows is
# taken (Debian 13 renamed two of them when time became 64 bits wide).
QT_LIBRARIES: dict[str, tuple[str, ...]] = {
    # every window, also one that is only drawn in memory
    "libGL.so.1": ("libgl1",),
    "libEGL.so.1": ("libegl1",),
    "libxkbcommon.so.0": ("libxkbcommon0",),
    "libgthread-2.0.so.0": ("libglib2.0-0t64", "libglib2.0-0"),
    "libfontconfig.so.1": ("libfontconfig1",),
    "libfreetype.so.6": ("libfreetype6",),
    "libdbus-1.so.3": ("libdbus-1-3",),
    "libgssapi_krb5.so.2": ("libgssapi-krb5-2",),
    "libdrm.so.2": ("libdrm2",),
    "libudev.so.1": ("libudev1",),
    # windows on X11
    "libX11.so.6": ("libx11-6",),
    "libX11-xcb.so.1": ("libx11-xcb1",),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0",),
    "libxcb-cursor.so.0": ("libxcb-cursor0",),
    "libxcb-glx.so.0": ("libxcb-glx0",),
    "libxcb-icccm.so.4": ("libxcb-icccm4",),
    "libxcb-image.so.0": ("libxcb-image0",),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1",),
    "libxcb-randr.so.0": ("libxcb-randr0",),
    "libxcb-render.so.0": ("libxcb-render0",),
    "libxcb-render-util.so.0": ("libxcb-render-util0",),
    "libxcb-shape.so.0": ("libxcb-shape0",),
    "libxcb-shm.so.0": ("libxcb-shm0",),
    "libxcb-sync.so.1": ("libxcb-sync1",),
    "libxcb-util.so.1": ("libxcb-util1",),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0",),
    "libxcb-xkb.so.1": ("libxcb-xkb1",),
    # windows on Wayland
    "libwayland-client.so.0": ("libwayland-client0",),
    "libwayland-cursor.so.0": ("libwayland-cursor0",),
    "libwayland-egl.so.1": ("libwayland-egl1",),
    # the web engine behind the preview
    "libnspr4.so": ("libnspr4",),
    "libnss3.so": ("libnss3",),
    "libXcomposite.so.1": ("libxcomposite1",),
    "libXdamage.so.1": ("libxdamage1",),
    "libXext.so.6": ("libxext6",),
    "libXfixes.so.3": ("libxfixes3",),
    "libXrandr.so.2": ("libxrandr2",),
    "libXtst.so.6": ("libxtst6",),
    "libxcb-dri3.so.0": ("libxcb-dri3-0",),
    "libasound.so.2": ("libasound2t64", "libasound2"),
    "libexpat.so.1": ("libexpat1",),
    "libxkbfile.so.1": ("libxkbfile1",),
    "libgbm.so.1": ("libgbm1",),
}

# Programs that the tests drive: any of the names will do -> Debian package.
TEST_PROGRAMS: dict[tuple[str, ...], tuple[str, ...]] = {
    ("chromium", "chromium-browser", "google-chrome"): ("chromium",),
    ("Xvfb",): ("xvfb",),
    ("xauth",): ("xauth",),
    ("msgfmt",): ("gettext",),
}

# Programs that the judges of the published site are run by.
JUDGE_PROGRAMS: dict[tuple[str, ...], tuple[str, ...]] = {
    ("chromium", "chromium-browser", "google-chrome"): ("chromium",),
    ("java",): ("default-jre-headless",),
    ("node",): ("nodejs",),
    ("npm",): ("npm",),
}

Missing = Mapping[str, tuple[str, ...]]  # what is missing, as a person knows it -> Debian packages


def can_load(library: str) -> bool:
    """Whether the system's loader finds the shared library and all that it needs in turn."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_for(purpose: str) -> Missing:
    """What this machine lacks for `set-up` (a virtual environment), `run`, `test` or `judge`."""
    if purpose == "set-up":
        if importlib.util.find_spec("ensurepip"):
            return {}
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        return {f"Python {version}'s venv module": (f"python{version}-venv", "python3-venv")}
    missing = {name: names for name, names in QT_LIBRARIES.items() if not can_load(name)}
    programs = {"test": TEST_PROGRAMS, "judge": JUDGE_PROGRAMS}.get(purpose, {})
    return missing | {
        names[0]: packages
        for names, packages in programs.items()
        if not any(shutil.which(name) for name in names)
    }


def apt_prefix() -> list[str] | None:
    """What to write before apt-get so that it may install: nothing, sudo, or None: it may not."""
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "-n"]
    if (
        shutil.which("sudo")
        and subprocess.run([*sudo, "true"], capture_output=True).returncode == 0
    ):
        return sudo
    return None


def known_packages(missing: Missing) -> list[str]:
    """For each missing thing the first of its packages that this release of Debian really has."""

    def is_known(package: str) -> bool:
        shown = subprocess.run(
            ["apt-cache", "show", "--no-all-versions", package], capture_output=True, check=False
        )
        return shown.returncode == 0 and bool(shown.stdout)

    def first_known(names: Iterable[str]) -> str:
        *newer, oldest = names
        return next((name for name in newer if is_known(name)), oldest)

    return sorted({first_known(names) for names in missing.values()})


def install(missing: Missing, prefix: list[str]) -> bool:
    """Install what is missing with apt-get; False when apt-get failed (it has said why)."""
    environment = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive"]
    # One source that does not answer is no reason to stop: the lists at hand may do.
    subprocess.run([*environment, "apt-get", "update", "-qq"], check=False)
    packages = known_packages(missing)
    print("Installing system packages:", " ".join(packages), flush=True)
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    return subprocess.run([*environment, *command], stdout=subprocess.DEVNULL).returncode == 0


def main(purpose: str) -> int:
    """See to what `purpose` needs; the exit code: 0 go on, 1 stop."""
    if not sys.platform.startswith("linux"):
        return 0
    missing = missing_for(purpose)
    if not missing:
        return 0
    if not shutil.which("apt-get"):
        print(f"This system lacks {', '.join(missing)}; kbeditor may not start without them.")
        return 0
    prefix = apt_prefix()
    if prefix is not None and install(missing, prefix):
        missing = missing_for(purpose)
        if not missing:
            return 0
    print(f"This system lacks {', '.join(missing)}. Please run this once, then try again:")
    print(f"  sudo apt-get install --no-install-recommends {' '.join(known_packages(missing))}")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
