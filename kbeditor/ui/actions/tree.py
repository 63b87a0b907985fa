"""What one does with the category tree: create, rename, move, trash, link.

Panes and dialogs are imported when they are first shown: start-up pays for none.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication, QKeySequence

from kbeditor.domain.records import Kind, Ref
from kbeditor.ui.action import WRITERS, ActionSpec, library_open
from kbeditor.ui.actions.format import writing
from kbeditor.ui.desk import Desk
from kbeditor.ui.models.placement import (
    Target,
    down,
    indent,
    markdown_links,
    outdent,
    up,
)
from kbeditor.ui.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from kbeditor.ui.models.nodes import Node
    from kbeditor.ui.panes.navigator import NavigatorPane

Step = Callable[["Sequence[Node]"], Target | None]

MANY = 500
"""More chosen things than this are not moved by single steps."""


def _navigator(desk: Desk) -> "NavigatorPane":
    from kbeditor.ui.panes.navigator import NavigatorPane

    pane = desk.pane(NavigatorPane.id)
    assert isinstance(pane, NavigatorPane)
    return pane


def _nodes(desk: Desk) -> "list[Node]":
    return _navigator(desk).chosen_nodes() if desk.library is not None else []


def _has_nodes(desk: Desk) -> bool:
    return desk.library is not None and bool(desk.selection.refs)


def _current(desk: Desk) -> "Node | None":
    """The last chosen thing: new ones are put beside it."""
    nodes = _nodes(desk)
    return nodes[-1] if nodes else None


def _following(node: "Node") -> str | None:
    """The id of the next sibling of the same kind."""
    siblings = node.parent.siblings(node.kind)
    place = siblings.index(node) + 1
    return siblings[place].row.id if place < len(siblings) else None


def _new_article(desk: Desk) -> None:
    """In the chosen category at its end, or right after the chosen article."""
    node = _current(desk)
    parent: str | None = None
    before: str | None = None
    if node is not None and node.kind is Kind.CATEGORY:
        parent = node.row.id
    elif node is not None:
        parent, before = node.parent.row.id or None, _following(node)
    title = QCoreApplication.translate("Tree", "New article")
    locale = desk.selection.source_locale
    desk.bridge.run(
        lambda ws: ws.articles.create(parent, title, locale, before),
        lambda ref: _created(desk, ref),
    )


def _new_category(desk: Desk) -> None:
    """After the chosen category, or in the category of the chosen article."""
    node = _current(desk)
    parent: str | None = None
    before: str | None = None
    if node is not None:
        parent = node.parent.row.id or None
        before = _following(node) if node.kind is Kind.CATEGORY else None
    _create_category(desk, parent, before)


def _new_subcategory(desk: Desk) -> None:
    node = _current(desk)
    assert node is not None
    _create_category(desk, node.row.id, None)


def _create_category(desk: Desk, parent: str | None, before: str | None) -> None:
    title = QCoreApplication.translate("Tree", "New category")
    locale = desk.selection.source_locale
    desk.bridge.run(
        lambda ws: ws.categories.create(parent, title, locale, before),
        lambda ref: _created(desk, ref),
    )


def _created(desk: Desk, ref: Ref) -> None:
    _navigator(desk).created(ref)


def _on_category(desk: Desk) -> bool:
    node = _current(desk)
    return node is not None and node.kind is Kind.CATEGORY


def _rename(desk: Desk) -> None:
    node = _current(desk)
    if node is not None:
        _navigator(desk).begin_rename(node.ref)


def _trash(desk: Desk) -> None:
    refs = [node.ref for node in _nodes(desk)]
    desk.flush()

    def tell(count: int) -> None:
        keys = QKeySequence(QKeySequence.StandardKey.Undo).toString(
            QKeySequence.SequenceFormat.NativeText
        )
        words = QCoreApplication.translate(
            "Tree", "%Ln thing(s) moved to the trash. {keys} brings them back.", "", count
        )
        desk.say(words.format(keys=keys))

    desk.bridge.run(lambda ws: ws.tree.trash(refs), tell)


def _can(step: Step) -> Callable[[Desk], bool]:
    def can(desk: Desk) -> bool:
        if len(desk.selection.refs) > MANY:
            return False
        nodes = _nodes(desk)
        return bool(nodes) and step(nodes) is not None

    return can


def _moves(step: Step) -> Callable[[Desk], None]:
    def run(desk: Desk) -> None:
        nodes = _nodes(desk)
        target = step(nodes)
        if target is not None:
            _navigator(desk).move_things([node.ref for node in nodes], target)

    return run


def _move_to(desk: Desk) -> None:
    from kbeditor.ui.dialogs.choose_category import ChooseCategory

    nodes = _nodes(desk)
    navigator = _navigator(desk)
    refs = [node.ref for node in nodes]
    dialog = ChooseCategory(
        navigator.model.forest,
        nodes,
        lambda category_id: navigator.move_things(refs, Target(category_id)),
        desk.window,
    )
    dialog.open()


def _copy_link(desk: Desk) -> None:
    QGuiApplication.clipboard().setText(markdown_links(_nodes(desk)))
    desk.say(QCoreApplication.translate("Tree", "The link is on the clipboard."))


def _insert_link(desk: Desk) -> None:
    from kbeditor.ui.panes.editor import EditorPane

    editor = desk.pane(EditorPane.id)
    if isinstance(editor, EditorPane) and editor.can_edit():
        editor.edit.insertPlainText(markdown_links(_nodes(desk)))


def _filter(desk: Desk) -> None:
    _navigator(desk).begin_filter()


def _expand_all(desk: Desk) -> None:
    _navigator(desk).tree.open_all()


def _collapse_all(desk: Desk) -> None:
    _navigator(desk).tree.close_all()


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "tree.new_article",
        QT_TRANSLATE_NOOP("Action", "New &Article"),
        "article",
        _new_article,
        shortcut="Ctrl+N",
        enabled=library_open,
        icon="article-new",
        group="new",
        tool_bar=True,
        roles=WRITERS,
    ),
    ActionSpec(
        "tree.new_category",
        QT_TRANSLATE_NOOP("Action", "New &Category"),
        "article",
        _new_category,
        shortcut="Ctrl+Shift+N",
        enabled=library_open,
        icon="folder-new",
        group="new",
        roles=WRITERS,
    ),
    ActionSpec(
        "tree.new_subcategory",
        QT_TRANSLATE_NOOP("Action", "New Category &Inside"),
        "article",
        _new_subcategory,
        enabled=_on_category,
        group="new",
        roles=WRITERS,
    ),
    ActionSpec(
        "tree.rename",
        QT_TRANSLATE_NOOP("Action", "&Rename"),
        "article",
        _rename,
        shortcut="F2",
        enabled=_has_nodes,
        group="place",
    ),
    ActionSpec(
        "tree.move_to",
        QT_TRANSLATE_NOOP("Action", "&Move to…"),
        "article",
        _move_to,
        shortcut="Ctrl+Shift+M",
        enabled=_has_nodes,
        group="place",
        roles=WRITERS,
    ),
    ActionSpec(
        "tree.move_up",
        QT_TRANSLATE_NOOP("Action", "Move &Up"),
        "article",
        _moves(up),
        shortcut="Alt+Up",
        enabled=_can(up),
        group="place",
        widget_shortcut=True,
        roles=WRITERS,
    ),
    ActionSpec(
        "tree.move_down",
        QT_TRANSLATE_NOOP("Action", "Move Do&wn"),
        "article",
        _moves(down),
        shortcut="Alt+Down",
        enabled=_can(down),
        group="place",
        widget_shortcut=True,
        roles=WRITERS,
    ),
    ActionSpec(
        "tree.move_out",
        QT_TRANSLATE_NOOP("Action", "Move &Out of Its Category"),
        "article",
        _moves(outdent),
        shortcut="Alt+Shift+Left",
        enabled=_can(outdent),
        group="place",
        widget_shortcut=True,
        roles=WRITERS,
    ),
    ActionSpec(
        "tree.move_in",
        QT_TRANSLATE_NOOP("Action", "Move Into the Cate&gory Above"),
        "article",
        _moves(indent),
        shortcut="Alt+Shift+Right",
        enabled=_can(indent),
        group="place",
        widget_shortcut=True,
        roles=WRITERS,
    ),
    ActionSpec(
        "tree.copy_link",
        QT_TRANSLATE_NOOP("Action", "Copy Lin&k"),
        "article",
        _copy_link,
        shortcut="Ctrl+Shift+C",
        enabled=_has_nodes,
        icon="link",
        group="link",
    ),
    ActionSpec(
        "tree.insert_link",
        QT_TRANSLATE_NOOP("Action", "Insert Link into the Te&xt"),
        "article",
        _insert_link,
        enabled=lambda desk: _has_nodes(desk) and writing(desk),
        group="link",
    ),
    ActionSpec(
        "tree.trash",
        QT_TRANSLATE_NOOP("Action", "Move to &Trash"),
        "article",
        _trash,
        shortcut="Del",
        enabled=_has_nodes,
        icon="trash",
        group="trash",
        widget_shortcut=True,
        roles=WRITERS,
    ),
    ActionSpec(
        "tree.filter",
        QT_TRANSLATE_NOOP("Action", "Filter T&itles"),
        "view",
        _filter,
        shortcut="Ctrl+F",
        enabled=library_open,
        icon="filter",
        group="tree",
        widget_shortcut=True,
    ),
    ActionSpec(
        "tree.expand_all",
        QT_TRANSLATE_NOOP("Action", "&Expand All Categories"),
        "view",
        _expand_all,
        enabled=library_open,
        group="tree",
    ),
    ActionSpec(
        "tree.collapse_all",
        QT_TRANSLATE_NOOP("Action", "&Collapse All Categories"),
        "view",
        _collapse_all,
        enabled=library_open,
        group="tree",
    ),
)
