"""Between Python's characters and Qt's UTF-16 units: they differ after an emoji."""


def units_before(text: str, index: int) -> int:
    """How many UTF-16 units stand before the character at `index`."""
    if text.isascii():
        return index
    return index + sum(1 for character in text[:index] if character > "\uffff")


def index_at(text: str, units: int) -> int:
    """The index of the character at a UTF-16 position; within a pair, the pair's."""
    if text.isascii():
        return units
    seen = 0
    for index, character in enumerate(text):
        if seen >= units:
            return index
        seen += 2 if character > "\uffff" else 1
    return len(text)


def is_plain(text: str) -> bool:
    """Whether characters and units are the same throughout."""
    return text.isascii() or max(text) <= "\uffff"
