"""Finds the marks in a block's Markdown, in one pass from left to right."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum, auto

from kbeditor.translation.emphasis import Run, pairs, run_at

# Blocks are other people's text, so every step is linear: repeats are possessive or bounded by the
# sign that would begin the next one, and what is searched for ahead is looked up once.


class TokenKind(Enum):
    """What a token is: words, a code span, either end of a pair, or a mark that stands alone."""

    TEXT = auto()
    CODE = auto()
    OPEN = auto()
    CLOSE = auto()
    ALONE = auto()


@dataclass(slots=True)
class Mark:
    """A token in the making. Of tags the partner is not known yet: their `pair` is 0."""

    start: int
    end: int
    kind: TokenKind
    value: str
    pair: int = 0


@dataclass(slots=True)
class _Bracket:
    """A `[` that waits for its `]`; `runs` is how many emphasis runs stood before it."""

    start: int
    end: int
    what: str
    runs: int


_START = re.compile(r"[\\`<!\[\]*_~{%$:&\n]|https?://|www\.")
_TICKS = re.compile(r"`+")
_LINK_END = re.compile(
    r"\]\([ \n]*+(?:<([^<>\n]*+)>|((?:[^\s()\\]|\\.|\([^\s()]*+\))*+))"
    r"(?:[ \n]++(?:\"[^\"]{0,500}+\"|'[^']{0,500}+'))?+[ \n]*+\)"
)
_REFERENCE_END = re.compile(r"\]\[([^\[\]\n]{1,200}+)\]")
_FOOTNOTE = re.compile(r"\[\^([^\]\[\s]{1,64}+)\]")
_VENDOR = re.compile(r"\[!([A-Z]{2,40}+)(?:( +)|\](?:\(([^()\s]*+)\))?+)")
_COMMENT = "<!--"
_SCRIPTLET = re.compile(r"<[%?][^<>\n]{1,300}+>")
_ESCAPED_ANGLE = re.compile(
    r"&lt;((?=[%?])[^<>\n]{1,300}?(?=>|&gt;)|[A-Z][A-Z0-9_]{1,60}+)(?:>|&gt;)"
)
_AUTOLINK = re.compile(r"<((?:https?|ftp|mailto|tel|kb):[^\s<>]*+|[\w.+-]{1,64}+@[\w.-]++)>")
_TAG = re.compile(
    r"<(/?)([A-Za-z][\w.:-]*+)"
    r"(?:\s++[\w.:@-]++(?:\s*+=\s*+(?:\"[^\"<]*+\"|'[^'<]*+'|[^\s\"'=<>`]++))?+)*+\s*+(/?)>"
)
_VOID = re.compile(r"area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr")
_ATTRIBUTES = re.compile(
    r"\{:?[ ]*+(?:[#.][\w:.-][^{}\n]{0,300}+|[\w-]{1,50}+=[^{}\n]{0,300}+)\}",
)
_BRACED = re.compile(
    r"\{\{([^{}\n]{1,300}+)\}\}|\{%([^{}\n]{1,300}+)%\}|\{([\w@][\w.@-]{0,80}+)\}",
)
_PERCENT = re.compile(r"(?<![\w%])%(?:\((\w{1,80}+)\)[sdif]|(?:\d{1,2}+\$)?+[sdif@])(?!\w)")
_DOLLAR = re.compile(r"(?<![\w$])\$(?:\{([^{}\n]{1,100}+)\}|([A-Z_][A-Z0-9_]++)\b)")
_EMOJI = re.compile(r"(?<![\w:]):([a-z+-][a-z0-9_+-]{1,40}+):(?![\w:])")
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31}+|#[0-9]{1,7}+|#[xX][0-9A-Fa-f]{1,6}+);")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"`]++")
_NOT_BEFORE_ADDRESS = "/@.:=\"'"
_AFTER_ADDRESS = ".,;:!?\"'*_~]}"
_ESCAPABLE = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


class Reader:
    """Goes through a text once and collects its marks."""

    def __init__(self, text: str) -> None:
        self.marks: list[Mark] = []
        self._text = text
        self._brackets: list[_Bracket] = []
        self._runs: list[Run] = []
        self._pairs = 0
        self._from = 0  # before it everything is taken
        self._at = 0
        self._ticks: dict[int, list[int]] = {}
        self._last_comment_end = text.rfind("-->")

    def read(self) -> None:
        """Collect everything."""
        text = self._text
        for run in _TICKS.finditer(text):
            self._ticks.setdefault(len(run[0]), []).append(run.start())
        position = 0
        while start := _START.search(text, position):
            self._from, self._at = position, start.start()
            position = max(self._step(start[0][0]), self._at + 1)
        self._pair_runs(0)

    def _step(self, sign: str) -> int:
        """Take what begins here, if anything does, and tell where to go on."""
        match sign:
            case "\\":
                return self._escape()
            case "`":
                return self._code()
            case "<":
                return self._angle()
            case "!" | "[":
                return self._bracket(sign)
            case "]":
                return self._close_bracket()
            case "*" | "_" | "~":
                return self._run()
            case "{":
                return self._brace()
            case "%":
                return self._placeholder(_PERCENT)
            case "$":
                return self._placeholder(_DOLLAR)
            case ":":
                return self._alone(_EMOJI.match(self._text, self._at), "emoji")
            case "&":
                if found := _ESCAPED_ANGLE.match(self._text, self._at):
                    return self._add(self._at, found.end(), f"placeholder:{found[1]}")
                return self._alone(_ENTITY.match(self._text, self._at), "entity")
            case "\n":
                return self._line_end()
            case _:
                return self._address()

    def _add(
        self, start: int, end: int, value: str, kind: TokenKind = TokenKind.ALONE, pair: int = 0
    ) -> int:
        self.marks.append(Mark(start, end, kind, value, pair))
        return end

    def _add_pair(self, opening: tuple[int, int], closing: tuple[int, int], value: str) -> None:
        self._pairs += 1
        self._add(*opening, value, TokenKind.OPEN, self._pairs)
        self._add(*closing, value, TokenKind.CLOSE, self._pairs)

    def _alone(self, found: re.Match[str] | None, what: str) -> int:
        return self._add(found.start(), found.end(), f"{what}:{found[1]}") if found else 0

    def _escape(self) -> int:
        following = self._text[self._at + 1 : self._at + 2]
        if following == "\n":
            return self._add(self._at, self._at + 2, "break")
        return self._at + 2 if following in _ESCAPABLE else 0

    def _line_end(self) -> int:
        """Two spaces or more before a line's end break the line."""
        start = self._at
        while start > self._from and self._text[start - 1] == " ":
            start -= 1
        if self._at - start < 2:
            return 0
        return self._add(start, self._at + 1, "break")

    def _code(self) -> int:
        opening = _TICKS.match(self._text, self._at)
        assert opening is not None
        length = len(opening[0])
        same = self._ticks.get(length, [])
        index = bisect_right(same, self._at)
        if index == len(same):
            return opening.end()
        end = same[index] + length
        content = self._text[opening.end() : same[index]]
        if len(content) > 2 and content[0] in " \n" and content[-1] in " \n":
            content = content[1:-1]
        return self._add(self._at, end, f"code:{content}", TokenKind.CODE)

    def _angle(self) -> int:
        text, at = self._text, self._at
        if text.startswith(_COMMENT, at):
            if self._last_comment_end < at + 4:
                return 0
            return self._add(at, text.find("-->", at + 4) + 3, "comment")
        if found := _AUTOLINK.match(text, at):
            return self._add(at, found.end(), f"url:{found[1]}")
        if found := _SCRIPTLET.match(text, at):
            return self._add(at, found.end(), f"placeholder:{found[0][1:-1]}")
        found = _TAG.match(text, at)
        if found is None:
            return 0
        name = found[2].lower()
        kind = TokenKind.CLOSE if found[1] else TokenKind.OPEN
        if _VOID.fullmatch(name) or found[3]:
            kind = TokenKind.ALONE
        return self._add(at, found.end(), f"tag:{name}", kind)

    def _bracket(self, sign: str) -> int:
        text, at = self._text, self._at
        if sign == "!":
            if not text.startswith("[", at + 1):
                return 0
            self._brackets.append(_Bracket(at, at + 2, "image", len(self._runs)))
            return at + 2
        if found := _FOOTNOTE.match(text, at):
            return self._alone(found, "footnote")
        found = _VENDOR.match(text, at)
        if found and not found[2]:
            value = f"marker:{found[1]}" if found[3] is None else f"embed:{found[3]}"
            return self._add(at, found.end(), value)
        what, end = (f"vendor:{found[1]}", found.end()) if found else ("link", at + 1)
        self._brackets.append(_Bracket(at, end, what, len(self._runs)))
        return end

    def _close_bracket(self) -> int:
        if not self._brackets:
            return 0
        opening = self._brackets.pop()
        found = None
        value, end = opening.what, self._at + 1
        if not value.startswith("vendor:"):
            if found := _LINK_END.match(self._text, self._at):
                value = f"{value}:{found[1] if found[1] is not None else found[2]}"
            elif found := _REFERENCE_END.match(self._text, self._at):
                value = f"reference:{found[1]}"
            else:
                return 0
            end = found.end()
        self._pair_runs(opening.runs)
        self._add_pair((opening.start, opening.end), (self._at, end), value)
        return end

    def _brace(self) -> int:
        if found := _ATTRIBUTES.match(self._text, self._at):
            return self._add(self._at, found.end(), f"attributes:{found[0]}")
        return self._placeholder(_BRACED)

    def _placeholder(self, pattern: re.Pattern[str]) -> int:
        found = pattern.match(self._text, self._at)
        if found is None:
            return 0
        name = next((group for group in found.groups() if group), found[0])
        return self._add(self._at, found.end(), f"placeholder:{name.strip()}")

    def _address(self) -> int:
        before = self._text[self._at - 1 : self._at]
        if before and (before.isalnum() or before in _NOT_BEFORE_ADDRESS):
            return self._at + 3
        found = _ADDRESS.match(self._text, self._at)
        assert found is not None or self._text.startswith(("http", "www"), self._at)
        if found is None:
            return self._at + 3
        address = found[0]
        # One pass each: an address may end in thousands of brackets.
        surplus = address.count(")") - address.count("(")
        end = len(address)
        while end and (
            address[end - 1] in _AFTER_ADDRESS or (surplus > 0 and address[end - 1] == ")")
        ):
            surplus -= address[end - 1] == ")"
            end -= 1
        return self._add(self._at, self._at + end, f"url:{address[:end]}")

    def _run(self) -> int:
        run, end = run_at(self._text, self._at)
        if run:
            self._runs.append(run)
        return end

    def _pair_runs(self, first: int) -> None:
        """Pair the runs from index `first` on and forget them."""
        for opening, closing, value in pairs(self._runs[first:]):
            self._add_pair(opening, closing, value)
        del self._runs[first:]
