"""Lays actions out in menus and the tool bar, by what their specs say."""

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolBar

from kbeditor.ui.action import (
    ActionRegistry,
    ActionSpec,
    ChoiceSpec,
    Spec,
    action_words,
    spec_title,
)
from kbeditor.ui.desk import Actions, Desk
from kbeditor.ui.menu_titles import MENUS
from kbeditor.ui.work import ROLE, me

ALL_ENTRIES = "menus.all"
"""The setting: menus hold what the person's role does not need, too."""


def fill_menus(menus: Mapping[str, QMenu], desk: Desk, registry: ActionRegistry) -> None:
    """Put the actions into their menus, and again when this person's role changes."""

    def fill() -> None:
        for menu_id, menu in menus.items():
            menu.clear()
            for each in menu.findChildren(QMenu):
                each.deleteLater()
            specs = [spec for spec in registry.specs.values() if spec.menu == menu_id]
            _fill(menu, [spec for spec in specs if is_needed(desk, spec)], desk, registry)

    def fill_again(key: str) -> None:
        if key in (ROLE, ALL_ENTRIES):
            fill()

    for menu in menus.values():
        # What a menu shows depends on the moment; its keys follow the registry's own signals.
        menu.aboutToShow.connect(registry.refresh_now)
    desk.preference_changed.connect(fill_again)
    fill()


def is_needed(desk: Desk, spec: Spec) -> bool:
    """Whether an action is of use to the person at work; without a list everybody needs all."""
    listed = me(desk)
    return (
        listed is None
        or not spec.roles
        or listed.role in spec.roles
        or bool(desk.preferences.get(ALL_ENTRIES))
    )


def fill_tool_bar(bar: QToolBar, registry: ActionRegistry) -> None:
    """The actions that say so, in the order of the menus, a line between menus."""
    for menu_id, _title in MENUS:
        chosen = [
            spec
            for spec in registry.specs.values()
            if isinstance(spec, ActionSpec) and spec.tool_bar and spec.menu == menu_id
        ]
        if chosen and bar.actions():
            bar.addSeparator()
        for spec in chosen:
            bar.addAction(registry.action(spec.id))


def context_menu(parent_menu: QMenu, registry: Actions, *action_ids: str) -> QMenu:
    """Fill a context menu with some of the actions; "" is a line. Returns the same menu."""
    registry.refresh_now()
    for action_id in action_ids:
        if action_id:
            parent_menu.addAction(registry.action(action_id))
        else:
            parent_menu.addSeparator()
    return parent_menu


def _fill(menu: QMenu, specs: list[Spec], desk: Desk, registry: ActionRegistry) -> None:
    groups: dict[str, list[Spec]] = {}
    for spec in specs:
        groups.setdefault(spec.group, []).append(spec)
    for number, members in enumerate(groups.values()):
        if number:
            menu.addSeparator()
        submenus: dict[str, QMenu] = {}
        for spec in members:
            if isinstance(spec, ChoiceSpec):
                _add_choices(menu, spec, desk)
            elif spec.submenu:
                if spec.submenu not in submenus:
                    submenus[spec.submenu] = _add_submenu(menu, action_words(spec.submenu))
                submenus[spec.submenu].addAction(registry.action(spec.id))
            else:
                menu.addAction(registry.action(spec.id))


def _add_submenu(menu: QMenu, title: str) -> QMenu:
    submenu = menu.addMenu(title)

    def enable() -> None:
        submenu.menuAction().setEnabled(any(each.isEnabled() for each in submenu.actions()))

    menu.aboutToShow.connect(enable)
    return submenu


def _add_choices(menu: QMenu, spec: ChoiceSpec, desk: Desk) -> None:
    submenu = menu.addMenu(spec_title(spec))
    submenu.setObjectName(spec.id)

    def enable() -> None:
        submenu.menuAction().setEnabled(spec.enabled(desk))

    def fill() -> None:
        submenu.clear()
        for choice in spec.choices(desk):
            action = QAction(choice.title.replace("&", "&&"), submenu)
            action.setEnabled(choice.enabled)
            if choice.checked is not None:
                action.setCheckable(True)
                action.setChecked(choice.checked)
            action.triggered.connect(lambda _c=False, value=choice.value: spec.pick(desk, value))
            submenu.addAction(action)

    menu.aboutToShow.connect(enable)
    submenu.aboutToShow.connect(fill)
