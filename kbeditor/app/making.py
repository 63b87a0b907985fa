"""Makes and fills libraries; imports every floor, so only `opening` calls it."""

from collections.abc import Sequence
from pathlib import Path

from kbeditor.app.keeping import Keeper
from kbeditor.app.workspace import Workspace
from kbeditor.domain.progress import Progress
from kbeditor.services.creating import create_store
from kbeditor.services.sample import LOCALES, NAME, SOURCE, fill_with_sample
from kbeditor.shipped import sample_data


def create_library(
    path: Path,
    name: str,
    source_locale: str,
    locales: Sequence[str],
    who: str,
    keeper: Keeper | None,
) -> Workspace:
    """See `opening.create_library`."""
    return Workspace(create_store(path, name, source_locale, locales, who), keeper)


def create_sample(path: Path, who: str, progress: Progress, keeper: Keeper | None) -> Workspace:
    """See `opening.create_sample`."""
    store = create_store(path, NAME, SOURCE, LOCALES, who)
    try:
        fill_with_sample(store, sample_data(), progress)
    except BaseException:
        store.close()
        for each in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
            each.unlink(missing_ok=True)
        raise
    return Workspace(store, keeper)
