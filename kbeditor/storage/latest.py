"""What was made of the texts that were asked for last, kept within bounds."""

from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Latest(Generic[T]):
    """What a slow function makes of texts, of the last few of them. For one thread."""

    def __init__(self, most: int, most_characters: int) -> None:
        self._most, self._most_characters = most, most_characters
        self._known: OrderedDict[str, T] = OrderedDict()

    def of(self, text: str, make: Callable[[str], T]) -> T:
        """What was made of a text, or is made of it now."""
        if text not in self._known:
            self._known[text] = make(text)
        self._known.move_to_end(text)
        made = self._known[text]
        while len(self._known) > self._most or sum(map(len, self._known)) > self._most_characters:
            self._known.popitem(last=False)
        return made
