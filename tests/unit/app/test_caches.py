"""Sites that were looked at long ago make room."""

import os
import time
from pathlib import Path

from kbeditor.app.caches import IN_USE_SECONDS, KEPT, use

OLD = IN_USE_SECONDS * 2


def site(folder: Path, name: str, age: float) -> Path:
    made = folder / name
    made.mkdir(parents=True)
    (made / "index.html").write_text("x", "utf-8")
    when = time.time() - age
    os.utime(made, (when, when))
    return made


def left(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()}


def test_the_sites_used_last_stay_and_the_one_in_use_however_old_it_is(tmp_path: Path) -> None:
    mine = site(tmp_path, "mine", OLD * 9)
    for number in range(KEPT + 2):
        site(tmp_path, f"other-{number}", OLD + number)
    use(mine)
    assert left(tmp_path) == {"mine"} | {f"other-{number}" for number in range(KEPT)}
    assert time.time() - mine.stat().st_mtime < OLD


def test_what_another_window_may_show_stays(tmp_path: Path) -> None:
    for number in range(KEPT + 2):
        site(tmp_path, f"other-{number}", number)
    use(tmp_path / "new")
    assert len(left(tmp_path)) == KEPT + 2


def test_the_first_site_of_all_needs_no_folder(tmp_path: Path) -> None:
    use(tmp_path / "sites" / "mine")
    assert left(tmp_path / "sites") == set()
