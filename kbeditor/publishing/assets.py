"""Attachments of the site: their addresses, and which of them pages use."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from anyascii import anyascii

from kbeditor.domain.records import Attachment
from kbeditor.publishing.addresses import clean_slug

FOLDER = "assets"

_EXTENSION = re.compile(r"\.[a-z0-9]{1,8}")
# What a browser would run as a page of the site itself, outside of our Content-Security-Policy.
_ACTIVE = {
    ".htm",
    ".html",
    ".xhtml",
    ".xht",
    ".xml",
    ".xsl",
    ".xslt",
    ".svgz",
    ".js",
    ".mjs",
    ".mht",
}
_ACTIVE |= {".shtml", ".swf", ".hta", ".htc", ".php", ".asp", ".aspx", ".jsp", ".cgi"}
_SCRIPT_IN_SVG = re.compile(
    rb"<\s*(?:[\w-]+:)?(?:script|foreignobject|handler|listener|iframe|embed|object)\b"
    rb"|\bon[a-z]+\s*=|javascript\s*:|<!entity",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Asset:
    """An attachment as the site carries it. `disarmed`: kept from being opened as a page."""

    attachment: Attachment
    address: str
    disarmed: bool


class Assets:
    """Hands out addresses, and remembers which attachments were asked for."""

    def __init__(
        self,
        attachments: Iterable[Attachment],
        read: Callable[[str], bytes],
        had: Callable[[str, str], bool] = lambda address, sha256: False,
    ) -> None:
        """`had` tells whether an earlier build wrote a file with that address and SHA-256."""
        self._attachments: Mapping[str, Attachment] = {each.id: each for each in attachments}
        self._read = read
        self._had = had
        self._used: dict[str, Asset] = {}

    def __len__(self) -> int:
        return len(self._used)

    def use(self, attachment_id: str, locale: str) -> Asset | None:
        """The attachment's version for a locale; from now on it belongs to the site."""
        attachment = self._attachments.get(attachment_id)
        if attachment is None:
            return None
        variant = self._attachments.get(attachment.variants.get(locale, ""), attachment)
        if variant.id not in self._used:
            self._used[variant.id] = self._asset(variant)
        return self._used[variant.id]

    def use_again(self, ids: Iterable[str]) -> None:
        """Take in what an earlier build used, by the ids that `held` gave."""
        for each in ids:
            if each not in self._used and each in self._attachments:
                self._used[each] = self._asset(self._attachments[each])

    def held(self) -> list[str]:
        """Ids of the attachments that belong to the site so far."""
        return sorted(self._used)

    def alternative(self, attachment_id: str, locale: str) -> str:
        """The alternate text of a picture in a locale, "" when it has none."""
        attachment = self._attachments.get(attachment_id)
        return "" if attachment is None else attachment.alt.get(locale, "")

    def used(self) -> Iterator[Asset]:
        """Each used attachment once, ordered by address."""
        by_address = {asset.address: asset for asset in self._used.values()}
        yield from (by_address[address] for address in sorted(by_address))

    def _asset(self, attachment: Attachment) -> Asset:
        name = attachment.name.replace("\\", "/").rstrip("/").rpartition("/")[2]
        stem, dot, ending = name.rpartition(".")
        extension = f".{ending.lower()}" if dot else ""
        if not _EXTENSION.fullmatch(extension):
            stem, extension = name, ""
        active = extension in _ACTIVE or "html" in attachment.media_type
        slug = clean_slug(anyascii(stem or name)) or "file"
        address = f"{FOLDER}/{slug}-{attachment.sha256[:8]}{extension}"
        if not active and (extension == ".svg" or "svg" in attachment.media_type):
            active = self._has_script(attachment, address)
        return Asset(attachment, f"{address}.txt" if active else address, active)

    def _has_script(self, attachment: Attachment, address: str) -> bool:
        """Whether an SVG could run something; what an earlier build found need not be read."""
        if self._had(address, attachment.sha256):
            return False
        return _SCRIPT_IN_SVG.search(self._read(attachment.id)) is not None
