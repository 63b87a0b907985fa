"""Categories: creating and reading them. Moving and trash are the tree's."""

from kbeditor.domain.changes import Act, Outcome
from kbeditor.domain.records import Category, Kind, Ref, TextRef
from kbeditor.domain.states import State
from kbeditor.services.base import Service
from kbeditor.services.ids import new_id
from kbeditor.services.placing import positions
from kbeditor.services.writing import add_text, publish
from kbeditor.storage import nodes


class Categories(Service):
    """Use cases of categories."""

    def get(self, category_id: str) -> Category:
        """A category. Raises NotFound."""
        with self._store.reading() as session:
            return nodes.category(session, category_id)

    def create(
        self, parent_id: str | None, title: str, locale: str, before: str | None = None
    ) -> Outcome[Ref]:
        """A new category with its name, which is live at once."""
        ref = Ref(Kind.CATEGORY, new_id())
        with self._store.writing(Act("category.create", {"title": title})) as unit:
            if parent_id is not None:
                nodes.category(unit.session, parent_id)
            position = positions(unit, Kind.CATEGORY, parent_id, before, [ref.id])[0]
            nodes.add_category(unit, ref.id, parent_id, position)
            add_text(unit, TextRef(ref, locale), self._source, title=title, state=State.DRAFT)
            publish(unit, TextRef(ref, locale), self._source)
        return Outcome(ref, unit.changes)
