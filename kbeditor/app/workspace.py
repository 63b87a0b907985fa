"""One open library: its services and its undo, used by one thread."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kbeditor.domain.changes import Act, Outcome
from kbeditor.domain.footing import Footing
from kbeditor.domain.records import Library
from kbeditor.services.articles import Articles
from kbeditor.services.attachments import Attachments
from kbeditor.services.backups import Backups, Keeps
from kbeditor.services.categories import Categories
from kbeditor.services.filling import Filling
from kbeditor.services.locales import Locales
from kbeditor.services.notes import Notes
from kbeditor.services.people import People
from kbeditor.services.profiles import Profiles
from kbeditor.services.queue import Queue
from kbeditor.services.searching import Searching
from kbeditor.services.settings import Settings
from kbeditor.services.statuses import Statuses
from kbeditor.services.texts import Texts
from kbeditor.services.tree import Tree
from kbeditor.storage.reading import library_record
from kbeditor.storage.store import Store

if TYPE_CHECKING:
    from kbeditor.services.as_of import AsOf
    from kbeditor.services.blocks import Blocks
    from kbeditor.services.checking import Checking
    from kbeditor.services.exporting import Exporting
    from kbeditor.services.glossary import Glossary
    from kbeditor.services.handing import Handing
    from kbeditor.services.importing import Importing
    from kbeditor.services.issues import Issues
    from kbeditor.services.linking import Linking
    from kbeditor.services.looks import Looks
    from kbeditor.services.memory import Memory
    from kbeditor.services.merging import Merging
    from kbeditor.services.releasing import Releasing
    from kbeditor.services.replacing import Replacing
    from kbeditor.services.votes import Votes

# Imported when first asked for: these bring every format with them (a third of all that the opening
# of a library imports), or what splits and compares texts, and nobody can read an article before.
LATE = (
    *("as_of", "blocks", "checks", "exporting", "glossary", "handing", "importing", "issues"),
    *("linking", "looks", "memory", "merging", "releasing", "replacing", "votes"),
)


class History:
    """Undo and redo of everything but typing."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def next_undo(self) -> Act | None:
        """What undo would undo."""
        return self._store.undo.next_undo

    @property
    def next_redo(self) -> Act | None:
        """What redo would do again."""
        return self._store.undo.next_redo

    def undo(self) -> Outcome[Act]:
        """Undo the last act. Raises Conflict when something was changed since: nothing happens."""
        return Outcome(*self._store.step_back())

    def redo(self) -> Outcome[Act]:
        """Redo the last undone act. Raises Conflict likewise."""
        return Outcome(*self._store.step_forward())


class Workspace:
    """Everything that can be done with one library. Made and used on one thread."""

    def __init__(self, store: Store, keeper: Keeps | None = None) -> None:
        self._store = store
        self._keeper = keeper
        self.path: Path = store.path
        self.driver: str = store.driver
        self.footing: Footing = store.footing
        self.history = History(store)
        self._make_services()

    def _make_services(self) -> None:
        with self._store.reading() as session:
            source = self._source = library_record(session).source_locale
        for late in LATE:
            self.__dict__.pop(late, None)
        store = self._store
        self.locales = Locales(store, source)
        self.tree = Tree(store, source)
        self.categories = Categories(store, source)
        self.articles = Articles(store, source)
        self.texts = Texts(store, source)
        self.attachments = Attachments(store, source)
        self.search = Searching(store, source)
        self.status = Statuses(store, source)
        self.queue = Queue(store, source)
        self.notes = Notes(store, source)
        self.people = People(store, source)
        self.people.work_as(store.who, store.role)
        self.settings = Settings(store, source)
        self.profiles = Profiles(store, source)
        self.backups = Backups(store, source, self._keeper)
        self.rendering = Filling(store, source)

    @cached_property
    def as_of(self) -> "AsOf":
        """The whole library as it was at a release."""
        from kbeditor.services.as_of import AsOf

        return AsOf(self._store, self._source)

    @cached_property
    def blocks(self) -> "Blocks":
        """Translating block by block."""
        from kbeditor.services.blocks import Blocks

        return Blocks(self._store, self._source)

    @cached_property
    def linking(self) -> "Linking":
        """What makes blocks where they are missing."""
        from kbeditor.services.linking import Linking

        return Linking(self._store, self._source)

    @cached_property
    def checks(self) -> "Checking":
        """The checks of the whole library."""
        from kbeditor.services.checking import Checking

        return Checking(self._store, self._source)

    @cached_property
    def exporting(self) -> "Exporting":
        """What writes the help centre and the bundle."""
        from kbeditor.services.exporting import Exporting

        return Exporting(self._store, self._source)

    @cached_property
    def handing(self) -> "Handing":
        """What goes to translators and their tools, and comes back."""
        from kbeditor.services.handing import Handing

        return Handing(self._store, self._source, self.backups.before)

    @cached_property
    def importing(self) -> "Importing":
        """What reads folders and bundles."""
        from kbeditor.services.importing import Importing

        return Importing(self._store, self._source, self._make_services, self.backups.before)

    @cached_property
    def glossary(self) -> "Glossary":
        """What terms are to be called."""
        from kbeditor.services.glossary import Glossary

        return Glossary(self._store, self._source)

    @cached_property
    def issues(self) -> "Issues":
        """What the checks hold against translated blocks."""
        from kbeditor.services.issues import Issues

        return Issues(self._store, self._source)

    @cached_property
    def looks(self) -> "Looks":
        """What tries a theme on."""
        from kbeditor.services.looks import Looks

        return Looks(self._store, self._source)

    @cached_property
    def memory(self) -> "Memory":
        """The translation memory."""
        from kbeditor.services.memory import Memory

        return Memory(self._store, self._source)

    @cached_property
    def merging(self) -> "Merging":
        """What two people made of one text."""
        from kbeditor.services.merging import Merging

        return Merging(self._store, self._source)

    @cached_property
    def releasing(self) -> "Releasing":
        """What publishes the help centre, and remembers it."""
        from kbeditor.services.releasing import Releasing

        return Releasing(self._store, self._source)

    @cached_property
    def replacing(self) -> "Replacing":
        """Finding and replacing in the whole library."""
        from kbeditor.services.replacing import Replacing

        return Replacing(self._store, self._source, self.backups.before)

    @cached_property
    def votes(self) -> "Votes":
        """What readers of the help centre said."""
        from kbeditor.services.votes import Votes

        return Votes(self._store, self._source)

    @property
    def library(self) -> Library:
        """The library's own record, as it is now."""
        return self.settings.library()

    @property
    def who(self) -> str:
        """The name that revisions record."""
        return self._store.who

    @property
    def read_only(self) -> bool:
        """Whether the library can only be read."""
        return self._store.read_only

    def poll(self) -> bool:
        """Whether another program committed since the last call."""
        return self._store.changed_elsewhere()

    def close(self) -> None:
        """Close the file."""
        self._store.close()
