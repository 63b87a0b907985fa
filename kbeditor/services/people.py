"""Who works here: names, roles, languages. A local file has no access control: this is a help."""

from collections.abc import Sequence

from kbeditor.domain.changes import Act, Outcome
from kbeditor.domain.errors import KbError
from kbeditor.domain.limits import LONGEST_NAME
from kbeditor.domain.people import ROLES, Person, name_key
from kbeditor.services.base import Service
from kbeditor.services.ids import new_id
from kbeditor.storage import people, pieces
from kbeditor.storage.unit_of_work import Unit


class People(Service):
    """Use cases of people. Everything can be undone."""

    def list(self) -> tuple[Person, ...]:
        """Everybody, in alphabetical order."""
        with self._store.reading() as session:
            return people.people(session)

    def unlisted(self) -> tuple[str, ...]:
        """Names that stand on versions and notes of people who are not listed."""
        with self._store.reading() as session:
            known = {name_key(each.name) for each in people.people(session)}
            return tuple(name for name in people.authors(session) if name_key(name) not in known)

    def named(self, name: str) -> Person | None:
        """The person of this name; None when nobody listed is called so."""
        with self._store.reading() as session:
            return people.named(session, name)

    def add(self, name: str, role: str, locales: Sequence[str] = ()) -> Outcome[Person]:
        """List a person. Raises KbError `no_person_name`, `person_exists`; NotFound (locale)."""
        person = Person(new_id(), " ".join(name.split()), role, tuple(locales))
        with self._store.writing(Act("person.add", {"title": person.name})) as unit:
            _put(unit, person)
        return Outcome(person, unit.changes)

    def update(self, person: Person) -> Outcome[Person]:
        """Make the person of this id so. Raises as `add`."""
        new = Person(person.id, " ".join(person.name.split()), person.role, person.locales)
        with self._store.writing(Act("person.update", {"title": new.name})) as unit:
            _put(unit, new)
        return Outcome(new, unit.changes)

    def remove(self, ids: Sequence[str]) -> Outcome[int]:
        """Take people off the list; what they wrote keeps their names. Raises NotFound."""
        with self._store.writing(Act("person.remove", {"count": len(ids)})) as unit:
            people.remove(unit, ids)
        return Outcome(len(ids), unit.changes)

    def work_as(self, name: str, role: str) -> Outcome[Person | None]:
        """Record this name from now on, in the role that the library lists, else in `role`.

        The person listed by this name, if any.
        """
        person = self.named(name)
        self._store.who = name
        self._store.role = person.role if person is not None else role
        return Outcome(person)


def _put(unit: Unit, person: Person) -> None:
    if not person.name:
        raise KbError("no_person_name", "A person needs a name.")
    if len(person.name) > LONGEST_NAME:
        raise KbError(
            "long_person_name", "A name may have {most} characters at most.", most=LONGEST_NAME
        )
    if person.role not in ROLES:
        raise KbError("bad_role", "There is no role “{role}”.", role=person.role)
    for locale in person.locales:
        pieces.check_locale(unit.session, locale)
    other = people.named(unit.session, person.name)
    if other is not None and other.id != person.id:
        raise KbError("person_exists", "“{name}” is listed already.", name=other.name)
    people.put(unit, person)
