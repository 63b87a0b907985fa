"""How a help centre is published: what a profile says, and what its theme looks like."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kbeditor.domain.records import Ref
from kbeditor.domain.states import State
from kbeditor.domain.votes import Votes


class StaleNotice(StrEnum):
    """When a translation that is behind its source says so to readers."""

    IMPORTANT = "important"  # only when the source changed in an important way
    ALWAYS = "always"
    NEVER = "never"


class SlugScript(StrEnum):
    """In which letters addresses are made from titles that have no slug of their own."""

    LATIN = "latin"
    OWN = "own"


class ServerFile(StrEnum):
    """Servers that can be told of moved and removed pages by a file."""

    NGINX = "nginx"
    APACHE = "apache"
    NETLIFY = "netlify"  # `_redirects`
    CLOUDFLARE = "cloudflare"  # `_redirects`, too


@dataclass(frozen=True, slots=True)
class SiteLink:
    """A link of the header or footer, in one locale ("": in all that have none of their own)."""

    title: str
    href: str
    locale: str = ""


@dataclass(frozen=True, slots=True)
class SiteTheme:
    """What makes a help centre look like its company. Pictures are ids of attachments, or "".

    `accent` is "#rrggbb" or "" for the built-in one. `templates` maps names of template blocks
    ("footer", "head", …) to Jinja2 text; `words` maps locale to key to the site's own words.
    """

    name: str = ""
    accent: str = ""
    font: str = ""
    logo: str = ""
    logo_dark: str = ""
    favicon: str = ""
    header_links: tuple[SiteLink, ...] = ()
    footer_links: tuple[SiteLink, ...] = ()
    contact: str = ""  # where readers are sent when nothing helps: an address or mailto:
    css: str = ""
    templates: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SiteOptions:
    """What one build of the site holds and how. `locales` None: all published ones."""

    locales: tuple[str, ...] | None = None
    least_state: State = State.PUBLISHED
    fallback: bool = True
    base_url: str = ""
    source_at_root: bool = False
    slugs: SlugScript = SlugScript.LATIN
    stale_notice: StaleNotice = StaleNotice.IMPORTANT
    server_files: frozenset[ServerFile] = frozenset()
    markdown: bool = False  # llms.txt, and the Markdown of each page beside it
    vote_endpoint: str = ""
    votes: Mapping[str, Votes] = field(default_factory=dict)  # by locale: what helped most
    theme: SiteTheme = field(default_factory=SiteTheme)
    zip: bool = False
    profile: str = ""  # the profile's id; "" for an export without one
    release: int = 0  # the release's number; 0 for a build that is none


@dataclass(frozen=True, slots=True)
class ReleasedAddress:
    """An address that a page had in a release: where readers' bookmarks and links lead.

    `address` is from the site's root ("fr/orders/track.html"); `owner` may be gone by now.
    """

    address: str
    owner: Ref
    locale: str
    parent_id: str | None = None  # the category it lay in then
    title: str = ""  # what it was called then
