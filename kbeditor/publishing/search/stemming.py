"""Which forms of a word are searched as one: light stemming by a table, as search.js does it.

The table is resources/site/search/stems.json. Per language: `letters` (the inside of a class: words
with others stay as they are), `stop` (words too common to be searched beside others), `words`
(forms no rule explains), `prefixes` (beginnings to leave out, with how many letters must remain)
and `endings`: steps, of each of which the first rule that fits is used: [ending, what stands for
it, how many letters must remain before it].
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from kbeditor.publishing.search.folding import words

TABLE = Path("search") / "stems.json"
_REMEMBERED = 250_000


@dataclass(frozen=True)
class Language:
    """What is known of a language's words. `rules` is its part of the table, {} for none."""

    rules: Mapping[str, Any]

    @cached_property
    def stop(self) -> frozenset[str]:
        """Folded words that say nothing by themselves."""
        return frozenset(str(self.rules.get("stop", "")).split())

    @cached_property
    def _letters(self) -> re.Pattern[str]:
        return re.compile(f"[{self.rules['letters']}]+")

    @cached_property
    def _steps(self) -> list[dict[str, list[tuple[str, str, int]]]]:
        """The rules of each step by the last letter, so that few are tried."""
        steps: list[dict[str, list[tuple[str, str, int]]]] = []
        for rules in self.rules["endings"]:
            steps.append({})
            for ending, instead, least in rules:
                steps[-1].setdefault(ending[-1], []).append((ending, instead, least))
        return steps

    def stem(self, word: str) -> str:
        """What a folded word is searched as."""
        if not self.rules or not self._letters.fullmatch(word):
            return word
        word = self.rules["words"].get(word, word)
        for prefix, least in self.rules["prefixes"]:
            if word.startswith(prefix) and len(word) - len(prefix) >= least:
                word = word[len(prefix) :]
                break
        for step in self._steps:
            for ending, instead, least in step.get(word[-1], ()):
                if word.endswith(ending) and len(word) - len(ending) >= least:
                    word = word[: len(word) - len(ending)] + instead
                    break
        return word


def load_language(folder: Path, tag: str) -> Language:
    """The language of a locale tag; `folder` is resources/site."""
    table = json.loads((folder / TABLE).read_text("utf-8"))
    return Language(table.get(tag.split("-")[0].lower(), {}))


class Stems(dict[str, str | tuple[str, ...]]):
    """The stems in each piece of text met so far; those not met yet are worked out.

    A piece is what stands between blanks. One stem by itself, as nearly all are; a tuple of none
    or of several ("and/or").
    """

    def __init__(self, language: Language, left_out: frozenset[str] = frozenset()) -> None:
        """`left_out`: words that are not counted."""
        super().__init__()
        self._language = language
        self._left_out = left_out

    def __missing__(self, piece: str) -> str | tuple[str, ...]:
        stem, left_out = self._language.stem, self._left_out
        stems = tuple(stem(word) for word in words(piece) if word not in left_out)
        found = stems[0] if len(stems) == 1 else stems
        if len(self) > _REMEMBERED:
            self.clear()
        self[piece] = found
        return found
