"""Where one was in each text, so that it opens there again, also in the next session."""

from collections import OrderedDict
from typing import Any

from kbeditor.domain.records import Kind, Ref, TextRef
from kbeditor.ui.editor.open_text import OpenText

KEPT = 200


class Places:
    """Caret and scroll of the texts left lately."""

    def __init__(self) -> None:
        self._places: OrderedDict[TextRef, tuple[int, int, int]] = OrderedDict()

    def keep(self, opened: OpenText) -> None:
        """Note a text's place."""
        self._places[opened.ref] = (*opened.cursor, opened.scroll)
        self._places.move_to_end(opened.ref)
        while len(self._places) > KEPT:
            self._places.popitem(last=False)

    def give(self, opened: OpenText) -> None:
        """Set a text's place to the one noted."""
        anchor, position, scroll = self._places.get(opened.ref, (0, 0, 0))
        opened.cursor, opened.scroll = (anchor, position), scroll

    def clear(self) -> None:
        """Forget all, of another library."""
        self._places.clear()

    def save(self) -> list[list[Any]]:
        """As JSON data, the latest last."""
        return [
            [ref.owner.kind.value, ref.owner.id, ref.locale, *place]
            for ref, place in self._places.items()
        ]

    def restore(self, data: object) -> None:
        """Take up what `save` gave; what has another shape is left out."""
        self._places.clear()
        for item in data if isinstance(data, list) else []:
            match item:
                case [
                    "article" | "category" as kind,
                    str(id_),
                    str(locale),
                    int(anchor),
                    int(position),
                    int(scroll),
                ]:
                    ref = TextRef(Ref(Kind(kind), id_), locale)
                    self._places[ref] = (anchor, position, scroll)
