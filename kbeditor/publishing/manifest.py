"""The manifest of a site: what made it, each file's SHA-256 and size, what each page shows.

It is the last file of a build and carries its own SHA-256, so that a damaged one is known for what
it is. The same site has the same manifest: sorted, no time in it. docs/formats.md describes it.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from json.encoder import encode_basestring
from typing import Any

from kbeditor.domain.records import Kind, Ref

MANIFEST = "manifest.json"
FORMAT = "kbeditor-site"
FORMAT_VERSION = 2
LARGEST = 512 << 20  # bytes; a site of 50,000 articles in two locales needs a tenth

_BEGINNING = f'{{\n"format": "{FORMAT}",\n'.encode()
_FILES = b',\n"files": {\n'
_PAGES = b'\n},\n"pages": {\n'
_SEAL = b',\n"sha256": "'
_END = b'"\n}\n'


_json = json.JSONEncoder(ensure_ascii=False).encode


class DamagedManifest(ValueError):
    """These are not the bytes that a build of this format wrote."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A link or picture that leads nowhere. `what` is a code of `reporting`, `line` from 1."""

    what: str
    target: str
    line: int


@dataclass(frozen=True, slots=True)
class PageRecord:
    """What one page showed. `content` names its text exactly, "" where it has none.

    `shown` is the locale of that text, `revision` the published revision (None: a working text),
    `fingerprint` covers all that the page shows, `summary` stands in lists of its category,
    `links` are the ids that its text points to.
    """

    owner: Ref
    locale: str
    title: str
    shown: str | None
    revision: str | None
    content: str
    fingerprint: str
    updated: str  # a day, "" where there is no text
    summary: str
    links: tuple[str, ...] = ()
    broken: tuple[Broken, ...] = ()


class Pages(Mapping[str, PageRecord]):
    """What pages showed, by address, as lines of a manifest: read when they are asked for.

    An edit of one page among 20,000 takes the other lines over as they are.
    """

    def __init__(self, lines: dict[str, str] | None = None) -> None:
        self.lines = {} if lines is None else lines

    def __getitem__(self, address: str) -> PageRecord:
        return _record(json.loads(self.lines[address]))

    def __iter__(self) -> Iterator[str]:
        return iter(self.lines)

    def __len__(self) -> int:
        return len(self.lines)

    def put(self, address: str, record: PageRecord) -> None:
        """Note what a page shows."""
        self.lines[address] = _page(record)


@dataclass(frozen=True, slots=True)
class Manifest:
    """All that a build tells of itself. `release` 0: it is none.

    `page_version` changes with the program that lays pages out. `files` maps addresses to SHA-256
    and size in bytes, without the manifest itself.
    """

    library: str
    profile: str
    release: int
    locales: tuple[str, ...]
    page_version: str
    files: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    pages: Pages = field(default_factory=Pages)


def write_manifest(manifest: Manifest) -> bytes:
    """The manifest's bytes, one line for each file and page."""
    head = {
        "format_version": FORMAT_VERSION,
        "library": manifest.library,
        "profile": manifest.profile,
        "release": manifest.release,
        "locales": manifest.locales,
        "page_version": manifest.page_version,
    }
    lines = [f"{_json(key)}: {_json(value)}" for key, value in head.items()]
    files = (
        (name, f'["{sha256}", {size}]') for name, (sha256, size) in sorted(manifest.files.items())
    )
    pages = sorted(manifest.pages.lines.items())
    lines += [_listed("files", files), _listed("pages", pages)]
    content = _BEGINNING + ",\n".join(lines).encode()
    return content + _SEAL + hashlib.sha256(content).hexdigest().encode() + _END


def is_ours(data: bytes) -> bool:
    """Whether an export of this or another version began to write these bytes."""
    return data.lstrip(b"{ \r\n").startswith(f'"format": "{FORMAT}"'.encode())


def read_manifest(data: bytes, *, trusted: bool = False) -> Manifest:
    """The reverse of `write_manifest`. Raises DamagedManifest, for other versions, too.

    `trusted`: known to be of our own making, so that pages are not read to see whether they can.
    """
    content, seal, rest = data.rpartition(_SEAL)
    if not seal or rest != hashlib.sha256(content).hexdigest().encode() + _END:
        raise DamagedManifest("its own checksum is wrong")
    first, _, rest = content.partition(_FILES)
    files, _, pages = rest.partition(_PAGES)
    try:
        found = json.loads(first + b"\n}")
        if found["format_version"] != FORMAT_VERSION:
            raise DamagedManifest("it is of another version")
        manifest = Manifest(
            library=found["library"],
            profile=found["profile"],
            release=found["release"],
            locales=tuple(found["locales"]),
            page_version=found["page_version"],
            files={
                name: (sha256, size)
                for name, (sha256, size) in json.loads(b"{" + files + b"}").items()
            },
            pages=Pages(dict(_lines(pages.removesuffix(b"\n}").decode()))),
        )
        if not trusted:
            for address in manifest.pages:
                manifest.pages[address]
        return manifest
    except (ValueError, KeyError, TypeError) as error:
        raise DamagedManifest(str(error)) from error


def _lines(pages: str) -> Iterator[tuple[str, str]]:
    """Addresses and records of a list of pages. No JSON of ours has a line's end in a text."""
    for line in pages.split(",\n") if pages else ():
        key, _, record = line.partition('": ')
        yield (json.loads(f'{key}"') if "\\" in key else key[1:]), record


def _listed(key: str, items: Iterable[tuple[str, str]]) -> str:
    """An object with a line for each entry, so that two manifests can be compared by eye."""
    inside = ",\n".join([f"{encode_basestring(name)}: {value}" for name, value in items])
    return f'"{key}": {{\n{inside}\n}}'


def _page(page: PageRecord) -> str:
    """One page as JSON; what is empty is left out, for there are many pages."""
    data: dict[str, object] = {
        page.owner.kind.value: page.owner.id,
        "locale": page.locale,
        "title": page.title,
        "shown": page.shown,
        "revision": page.revision,
        "fingerprint": page.fingerprint,
    }
    if page.revision is None and page.content:
        data["working"] = page.content
    if page.updated:
        data["updated"] = page.updated
    if page.summary:
        data["summary"] = page.summary
    if page.links:
        data["links"] = page.links
    if page.broken:
        data["broken"] = [[each.what, each.target, each.line] for each in page.broken]
    return _json(data)


def _record(data: Mapping[str, Any]) -> PageRecord:
    kind = Kind.ARTICLE if "article" in data else Kind.CATEGORY
    revision = data["revision"]
    return PageRecord(
        Ref(kind, data[kind.value]),
        data["locale"],
        data["title"],
        data["shown"],
        revision,
        data.get("working", "") if revision is None else revision,
        data["fingerprint"],
        data.get("updated", ""),
        data.get("summary", ""),
        tuple(data.get("links", ())),
        tuple(Broken(*each) for each in data.get("broken", ())),
    )
