"""The check of French spacing."""

from collections.abc import Iterator

from kbeditor.translation.checks.block import WARNING, Block, Found
from kbeditor.translation.french import is_french, spacing_fixes


def french_spacing(block: Block) -> Iterator[Found]:
    """A no-break space before `; : ! ? »` and after `«`."""
    if not is_french(block.locales.target):
        return
    for fix in spacing_fixes(block.target.prose, block.locales.target):
        yield Found(WARNING, fix.code, fix.start, fix.end, (fix,))
