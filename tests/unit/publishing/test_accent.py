"""The company's colour as it can be read: on light and on dark pages, whatever it is."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbeditor.domain.errors import KbError
from kbeditor.publishing.accent import contrast, shades
from kbeditor.shipped import resources

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == 1


@given(COLOURS)
def test_every_colour_can_be_read_where_it_is_used(colour: str) -> None:
    made = shades(colour)
    light, dark = made.accent
    for ground in ("#ffffff", "#f7f6f2", made.soft[0]):
        assert contrast(light, ground) >= 4.5
        assert contrast(made.strong[0], ground) >= 7
    for ground in ("#15181b", "#1d2226", made.soft[1]):
        assert contrast(dark, ground) >= 4.5
        assert contrast(made.strong[1], ground) >= 7
    for place in (0, 1):
        assert contrast(made.on[place], made.accent[place]) >= 4.5
        assert contrast(made.on_brand[place], made.brand[place]) >= 4.5


def test_a_strong_colour_stays_and_a_weak_one_is_corrected() -> None:
    assert not shades("#0b6760").corrected
    assert shades("#0B6760").accent[0] == "#0b6760"
    weak = shades("#ffcc00")
    assert weak.corrected
    assert weak.brand[0] == "#ffcc00", "large areas keep the company's colour"


def test_the_grounds_are_those_of_the_style_sheet() -> None:
    style = (resources() / "site" / "static" / "site.css").read_text("utf-8")
    grounds = {
        name: (light, dark)
        for name, light, dark in re.findall(
            r"--(ground[a-z-]*): light-dark\((#\w+), (#\w+)\)", style
        )
    }
    assert grounds["ground"] == ("#ffffff", "#15181b")
    assert grounds["ground-soft"][0] == "#f7f6f2"
    assert grounds["ground-raised"][1] == "#1d2226"


def test_body_text_reaches_aaa_on_every_ground() -> None:
    folder = resources() / "site" / "static"
    colours: dict[str, tuple[str, str]] = {}
    for file in ("article.css", "site.css"):
        for name, light, dark in re.findall(
            r"--([a-z-]+): light-dark\((#\w{6}), (#\w{6})\)", (folder / file).read_text("utf-8")
        ):
            colours[name] = (light, dark)
    for text in ("text", "strong", "soft", "kb-text", "kb-strong", "kb-soft"):
        for ground in ("ground", "ground-soft", "ground-raised", "kb-ground", "kb-tint"):
            for place in (0, 1):
                assert contrast(colours[text][place], colours[ground][place]) >= 7, (text, ground)
    for place in (0, 1):
        assert contrast(colours["kb-accent"][place], colours["kb-ground"][place]) >= 7
        assert contrast(colours["on-brand"][place], colours["brand"][place]) >= 7
        assert contrast(colours["on-accent"][place], colours["accent"][place]) >= 4.5
        assert contrast(colours["accent-strong"][place], colours["accent-soft"][place]) >= 7


@pytest.mark.parametrize("colour", ["red", "#fff", "#12345g", "#0b6760;}", ""])
def test_what_is_no_colour_is_refused(colour: str) -> None:
    with pytest.raises(KbError) as caught:
        shades(colour)
    assert caught.value.code == "bad_accent"
