"""An editor's and a translator's acts among the articles of a real help centre."""

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from kbeditor.domain.records import Kind, Ref, TextRef
from kbeditor.domain.states import State
from kbeditor.domain.tree import Skeleton
from kbeditor.ui.dialogs.palette import CommandPalette
from kbeditor.ui.dialogs.quick_open import QuickOpen
from kbeditor.ui.dialogs.significance import SignificanceDialog
from kbeditor.ui.pane_specs import EDITOR, NAVIGATOR
from kbeditor.ui.start import Start
from tests.helpers.window import Person

pytestmark = [pytest.mark.corpus, pytest.mark.slow]
LONG = 60_000


def a_category(skeleton: Skeleton) -> tuple[str, list[str]]:
    """The title of a category with at least four articles, and theirs, each unlike all others."""
    titles = Counter(row.title for row in skeleton.categories)
    titles.update(leaf.title for leaf in skeleton.articles)
    for category in skeleton.categories:
        inside = [leaf.title for leaf in skeleton.articles if leaf.category_id == category.id]
        if len(inside) >= 4 and all(titles[each] == 1 for each in (category.title, *inside)):
            return category.title, inside
    raise AssertionError("no such category")


def test_writing_arranging_and_translating(person: Person, campaign: Path) -> None:
    person.start(Start(campaign))
    publish = person.program.desk.actions.action("article.publish").shortcut().toString()
    category, articles = a_category(person.ask(lambda ws: ws.tree.skeleton("en")))

    # Move by keyboard and by mouse, undo both by the menu.
    person.open(articles[1])
    person.keys(NAVIGATOR.shortcut, "Alt+Up")
    swapped = [articles[1], articles[0], *articles[2:]]
    person.until(lambda: person.titles(category) == swapped)
    tree = person.navigator.tree
    other = person.ask(lambda ws: ws.tree.skeleton("en").categories[-1])
    person.drag_row(articles[3], lambda: person.place(tree, person.row(other.title)))
    person.until(lambda: articles[3] not in person.titles(category))
    person.settle()
    person.pick("edit", "edit.undo")
    person.until(lambda: person.titles(category) == swapped)
    person.settle()
    person.pick("edit", "edit.undo")
    person.until(lambda: person.titles(category) == articles)
    person.settle()

    # Several into the trash, and back.
    person.click_title(articles[2])
    person.click_title(articles[3], Qt.KeyboardModifier.ControlModifier)
    person.until(lambda: len(person.program.selection.refs) == 2)
    person.keys("Delete")
    person.until(lambda: person.titles(category) == [*articles[:2], *articles[4:]])
    person.settle()
    person.pick("edit", "edit.undo")
    person.until(lambda: person.titles(category) == articles)
    person.settle()

    # A new article beside the others, named in place.
    person.click_title(articles[0])
    person.keys(NAVIGATOR.shortcut, "Ctrl+N")
    person.until(lambda: person.focused().metaObject().className() == "QExpandingLineEdit")
    person.write("What is new this week?\n")
    person.until(lambda: "What is new this week?" in person.titles(category))
    new = person.find("What is new this week?")
    person.sees_open(new)
    person.settle()

    # Write, find and replace, see it.
    person.keys(EDITOR.shortcut)
    person.until(person.editor.edit.hasFocus)
    person.write("Much is ")
    person.keys("Ctrl+B")
    person.write("new")
    person.keys("Ctrl+B")
    person.write(" here.")
    person.keys("Ctrl+H")
    bar = person.editor.page.find_bar
    person.until(bar.words.hasFocus)
    person.write("Much")
    person.until(lambda: bar.replace_every.isEnabled())
    person.fill(bar.new, "Little")
    person.click(bar.replace_every)
    person.until(lambda: person.editor.edit.toPlainText() == "Little is **new** here.")
    person.keys("Escape")
    person.sees("Little is new here.")
    person.settle()
    person.keys(publish)
    person.until(lambda: person.note() == "1 text published.")
    assert person.text(new).state is State.PUBLISHED

    # Another article by quick open; a command by the palette.
    person.keys("Ctrl+P")
    quick = person.dialog(QuickOpen)
    person.write(articles[0])
    person.until(lambda: quick.model.rowCount() and quick.model.item(0).title == articles[0])
    person.keys("Return")
    first = person.find(articles[0])
    person.sees_open(first)
    person.keys(EDITOR.shortcut, "Ctrl+Shift+P")
    palette = person.dialog(CommandPalette)
    person.write("line numb")
    person.until(lambda: palette.model.item(0).value == "text.line_numbers")
    person.keys("Return")
    person.until(lambda: person.program.preferences.get("editor.line_numbers"))

    # Change a source that is translated: its French is outdated, and then still valid.
    person.until(person.editor.edit.hasFocus)
    person.keys("Ctrl+Home")
    person.write("A new beginning.\n\n")
    person.sees("A new beginning.")
    person.settle()
    person.keys(publish)
    person.press(person.dialog(SignificanceDialog), "Publish")
    person.until(lambda: person.note() == "1 text published.")
    person.keys("Ctrl+Alt+Right")
    person.sees_open(first, "fr")
    bar_of_outdated = person.editor.page.outdated_bar
    person.until(bar_of_outdated.isVisible)
    person.press(bar_of_outdated, "Show what changed")
    person.until(person.editor.page.source.changes.isVisible)
    person.until(lambda: person.status.cards["fr"].step.text() == "Update 1 outdated article")
    person.press(bar_of_outdated, "Mark up to date")
    person.until(lambda: not bar_of_outdated.isVisible())

    # The new article is missing in French: written from the source, submitted, published.
    person.until(lambda: person.status.cards["fr"].step.text() == "Translate 1 missing article")
    person.click(person.status.cards["fr"].step)
    person.sees_open(new, "fr")
    person.click(person.editor.page.begin_copy)
    person.until(person.editor.can_edit)
    person.until(person.editor.page.details.title.hasFocus)
    person.keys("Ctrl+A")
    person.write("Quoi de neuf ?\n")
    person.until(person.editor.edit.hasFocus)
    person.settle()
    person.keys("Ctrl+Shift+R")
    person.until(lambda: person.note() == "1 text submitted for review.")
    person.keys(publish)
    person.until(lambda: person.note() == "1 text published.")
    french = person.ask(lambda ws: ws.texts.published(TextRef(Ref(Kind.ARTICLE, new.id), "fr")))
    assert french is not None
    assert french.title == "Quoi de neuf ?"
