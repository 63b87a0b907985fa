"""Checks of the words as such: left in the source's language, cut off, spaced twice."""

import re
from collections.abc import Iterator

from kbeditor.domain.blocks import Fix
from kbeditor.translation.checks.block import ERROR, WARNING, Block, Found
from kbeditor.translation.prose import FILL, MARK, OBJECT

_LOWER_WORD = re.compile(r"(?<![\w.@/])[^\W\d_]{2,}(?![\w@/]|\.\w)")
_BLANKED = re.compile(rf"[{MARK}{FILL}\s]+")
_OBJECTS = re.compile(rf"{OBJECT}+")
_DOUBLE = re.compile(r"(?<=[^\s|])[ \u00a0\u202f\t]{2,}(?=[^\s|])")
_ENDS = frozenset(".!?:;…。！？：»)" + OBJECT)

# About how many characters a language needs for each of English's, where that is far from one.
_DENSITY = {"zh": 0.3, "ja": 0.42, "ko": 0.48, "he": 0.75, "ar": 0.8} | dict.fromkeys(
    ("de", "es", "fr", "it", "pt"), 1.18
)

# No phrase ends in one of these; only English and French are known so well.
_DANGLING = re.compile(
    "à|aux?|avec|ce|cette|dans|des?|du|en|entre|et|la|les?|leur|ou|par|pour|que|qui|sans|se|son"
    "|sont|sur|une?|votre|vos|and|for|from|of|or|the|to|with|your"
)


def same_as_source(block: Block) -> Iterator[Found]:
    """The source's words, left as they are; names and code do not count."""
    source, target = block.locales.languages
    text = block.target.text.strip()
    if source == target or text != block.source.text.strip():
        return
    counted = _LOWER_WORD.findall(block.target.prose)
    common = [word for word in counted if word.islower()]
    if len(counted) >= 3 and common:
        yield Found(ERROR, "", 0, len(block.target.text))


def truncated(block: Block) -> Iterator[Found]:
    """Much shorter than the source lets expect, or without its end."""
    source, target = _flat(block.source.prose), _flat(block.target.prose)
    if len(source) < 20 or not target:
        return
    languages = block.locales.languages
    density = _DENSITY.get(languages[1], 1.0) / _DENSITY.get(languages[0], 1.0)
    ratio = len(target) / (len(source) * density)
    end_lost = source[-1] in _ENDS and target[-1] not in _ENDS
    last = target.rsplit(" ", 1)[-1].casefold()
    dangling = bool(_DANGLING.fullmatch(last)) or (last[-1] in ",-–(" and source[-1] != last[-1])
    too_short = 0.7 if len(source) > 60 else 0.58
    if ratio < too_short or ((end_lost or dangling) and ratio < 0.85):
        yield Found(
            WARNING, f"{round(100 * ratio)} %", len(block.target.text), len(block.target.text)
        )


def _flat(prose: str) -> str:
    """The words in one line, each code span or address one character among them."""
    return _BLANKED.sub(" ", _OBJECTS.sub(OBJECT, prose)).strip()


def double_spaces(block: Block) -> Iterator[Found]:
    """Two spaces within a line."""
    if "  " not in block.target.prose and not _DOUBLE.search(block.target.prose):
        return
    for found in _DOUBLE.finditer(block.target.prose):
        raw = block.target.text[found.start() : found.end()]
        if "&" in raw or block.target.text.startswith("{", found.end()):
            continue  # a blanked entity; before attributes spaces do not show
        kept = next((space for space in raw if space not in " \t"), " ")
        fix = Fix("single_space", found.start(), found.end(), kept)
        yield Found(WARNING, "", found.start(), found.end(), (fix,))
