"""What a person's role is, whose work queue is meant, and the ways into it."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kbeditor.domain.blocks import BlockPair, BlockState
from kbeditor.domain.errors import KbError
from kbeditor.domain.people import Person
from kbeditor.domain.records import Ref, TextRef
from kbeditor.ui.desk import Desk
from kbeditor.ui.roles import ROLES

if TYPE_CHECKING:
    from kbeditor.app.workspace import Workspace

ROLE = "person.role"


def me(desk: Desk) -> Person | None:
    """The person at work, as the open library lists them."""
    return desk.bridge.standing.me if desk.bridge.standing else None


def role_of(desk: Desk) -> str:
    """What this person does here, by the keys of `ROLES`: as the library says, else as they say."""
    listed = me(desk)
    role = listed.role if listed is not None else str(desk.preferences.get(ROLE))
    return role if role in ROLES else "translator"


def take_role(desk: Desk, role: str) -> None:
    """Work in this role from now on; a library that lists this person is told (undo tells it
    otherwise).
    """
    desk.set_preference(ROLE, role)
    listed = me(desk)
    if listed is not None and listed.role != role:
        desk.bridge.run(lambda ws: ws.people.update(replace(listed, role=role)))


def work_locale(desk: Desk) -> str:
    """Whose queue is meant: the locale in use, for an editor the source's; before anybody
    translates, the first that this person is listed for, else the first translation's. "" without
    a library.
    """
    selection = desk.selection
    if role_of(desk) == "editor" or selection.translating:
        return selection.source_locale if role_of(desk) == "editor" else selection.locale
    others = [each.tag for each in desk.locales if each.tag != selection.source_locale]
    listed = me(desk)
    if listed is not None:
        others.sort(key=lambda tag: tag not in listed.locales)
    return others[0] if others else selection.source_locale


def locale_name(desk: Desk, tag: str) -> str:
    """What a locale calls itself."""
    locale = desk.locale(tag)
    return locale.name if locale is not None else tag


def open_work(desk: Desk, ref: Ref, locale: str) -> None:
    """Open a text at the first block that waits for this person's role."""
    desk.flush()
    role = role_of(desk)

    def land(block_id: str | None) -> None:
        desk.selection.go(ref, locale)
        desk.selection.set_block(block_id)
        desk.frame.show_pane("editor")

    desk.bridge.run(lambda ws: first_block(ws, TextRef(ref, locale), role), land)


def open_next_work(desk: Desk, locale: str | None = None) -> None:
    """Open the article behind the open one in the queue; say so when there is no other."""
    desk.flush()
    tag, role, here = locale or work_locale(desk), role_of(desk), desk.selection.current

    def land(ref: Ref | None) -> None:
        if ref is not None:
            open_work(desk, ref, tag)
        else:
            words = QCoreApplication.translate("Work", "Nothing else waits for you in {language}.")
            desk.say(words.format(language=locale_name(desk, tag)))

    desk.bridge.run(lambda ws: ws.queue.next(tag, role, here), land)


def first_block(workspace: "Workspace", ref: TextRef, role: str) -> str | None:
    """The block to begin with: one to be done, else one with an open note; None: no matter which.

    Runs on the library's thread; makes the blocks that are missing.
    """
    if ref.locale == workspace.library.source_locale or workspace.texts.get(ref) is None:
        return None
    try:
        pairs = workspace.blocks.pairs(ref)
    except KbError:  # the source was never published: there is nothing to compare with
        return None
    waits: tuple[Callable[[BlockPair], bool], ...] = (
        lambda pair: pair.needs_work,
        lambda pair: bool(pair.open_notes),
    )
    if role == "reviewer":
        waits = (
            lambda pair: pair.kind.translatable and pair.state is not BlockState.REVIEWED,
            *waits,
        )
    for wait in waits:
        for pair in pairs:
            if wait(pair):
                return pair.id
    return None
