"""One Markdown file as the first pass keeps it: its facts without its body."""

import json
import re
import uuid
from dataclasses import dataclass
from hashlib import blake2b

from kbeditor.domain.limits import LONGEST_BODY, LONGEST_LINE, LONGEST_TITLE
from kbeditor.domain.states import State
from kbeditor.exchange.bad_file import BadFile
from kbeditor.exchange.folder import Files, decode_text, fold, read_limited
from kbeditor.exchange.markdown_folder import front_matter, links
from kbeditor.exchange.markdown_folder.layout import INDEXES, humanise, stem
from kbeditor.exchange.markdown_folder.table_of_contents import title_words

LARGEST = LONGEST_BODY  # bytes
_ANCHOR = re.compile(r"\{:?[ ]*#([^\s{}]+)[^{}]*\}")
_POSITIONS = ("position", "weight", "sidebar_position", "nav_order")
_YES = frozenset({"true", "yes", "on", "1"})
_NO = frozenset({"false", "no", "off", "0"})


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file's facts. `extra` is unknown front matter as JSON; `heading` spans the first-level
    heading that the title replaces, in characters of the body; `anchors` are that heading's.
    """

    path: str
    locale: str
    digest: bytes
    title: str
    summary: str
    keywords: tuple[str, ...]
    labels: tuple[str, ...]
    slug: str
    state: State
    position: float | None
    promoted: bool
    id: str | None
    extra: str
    heading: tuple[int, int] | None
    anchors: tuple[str, ...]
    links: tuple[tuple[str, int], ...]  # destinations within the folder, with their lines


def read_parts(files: Files, path: str) -> tuple[front_matter.Parts, bytes]:
    """A file cut at its front matter, and the digest of its bytes."""
    data = read_limited(files.at(path), path, LARGEST)
    text = decode_text(data, path)
    if len(text) > LONGEST_LINE:
        for number, line in enumerate(text.split("\n"), 1):
            if len(line) > LONGEST_LINE:
                raise BadFile(
                    "line_too_long",
                    path,
                    "the line is longer than {limit:,} characters",
                    number,
                    limit=LONGEST_LINE,
                )
    return front_matter.split(text), blake2b(data, digest_size=16).digest()


def read_source(files: Files, path: str, locale: str) -> SourceFile:
    """Read a file's facts. Raises BadFile with path and line."""
    parts, digest = read_parts(files, path)
    known = _Known(front_matter.parse(parts.yaml, path))
    headings: list[links.Found] = []
    found_links: list[tuple[str, int]] = []
    line, counted = parts.first_line, 0
    for found in links.scan(parts.body):
        if found.kind == "heading":
            headings.append(found)
        elif links.destination(found.raw) is not None:
            line += parts.body.count("\n", counted, found.start)
            counted = found.start
            found_links.append((found.raw, line))
    heading = headings[0] if headings else None
    words = title_words(heading.raw) if heading else ""
    title = known.title or words or _name(path)
    if len(title) > LONGEST_TITLE:
        raise BadFile(
            "title_too_long",
            path,
            "its title is longer than {limit} characters",
            limit=LONGEST_TITLE,
        )
    extra = known.rest
    span, anchors = None, ()
    if heading and _plays_the_title(parts.body, headings, words, title):
        span = (heading.start, heading.end)
        anchors = (*_ANCHOR.findall(heading.raw), _as_anchor(words))
        if words and words != title:
            extra = {"heading": words, **extra}  # the page's own heading, where the title differs
    return SourceFile(
        path,
        locale,
        digest,
        title,
        known.summary,
        known.keywords,
        known.labels,
        known.slug,
        known.state,
        known.position,
        known.promoted,
        known.id,
        json.dumps(extra, ensure_ascii=False) if extra else "",
        span,
        anchors,
        tuple(found_links),
    )


def read_body(files: Files, source: SourceFile) -> str:
    """The body without the heading that became the title; BadFile if the file changed since."""
    parts, digest = read_parts(files, source.path)
    if digest != source.digest:
        raise BadFile("changed_meanwhile", source.path, "the file was changed during the import")
    if source.heading is None:
        return parts.body.strip("\n")
    start, end = source.heading
    return f"{parts.body[:start].rstrip()}\n\n{parts.body[end:].lstrip()}".strip("\n")


def _name(path: str) -> str:
    """A title from a page's name; a folder's own text has the folder's name."""
    folder = path.rpartition("/")[0].rpartition("/")[2]
    return humanise(folder if folder and fold(stem(path)) in INDEXES else stem(path))


def _plays_the_title(body: str, headings: list[links.Found], words: str, title: str) -> bool:
    """A first-level heading that says the title, or stands alone above everything else."""
    if words.casefold() == title.casefold():
        return True
    before = re.sub(r"<!--.*?-->", "", body[: headings[0].start], flags=re.S)
    return len(headings) == 1 and not before.strip()


def _as_anchor(words: str) -> str:
    """The anchor that most tools make of a heading's words."""
    return re.sub(r"[\s]+", "-", re.sub(r"[^\w\s-]", "", words.lower())).strip("-")


class _Known:
    """The keys of front matter that we know, taken out; `rest` is what we do not know."""

    def __init__(self, values: "dict[str, front_matter.Value]") -> None:
        self.rest = dict(values)
        self.title = self._word("title")
        self.summary = self._word("summary") or self._word("description")
        self.keywords = self._words("keywords")
        self.labels = self._words("labels") or self._words("tags")
        self.slug = self._word("slug").rstrip("/").rpartition("/")[2]
        self.state = self._state()
        self.position = self._position()
        self.promoted = self._flag("promoted") or False
        self.id = self._id()

    def _word(self, key: str) -> str:
        value = self.rest.get(key)
        if not isinstance(value, str) or not value.strip():
            return ""
        del self.rest[key]
        # Not str.split(): French puts no-break spaces before its signs, and they are to stay.
        return re.sub(r"[ \t\r\n]+", " ", value).strip()

    def _words(self, key: str) -> tuple[str, ...]:
        value = self.rest.get(key)
        if isinstance(value, str):
            words = [word.strip() for word in re.split("[,;]", value)]
        elif isinstance(value, list) and all(isinstance(word, str) for word in value):
            words = [str(word).strip() for word in value]
        else:
            return ()
        del self.rest[key]
        return tuple(dict.fromkeys(word for word in words if word))

    def _flag(self, key: str) -> bool | None:
        value = self.rest.get(key)
        word = value.strip().lower() if isinstance(value, str) else ""
        if word not in _YES | _NO:
            return None
        del self.rest[key]
        return word in _YES

    def _state(self) -> State:
        value = self.rest.get("state")
        if isinstance(value, str):
            try:
                state = State.from_code(value)
            except ValueError:
                state = State.MISSING  # somebody else's word: it stays with the unknown
            if state is not State.MISSING:
                del self.rest["state"]
                return state
        return State.DRAFT if self._flag("draft") else State.PUBLISHED

    def _position(self) -> float | None:
        for key in _POSITIONS:
            value = self.rest.get(key)
            if isinstance(value, str) and re.fullmatch(r"[+-]?\d{1,15}(\.\d{1,6})?", value.strip()):
                del self.rest[key]
                return float(value)
        return None

    def _id(self) -> str | None:
        value = self.rest.get("id")
        try:
            found = uuid.UUID(value.strip()) if isinstance(value, str) else None
        except ValueError:
            found = None  # another tool's id: it stays with the unknown
        if found is None:
            return None
        del self.rest["id"]
        return str(found)
