"""Places among siblings: integers with gaps, so that a move writes one row."""

GAP = 1 << 20


def between(before: int | None, after: int | None) -> int | None:
    """A position after `before` and before `after` (None: no neighbour); None without a gap."""
    if before is None and after is None:
        return GAP
    if before is None:
        assert after is not None
        return after - GAP
    if after is None:
        return before + GAP
    middle = (before + after) // 2
    return middle if before < middle < after else None


def spread(before: int | None, after: int | None, count: int) -> list[int] | None:
    """`count` rising positions between two neighbours; None when the gap is too small."""
    if after is None:
        start = before or 0
        return [start + GAP * (i + 1) for i in range(count)]
    if before is None:
        return [after - GAP * (count - i) for i in range(count)]
    step = (after - before) // (count + 1)
    return [before + step * (i + 1) for i in range(count)] if step >= 1 else None
