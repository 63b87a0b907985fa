"""The judges' programs from npm, installed once into the ignored folder build/judging."""

import hashlib
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Programs:
    """Where the judges' programs are."""

    checker: Path
    axe: Path
    lighthouse: Path
    chromium: str


def install(folder: Path) -> Programs:
    """Install exactly what package-lock.json says into `folder`, unless it is there already."""
    lock = (HERE / "package-lock.json").read_bytes()
    ready = folder / "ready"
    state = hashlib.sha256(lock).hexdigest()
    if not ready.is_file() or ready.read_text("utf-8") != state:
        print("Installing the judges' programs (once; 220 MB on disk) ...", flush=True)
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copyfile(HERE / name, folder / name)
        command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        subprocess.run(command, cwd=folder, check=True)
        ready.write_text(state, encoding="utf-8")
    modules = folder / "node_modules"
    browsers = ("chromium", "chromium-browser", "google-chrome")
    return Programs(
        modules / "vnu-jar" / "build" / "dist" / "vnu.jar",
        modules / "axe-core" / "axe.min.js",
        modules / "lighthouse" / "cli" / "index.js",
        next(found for name in browsers if (found := shutil.which(name))),
    )
