"""Finds words or a regular expression in texts, within bounded time, past code and addresses."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from unicodedata import normalize

import regex

from kbeditor.domain.errors import KbError
from kbeditor.domain.replacing import LONGEST_QUERY, MOST_PLACES, Place, Query
from kbeditor.translation.inline import Token, TokenKind, tokens
from kbeditor.translation.splitting import Document, split

TIMEOUT_S = 2.0
"""Seconds that an expression may take for one text (the longest take 0.1 s)."""

CONTEXT = 60
"""Characters shown on either side of a hit."""

_KEPT = ("url:", "embed:", "placeholder:", "tag:", "attributes:", "comment", "entity:", "footnote:")
_KEPT_ENDS = ("link:", "image:", "reference:", "tag:", "vendor:")
# Without any of these a body has nothing to be passed over: most short ones are not split at all.
_MAY_HOLD = regex.compile(r"[`<{\[$%&]|https?:|www\.|kb:|~~~|^(?: {4}|\t)|^---", regex.MULTILINE)

Span = tuple[int, int]


class Searcher:
    """Looks for one query in many texts. Lets other threads run while it does."""

    def __init__(self, query: Query) -> None:
        """Raises KbError: `empty_query`, `bad_expression` (names the place), `too_long`."""
        if not query.words:
            raise KbError("empty_query", "Say what is to be found.")
        if len(query.words) > LONGEST_QUERY:
            raise KbError(
                "too_long",
                "What is looked for may have {most} characters at most.",
                most=LONGEST_QUERY,
            )
        self._query = query
        self._pattern = _compiled(query)

    @property
    def group_count(self) -> int:
        """How many groups the expression has."""
        return self._pattern.groups

    @property
    def names(self) -> Mapping[str, int]:
        """The number of each named group."""
        return dict(self._pattern.groupindex)

    def find(self, text: "Words") -> "Hits":
        """All hits of a text that are not empty. Raises KbError `slow_expression`."""
        places: list[Place] = []
        passed = 0
        try:
            for field, part, said in text.parts():
                found = list(islice(self._matches(said), MOST_PLACES + 1))
                if found and field == "body" and self._query.protect and _MAY_HOLD.search(said):
                    kept = protected(said)
                    free = [match for match in found if not _touches(kept, match.span())]
                    passed += len(found) - len(free)
                    found = free
                places += _placed(field, part, said, found)
        except TimeoutError as error:
            raise KbError(
                "slow_expression",
                "The expression takes more than {seconds} seconds for “{title}” ({locale}). "
                "Make it simpler: a repeat within a repeat is what takes so long.",
                seconds=int(TIMEOUT_S),
                title=text.title,
                locale=text.locale,
            ) from error
        return Hits(tuple(places), passed)

    def _matches(self, said: str) -> Iterator["regex.Match[str]"]:
        matches = self._pattern.finditer(said, timeout=TIMEOUT_S, concurrent=True)
        return (match for match in matches if match.end() > match.start())


@dataclass(frozen=True, slots=True)
class Words:
    """The parts of one text that are searched; those that are not are left empty."""

    locale: str
    title: str
    searched_title: str = ""
    summary: str = ""
    keywords: Sequence[str] = ()
    body: str = ""

    def parts(self) -> Iterator[tuple[str, int, str]]:
        """(field, which of several, what it says)."""
        yield "title", 0, self.searched_title
        yield "summary", 0, self.summary
        for number, word in enumerate(self.keywords):
            yield "keywords", number, word
        yield "body", 0, self.body


@dataclass(frozen=True, slots=True)
class Hits:
    """The hits of one text, and how many were passed over as protected."""

    places: tuple[Place, ...]
    passed: int


def _compiled(query: Query) -> "regex.Pattern[str]":
    pattern = query.words if query.regex else _literal(query.words)
    if query.whole:
        pattern = rf"(?<!\w)(?:{pattern})(?!\w)"
    flags = regex.MULTILINE | regex.VERSION0 | (0 if query.case else regex.IGNORECASE)
    try:
        if query.regex:  # first as it was typed, so that the place is the one in it
            regex.compile(query.words, flags)
        return regex.compile(pattern, flags)
    except (regex.error, OverflowError, RecursionError, MemoryError, ValueError) as error:
        raise KbError(
            "bad_expression",
            "Regular expression, character {place}: {reason}.",
            place=min(getattr(error, "pos", 0) or 0, len(query.words) - 1) + 1,
            reason=getattr(error, "msg", "") or "it cannot be read",
        ) from error


def _literal(words: str) -> str:
    """The words as they are, with accents in one character or as marks of their own."""
    forms = dict.fromkeys((words, normalize("NFC", words), normalize("NFD", words)))
    return "|".join(regex.escape(form) for form in forms)


def _placed(
    field: str, part: int, said: str, found: Sequence["regex.Match[str]"]
) -> Iterator[Place]:
    line, counted = 1, 0
    for match in found:
        start, end = match.span()
        line, counted = line + said.count("\n", counted, start), start
        yield Place(
            field,
            part,
            start,
            end,
            line if field == "body" else 0,
            match[0],
            _one_line(said[max(0, start - CONTEXT) : start], start > CONTEXT, at_end=False),
            _one_line(said[end : end + CONTEXT], end + CONTEXT < len(said), at_end=True),
            tuple(match.groups()),
        )


def _one_line(text: str, cut: bool, *, at_end: bool) -> str:
    """Context of a hit in one line; where it was `cut`, no word is left in half."""
    if cut:
        head, space, tail = text.rpartition(" ") if at_end else text.partition(" ")
        if space:
            text = f"{head} …" if at_end else f"… {tail}"
    ends = (text[:1].isspace(), text[-1:].isspace())
    words = " ".join(text.split())
    return f"{' ' * ends[0]}{words}{' ' * ends[1]}" if words else " " * any(ends)


# ------------------------------------------------------------------------------ what is protected


def protected(body: str) -> list[Span]:
    """What of a body is no words: code, addresses, tags, placeholders, and what stands between
    the blocks. In order, without overlaps.
    """
    document = split(body)
    free: list[Span] = []
    for index, segment in enumerate(document.segments):
        if segment.kind.translatable:
            free += _free(document, index)
    return _gaps(sorted(free), len(body))


def _free(document: Document, index: int) -> Iterator[Span]:
    """Where the words of a block are in the body: of each line what no kept mark covers."""
    spans = document.source.spans(index)
    said = "\n".join(document.body[start:end] for start, end in spans)
    kept = [(t.start, t.start + len(t.raw)) for t in tokens(said) if _is_kept(t)]
    offset, last = 0, spans[0][0]
    for start, end in spans:
        if document.body[last:start].isspace():
            yield last, start  # the line goes on: words are found across its end
        at = start
        for left, right in kept:
            low, high = max(start, start + left - offset), min(end, start + right - offset)
            if low < high:
                yield at, low
                at = high
        yield at, end
        offset, last = offset + end - start + 1, end


def _is_kept(token: Token) -> bool:
    if token.kind is TokenKind.CODE:
        return True
    if token.kind is TokenKind.ALONE:
        return token.value.startswith(_KEPT)
    return token.kind is not TokenKind.TEXT and token.value.startswith(_KEPT_ENDS)


def _gaps(free: Sequence[Span], length: int) -> list[Span]:
    """What free spans leave of a text of some length."""
    gaps: list[Span] = []
    at = 0
    for start, end in free:
        if start > at:
            gaps.append((at, start))
        at = max(at, end)
    if at < length:
        gaps.append((at, length))
    return gaps


def _touches(kept: Sequence[Span], hit: Span) -> bool:
    """Whether a hit has a character in one of the spans."""
    index = bisect_left(kept, (hit[1], 0)) - 1
    return index >= 0 and kept[index][1] > hit[0]
