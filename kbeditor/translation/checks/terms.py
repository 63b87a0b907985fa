"""Checks that the words of the glossary are used."""

from collections.abc import Iterator

from kbeditor.domain.blocks import Fix
from kbeditor.translation.checks.block import ERROR, WARNING, Block, Found
from kbeditor.translation.glossary import find_forbidden, find_translation


def glossary(block: Block) -> Iterator[Found]:
    """For each term in the source its translation in the target, and no forbidden one."""
    if block.glossary is None:
        return
    terms = {hit.term.id: hit.term for hit in block.glossary.find(block.source.prose)}
    for term in terms.values():
        forbidden = find_forbidden(block.target.prose, term)
        for hit in forbidden:
            wrong = block.target.text[hit.start : hit.end]
            right = term.translation
            if wrong[:1].isupper():
                right = right[:1].upper() + right[1:]
            fix = Fix("use_term", hit.start, hit.end, right)
            yield Found(ERROR, f"{wrong} → {right}", hit.start, hit.end, (fix,))
        if not forbidden and not find_translation(block.target.prose, term):
            end = len(block.target.text)
            yield Found(WARNING, f"{term.term} → {term.translation}", end, end)
