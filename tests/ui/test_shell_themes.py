"""Themes: the same roles everywhere, and contrast that people can read."""

import json
import re

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kbeditor.domain.states import State, make_mark
from kbeditor.shipped import resources
from kbeditor.ui.themes import Theme, Themes, load_themes
from kbeditor.ui.widgets.marks import mark_role, paint_mark

ALL = load_themes(resources() / "themes")
GROUNDS = ("window", "base", "alternate", "raised")
READABLE = [(role, ground) for role in ("text", "muted", "faint", "link") for ground in GROUNDS]
READABLE += [
    ("accent_text", "accent"),
    ("selection_text", "selection"),
    ("text", "selection_inactive"),
    ("text", "hover"),
    ("text", "button"),
    ("tip_text", "tip"),
    *((f"{level}", f"{level}_soft") for level in ("info", "success", "warning", "error")),
    *(("text", f"{level}_soft") for level in ("info", "success", "warning", "error")),
    ("error", "window"),
]
SYNTAX = [role for role in ALL[0].colours if role.startswith("syntax_") and "ground" not in role]
MARKS = ("missing", "draft", "in_review", "published", "outdated")


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, contrast ratio."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.id)
def test_every_theme_has_every_role(theme: Theme) -> None:
    assert set(theme.colours) == set(ALL[0].colours)
    assert all(re.fullmatch("#[0-9a-f]{6}", colour) for colour in theme.colours.values())


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.id)
def test_words_are_readable(theme: Theme) -> None:
    pairs = READABLE + [(role, "base") for role in SYNTAX] + [("text", "match")]
    poor = {
        (role, ground): round(contrast(theme.colours[role], theme.colours[ground]), 2)
        for role, ground in pairs
        if contrast(theme.colours[role], theme.colours[ground]) < 4.5
    }
    assert poor == {}


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.id)
def test_marks_and_frames_can_be_told_from_their_ground(theme: Theme) -> None:
    poor = {
        name: round(contrast(theme.colours[f"mark_{name}"], theme.colours[ground]), 2)
        for name in MARKS
        for ground in ("base", "window")
        if contrast(theme.colours[f"mark_{name}"], theme.colours[ground]) < 3
    }
    assert poor == {}


def silhouette(image: QImage, ground: str, colour: str) -> tuple[bool, ...]:
    """Which pixels are nearer to the mark's colour than to the ground."""
    middle = (luminance(ground) + luminance(colour)) / 2
    pixels = [image.pixelColor(x, y).name() for y in range(32) for x in range(32)]
    return tuple(luminance(pixel) < middle for pixel in pixels)


def test_each_mark_has_a_shape_of_its_own(qtbot: QtBot) -> None:
    """Painted in one colour, no two marks look alike."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    themes = Themes(application, resources(), "light")
    shapes = set()
    marks = [make_mark(state, False, False) for state in State]
    for mark in [*marks, make_mark(State.PUBLISHED, True, True)]:
        image = QImage(32, 32, QImage.Format.Format_RGB32)
        image.fill(themes.colour("base"))
        painter = QPainter(image)
        paint_mark(painter, QRectF(0, 0, 32, 32), mark, themes)
        painter.end()
        shapes.add(silhouette(image, themes.hex("base"), themes.hex(mark_role(mark))))
    application.setStyleSheet("")
    assert len(shapes) == 5


def test_a_choice_is_used_at_once_and_told(qtbot: QtBot) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    themes = Themes(application, resources(), "light")
    with qtbot.waitSignal(themes.changed):
        themes.choose("dark")
    assert themes.dark
    dark = json.loads((resources() / "themes" / "dark.json").read_text())["colours"]
    assert application.palette().window().color() == QColor(dark["window"])
    with qtbot.assertNotEmitted(themes.changed):
        themes.choose("dark")
    themes.choose("system")
    application.setStyleSheet("")
