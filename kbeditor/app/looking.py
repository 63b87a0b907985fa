"""The help centre as it would be now, drafts included, built into a folder to look at it."""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kbeditor.domain.exchange import ExportOptions
from kbeditor.domain.finding import Report
from kbeditor.domain.progress import Progress
from kbeditor.domain.records import Ref
from kbeditor.domain.releases import Profile
from kbeditor.domain.site import SiteOptions
from kbeditor.domain.states import State
from kbeditor.publishing.manifest import MANIFEST, read_manifest

if TYPE_CHECKING:  # it costs SQLModel, and who looks has one
    from kbeditor.app.workspace import Workspace


def build_look(
    workspace: "Workspace",
    profile_id: str,
    locales: Collection[str],
    folder: Path,
    progress: Progress,
) -> Report:
    """Build what changed since the last time. `profile_id` "" or gone: the first profile's look.

    `locales` are those that are there whatever the profile says. Raises KbError, Cancelled.
    """
    profiles = {each.id: each for each in workspace.profiles.list()}
    profile = profiles.get(profile_id) or workspace.profiles.chosen(None)
    options = _options(workspace, profile, locales)
    return workspace.exporting.export("html", folder, ExportOptions(site=options), progress)


def page_address(folder: Path, ref: Ref | None, locale: str) -> str:
    """Where the page of an article or category is in a built site; "" (its first page) without.

    The page of another locale stands in for one that is missing.
    """
    pages = read_manifest((folder / MANIFEST).read_bytes()).pages
    found = {each.locale: address for address, each in pages.items() if each.owner == ref}
    return found.get(locale) or next(iter(found.values()), "")


def _options(workspace: "Workspace", profile: Profile, locales: Collection[str]) -> SiteOptions:
    """The profile's, but for looking: nothing is sent anywhere, and no address is public."""
    options = profile.built_with(workspace.profiles.themes(), workspace.votes.by_locale(), 0)
    known = workspace.locales.list()
    wanted = options.locales or tuple(each.tag for each in known if each.published)
    return replace(
        options,
        locales=tuple(each.tag for each in known if each.tag in wanted or each.tag in locales),
        least_state=State.DRAFT,
        base_url="",
        vote_endpoint="",
        server_files=frozenset(),
        zip=False,
    )
