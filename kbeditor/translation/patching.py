"""Carrying a change of the source that touches nothing but addresses over into a translation."""

from collections import defaultdict

from kbeditor.translation.addresses import Address, addresses
from kbeditor.translation.inline import tokens


def patch_addresses(old_source: str, new_source: str, target: str) -> str | None:
    """The target with the addresses that the source changed; None when more than that changed.

    None, too, when the target does not have the old address as often as the old source had it:
    then nobody but a translator can tell which one is meant.
    """
    old = tuple(addresses(tokens(old_source)))
    new = tuple(addresses(tokens(new_source)))
    if len(old) != len(new) or _without(old_source, old) != _without(new_source, new):
        return None
    wanted: dict[str, list[str]] = defaultdict(list)
    for before, after in zip(old, new, strict=True):
        wanted[before.value].append(after.value)
    changed = {value for value, after in wanted.items() if set(after) != {value}}
    there = [each for each in addresses(tokens(target)) if each.value in changed]
    if not changed or len(there) != sum(len(wanted[value]) for value in changed):
        return None
    parts: list[str] = []
    position = 0
    for each in there:
        if not wanted[each.value]:
            return None
        parts += (target[position : each.start], wanted[each.value].pop(0))
        position = each.end
    return "".join(parts) + target[position:]


def _without(text: str, found: tuple[Address, ...]) -> list[str]:
    """What stands between the addresses, and which of them are pictures' (told by a mark)."""
    parts: list[str] = []
    position = 0
    for each in found:
        parts.append(text[position : each.start])
        position = each.end
    return [*parts, text[position:]]
