"""Where one is, and the way back."""

from pytestqt.qtbot import QtBot

from kbeditor.domain.records import Kind, Ref
from kbeditor.ui.selection import Selection

ONE, TWO, THREE = (Ref(Kind.ARTICLE, name) for name in ("one", "two", "three"))


def selection() -> Selection:
    selection = Selection()
    selection.start("en")
    return selection


def test_back_and_forward_return_to_place_and_locale(qtbot: QtBot) -> None:
    here = selection()
    here.go(ONE)
    here.set_locale("fr")
    here.go(TWO)
    here.back()
    assert (here.current, here.locale) == (ONE, "fr")
    here.back()
    assert (here.current, here.locale) == (ONE, "en")
    assert not here.can_go_back
    here.forward()
    here.forward()
    assert (here.current, here.locale) == (TWO, "fr")
    assert not here.can_go_forward


def test_going_elsewhere_forgets_the_way_forward(qtbot: QtBot) -> None:
    here = selection()
    here.go(ONE)
    here.go(TWO)
    here.back()
    here.go(THREE)
    assert not here.can_go_forward
    here.back()
    assert here.current == ONE


def test_going_to_the_same_place_is_no_step(qtbot: QtBot) -> None:
    here = selection()
    here.go(ONE)
    with qtbot.assertNotEmitted(here.changed):
        here.go(ONE)
    assert not here.can_go_back


def test_what_is_gone_leaves_the_way_and_the_view(qtbot: QtBot) -> None:
    here = selection()
    for ref in (ONE, TWO, ONE, THREE):
        here.go(ref)
    here.forget(frozenset({THREE, TWO}))
    assert here.current is None
    here.back()
    assert here.current == ONE


def test_opening_something_marks_it(qtbot: QtBot) -> None:
    here = selection()
    here.set_refs([ONE, TWO])
    here.go(TWO)
    assert list(here.refs) == [ONE, TWO]
    here.go(THREE)
    assert list(here.refs) == [THREE]
