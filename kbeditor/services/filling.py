"""Renders and stores the HTML of live revisions that lack it, so that no export renders it."""

import os

from kbeditor.domain.progress import Progress, Silent
from kbeditor.domain.rendered import RenderContext
from kbeditor.rendering.client import RenderPool
from kbeditor.rendering.pipeline import RENDERER_VERSION
from kbeditor.services.base import Service
from kbeditor.storage import renderings

_BATCH = 100


class Filling(Service):
    """Keeps stored HTML complete; safe to stop and to run again at any time."""

    def pending(self) -> int:
        """How many live revisions lack HTML of this renderer."""
        with self._store.reading() as session:
            return len(renderings.pending(session, RENDERER_VERSION))

    def fill(self, progress: Progress | None = None) -> int:
        """Render what is missing, on all cores; how many that were."""
        progress = progress or Silent()
        with self._store.reading() as session:
            missing = renderings.pending(session, RENDERER_VERSION)
        done = 0
        if not missing:
            return 0
        with RenderPool(min(len(missing) // 8 + 1, os.cpu_count() or 1)) as pool:
            # Read ahead in batches: no reading transaction stays open while others write.
            for start in range(0, len(missing), _BATCH):
                progress.step("rendering", done, len(missing))
                with self._store.reading() as session:
                    bodies = list(renderings.bodies(session, missing[start : start + _BATCH]))
                rendered = list(
                    pool.render_many(
                        (revision, body, RenderContext(locale)) for revision, locale, body in bodies
                    )
                )
                with self._store.writing() as unit:
                    renderings.put(unit.session, RENDERER_VERSION, rendered)
                done += len(rendered)
        progress.step("rendering", done, len(missing))
        return done
