"""A real window around some panes, on a real library, with all work done at once."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QWidget

from kbeditor.app.opening import create_library, open_workspace
from kbeditor.app.paths import Paths
from kbeditor.app.preferences import Preferences, Sessions
from kbeditor.app.previewing import Previewer
from kbeditor.app.workspace import Workspace
from kbeditor.domain.records import Ref, TextRef
from kbeditor.domain.states import State
from kbeditor.shipped import resources
from kbeditor.ui.action import ActionRegistry, Spec
from kbeditor.ui.bridge import Bridge
from kbeditor.ui.desk import Desk
from kbeditor.ui.errors import Errors
from kbeditor.ui.executors import InlineExecutor
from kbeditor.ui.furniture import Furniture
from kbeditor.ui.main_window import MainWindow
from kbeditor.ui.myself import Myself
from kbeditor.ui.pane import Pane
from kbeditor.ui.pane_actions import pane_actions
from kbeditor.ui.selection import Selection
from kbeditor.ui.themes import Themes


class PlainEditor(Pane):
    """Where an opened text would be shown: the panes lead to it."""

    id = "editor"
    title = "Editor"
    area = "centre"


class Shop:
    """Names of what `fill_shop` made."""

    orders: Ref
    payment: Ref
    cards: Ref
    status: Ref
    cancel: Ref
    visa: Ref


def fill_shop(ws: Workspace) -> Shop:
    """Orders (status, cancel), Payment (Cards (visa)); two published, one translated."""
    shop = Shop()
    shop.orders = ws.categories.create(None, "Orders", "en").value
    shop.payment = ws.categories.create(None, "Payment", "en").value
    shop.cards = ws.categories.create(shop.payment.id, "Cards", "en").value
    shop.status = ws.articles.create(shop.orders.id, "How do I see my order's status?", "en").value
    shop.cancel = ws.articles.create(shop.orders.id, "Cancelling", "en").value
    shop.visa = ws.articles.create(shop.cards.id, "Visa", "en").value
    for ref in (shop.status, shop.cancel):
        text = TextRef(ref, "en")
        opened = ws.texts.get(text)
        assert opened is not None
        ws.texts.save(text, opened.version, body="One two three four five.")
        ws.texts.set_state([text], State.PUBLISHED)
    french = TextRef(shop.status, "fr")
    ws.texts.begin(french)
    ws.texts.rename(french, "Où est ma commande ?")
    ws.texts.set_state([french], State.PUBLISHED, up_to_date=True)
    return shop


def publish_both(ws: Workspace, title: str, english: str, french: str) -> Ref:
    """An article that is live in English and in French, under the same title."""
    ref = ws.articles.create(None, title, "en").value
    for tag, body in (("en", english), ("fr", french)):
        text = TextRef(ref, tag)
        if tag == "fr":
            ws.texts.begin(text, copy_source=False)
        opened = ws.texts.get(text)
        assert opened is not None
        ws.texts.save(text, opened.version, title=title, body=body)
        ws.texts.set_state([text], State.PUBLISHED)
    return ref


def change_source(desk: Desk, ref: Ref, body: str) -> None:
    """Write another body into the source text; it becomes a draft above its live version."""

    def write(ws: Workspace) -> object:
        text = ws.texts.get(TextRef(ref, "en"))
        assert text is not None
        return ws.texts.save(text.ref, text.version, body=body)

    desk.bridge.run(write)


T = TypeVar("T")


def ask(desk: Desk, question: Callable[[Workspace], T]) -> T:
    """What the library answers, now."""
    answers: list[T] = []
    desk.bridge.run(question, answers.append)
    return answers[0]


@contextmanager
def pane_desk(
    folder: Path,
    panes: Sequence[type[Pane]],
    actions: Sequence[Spec],
    theme: str = "light",
) -> Iterator[Desk]:
    """A desk with a window that shows these panes; no library is open yet."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    home = folder / "home"
    paths = Paths(home, home, home / "cache", home / "logs", folder)
    bridge = Bridge(InlineExecutor(), partial(open_workspace, who="Ann"))
    errors = Errors()
    bridge.failed.connect(errors.present)
    desk = Desk(
        bridge=bridge,
        selection=Selection(),
        preferences=Preferences(paths.preferences),
        sessions=Sessions(paths.sessions),
        errors=errors,
        previewer=Previewer(bridge.post),
        themes=Themes(application, resources(), theme),
        paths=paths,
    )
    bridge.opened.connect(lambda library: desk.selection.start(library.source_locale))
    kinds: list[type[Pane]] = [PlainEditor, *panes]
    made = [kind(desk) for kind in kinds]
    for pane in made:
        desk.add_pane(pane.id, pane)
    registry = ActionRegistry(desk, (*actions, *pane_actions(panes)))
    desk.actions = registry
    window = MainWindow(desk.sessions, QWidget())
    desk.window = window
    desk.frame = Furniture(window, desk, made, registry)
    desk.preferences.set("who", "Ann")
    myself = Myself(desk)
    window.show()
    try:
        yield desk
    finally:
        window.close()
        bridge.shutdown()
        myself.deleteLater()
        desk.previewer.close()
        window.deleteLater()
        application.sendPostedEvents()
        application.setStyleSheet("")


@cache
def _made_shop() -> tuple[bytes, Shop]:
    """The small shop's library as a file's bytes, made once."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "shop.kb"
        workspace = create_library(path, "Shop", "en", ["fr"], "Ann")
        shop = fill_shop(workspace)
        workspace.close()
        return path.read_bytes(), shop


def open_shop(desk: Desk, folder: Path) -> Shop:
    """Open a library of one's own that holds the small shop."""
    made, shop = _made_shop()
    path = folder / "shop.kb"
    path.write_bytes(made)
    desk.bridge.open(lambda: open_workspace(path, "Ann"))
    return shop
