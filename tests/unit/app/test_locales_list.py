"""The languages offered for a library."""

from kbeditor.app.locales_list import COMMON, known_locales
from kbeditor.services.locales import describe


def test_languages_have_their_own_names_and_directions() -> None:
    known = {each.tag: each for each in known_locales()}
    assert known["fr"].name == "Français"
    assert (known["ar"].name, known["ar"].direction) == ("العربية", "rtl")
    assert known["zh-Hant"].direction == "ltr"
    assert known["zh-Hant"].name != known["zh-Hans"].name
    assert known["pt-BR"].english == "Portuguese (Brazil)"


def test_common_ones_come_first_and_each_once() -> None:
    tags = [each.tag for each in known_locales()]
    assert tuple(tags[: len(COMMON)]) == COMMON
    assert len(tags) == len(set(tags))


def test_each_can_be_added_to_a_library() -> None:
    for each in known_locales()[::7]:
        assert describe(each.tag, 1).direction in {"ltr", "rtl"}
