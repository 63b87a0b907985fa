"""The one list of checks, and how they are run on a block."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from kbeditor.domain.blocks import BlockKind, CheckIssue, GlossaryTerm
from kbeditor.translation.checks.block import Block, Check, LocalePair, Side
from kbeditor.translation.checks.figures import figures
from kbeditor.translation.checks.kept import (
    alt_text,
    code,
    heading_ids,
    images,
    links,
    placeholders,
)
from kbeditor.translation.checks.markup import markup
from kbeditor.translation.checks.spacing import french_spacing
from kbeditor.translation.checks.terms import glossary as glossary_terms
from kbeditor.translation.checks.wording import double_spaces, same_as_source, truncated
from kbeditor.translation.glossary import Glossary

CHECKS: tuple[Check, ...] = (
    Check("links", links),
    Check("images", images),
    Check("alt_text", alt_text),
    Check("code", code),
    Check("numbers", figures),
    Check("placeholders", placeholders),
    Check("heading_ids", heading_ids),
    Check("markup", markup),
    Check("same_as_source", same_as_source),
    Check("truncated", truncated),
    Check("double_spaces", double_spaces),
    Check("glossary", glossary_terms),
    Check("french_spacing", french_spacing),
)

# More than a person reads of one check in one block; keeps hostile blocks quick.
_MANY = 50


def check_block(
    source: str,
    target: str,
    kind: BlockKind,
    locales: LocalePair,
    glossary: Glossary | Sequence[GlossaryTerm] = (),
) -> tuple[CheckIssue, ...]:
    """All that the checks hold against a translated block, in the checks' order.

    Nothing for a block without a translation, and for code and HTML. Who checks many blocks makes
    the `Glossary` once.
    """
    if not kind.translatable or not target.strip():
        return ()
    terms = glossary if isinstance(glossary, Glossary) else Glossary(glossary)
    block = Block(Side(source), Side(target), kind, locales, terms)
    seen: Counter[tuple[str, str]] = Counter()
    issues: list[CheckIssue] = []
    for check in CHECKS:
        for found in islice(check.function(block), _MANY):
            about = (check.id, found.detail)
            seen[about] += 1
            issues.append(
                CheckIssue(
                    check.id,
                    found.level,
                    found.detail,
                    found.start,
                    found.end,
                    _fingerprint(*about, seen[about]),
                    found.fixes,
                )
            )
    return tuple(issues)


def _fingerprint(check: str, detail: str, count: int) -> str:
    """Does not hang on places: an issue stays the same while words elsewhere change."""
    return hashlib.sha256(f"{check}\n{detail}\n{count}".encode()).hexdigest()[:16]
