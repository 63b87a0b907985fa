"""Finds what was meant by a few letters: words begun, letters left out, in order."""

from kbeditor.ui.models.folding import fold


def score(query: str, words: str) -> float | None:
    """How well `words` fit `query`, higher is better; None when they do not.

    Each word of the query must be found: as the beginning of a word (best), anywhere as it is, or
    as letters in order (`exp ht` and `eht` both find `Export as HTML`).
    """
    text = fold(words)
    total = 0.0
    for part in fold(query).split():
        found = _score_part(part, text)
        if found is None:
            return None
        total += found
    return total - len(text) / 1000


def _score_part(part: str, text: str) -> float | None:
    place = text.find(part)
    while place > 0 and text[place - 1].isalnum():  # a beginning of a word is worth looking for
        further = text.find(part, place + 1)
        if further < 0:
            return 10.0 + len(part)
        place = further
    if place >= 0:
        return 20.0 + len(part) - place / 100
    return _letters_in_order(part, text)


def _letters_in_order(part: str, text: str) -> float | None:
    place, gained = -1, 0.0
    for letter in part:
        at = text.find(letter, place + 1)
        if at < 0:
            return None
        begins = at == 0 or not text[at - 1].isalnum()
        gained += 1.0 if begins or at == place + 1 else 0.2
        place = at
    # Letters scattered over unrelated words are no match.
    return gained if gained >= 0.6 * len(part) else None
