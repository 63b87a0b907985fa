"""The sites that are judged: of the sample library, and of the campaign corpus where it is."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from kbeditor.app.opening import create_library, create_sample
from kbeditor.app.workspace import Workspace
from kbeditor.domain.exchange import ExportOptions, ImportOptions
from kbeditor.domain.progress import Silent
from kbeditor.domain.site import SiteOptions
from tools.judging.pages import SitePage, read_pages
from tools.judging.serving import serving

ROOT = Path(__file__).resolve().parents[2]
CAMPAIGN = ROOT.parent / "shared" / "corpus" / "campaign" / "content"


@dataclass(frozen=True, slots=True)
class JudgedSite:
    """A site that stands in `folder` and is served at `base`; its pages by address."""

    name: str
    folder: Path
    base: str
    pages: dict[str, SitePage]
    locales: tuple[str, ...]

    def url(self, page: str) -> str:
        """Where a page is served, by its public address."""
        return f"{self.base}/{page.removesuffix('index.html')}"

    def heaviest(self, kind: str, locale: str) -> str:
        """The address of the largest page of a kind ("article", "category") in a locale's words."""
        found = (p for p in self.pages.values() if (p.kind, p.locale) == (kind, locale))
        own = (page for page in found if unquote(page.canonical) == self.url(page.address))
        return max(own, key=lambda page: (page.size, page.address)).address


@contextmanager
def judged_sites(folder: Path) -> Iterator[list[JudgedSite]]:
    """The sites, made anew below `folder` and served as long as the context lasts."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with ExitStack() as stack:
        sites = [_served(stack, "sample", create_sample(folder / "sample.kb"), folder)]
        if CAMPAIGN.is_dir():
            sites.append(_served(stack, "campaign", _campaign(folder / "campaign.kb"), folder))
        yield sites


def _campaign(path: Path) -> Workspace:
    workspace = create_library(path, "Campaign", "en", ["fr"])
    plan = workspace.importing.plan(CAMPAIGN, ImportOptions(), Silent())
    workspace.importing.apply(plan, Silent())
    return workspace


def _served(stack: ExitStack, name: str, workspace: Workspace, folder: Path) -> JudgedSite:
    base = stack.enter_context(serving(folder / name))
    return export_site(name, workspace, folder / name, base)


def export_site(name: str, workspace: Workspace, folder: Path, base: str) -> JudgedSite:
    """The site of a library, written to `folder` for the address `base`; closes the library."""
    options = ExportOptions(site=SiteOptions(base_url=base, markdown=True))
    workspace.exporting.export("html", folder, options, Silent())
    locales = tuple(locale.tag for locale in workspace.locales.list())
    workspace.close()
    return JudgedSite(name, folder, base, read_pages(folder), locales)
