"""However many processes render, the site is the same."""

from pathlib import Path

from kbeditor.domain.exchange import ExportOptions
from kbeditor.domain.progress import Silent
from kbeditor.publishing.html_site import HtmlSite
from kbeditor.rendering.client import RenderPool
from kbeditor.shipped import resources
from tests.helpers.help_centre import help_centre
from tests.helpers.memory_library import Words
from tests.unit.publishing.test_incremental import content


def test_one_and_two_workers_give_the_same_bytes(tmp_path: Path) -> None:
    library = help_centre()
    for number in range(40):
        library.article(f"more{number}", "orders", en=Words(f"More {number}", f"## Part {number}"))
    library.rendered = False
    for workers in (1, 2):
        with RenderPool(workers) as pool:
            HtmlSite(resources() / "site").export(
                library,
                tmp_path / str(workers),
                ExportOptions(base_url="https://help.example"),
                pool.render_many,
                Silent(),
            )
    assert content(tmp_path / "1") == content(tmp_path / "2")
