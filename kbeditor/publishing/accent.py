"""A company's accent colour, made readable: shades for light and dark pages, contrast checked.

Contrast is that of WCAG 2.2 (relative luminance). Lightness is changed in OKLCH, in which a colour
keeps its look when it gets lighter or darker (https://bottosson.github.io/posts/oklab/).
"""

import math
import re
from dataclasses import dataclass

from kbeditor.domain.errors import KbError

LEAST = 4.5
"""WCAG AA for text."""

_HEX = re.compile(r"#[0-9a-f]{6}", re.I)
_STEP = 0.005
_WHITE, _BLACK = (1.0, 1.0, 1.0), (0.0, 0.0, 0.0)
# What text of the accent stands on besides its own tint: static/site.css has the same grounds.
_LIGHT_GROUNDS = ("#ffffff", "#f7f6f2")
_DARK_GROUNDS = ("#15181b", "#1d2226")
_DARK_STRONG = "#f3f5f6"

_Rgb = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Shades:
    """The colours made from one accent, as pairs of one for light pages and one for dark ones.

    `brand` is for large areas: on light pages it is the colour as given, whatever can be read on it
    (`on_brand`). `corrected`: as a colour of text it was too weak, `accent` is a darker one.
    """

    accent: tuple[str, str]
    strong: tuple[str, str]
    soft: tuple[str, str]
    on: tuple[str, str]
    brand: tuple[str, str]
    on_brand: tuple[str, str]
    corrected: bool

    def properties(self) -> str:
        """Custom properties for the style sheet."""
        named = (
            ("accent", self.accent),
            ("accent-strong", self.strong),
            ("accent-soft", self.soft),
            ("on-accent", self.on),
            ("brand", self.brand),
            ("on-brand", self.on_brand),
        )
        said = "".join(f"--{name}:light-dark({light},{dark});" for name, (light, dark) in named)
        article = f"--kb-accent:light-dark({self.accent[0]},{self.accent[1]});"
        line = f"--kb-accent-line:light-dark({self.accent[0]}66,{self.accent[1]}77);"
        return f":root{{{said}}}\n.kb-article{{{article}{line}}}\n"


def shades(accent: str) -> Shades:
    """The shades of an accent given as "#rrggbb".

    Raises KbError `bad_accent`.
    """
    if not _HEX.fullmatch(accent):
        raise KbError(
            "bad_accent",
            "“{accent}” is not a colour. Write it as # and six digits, as in #0b6760.",
            accent=accent,
        )
    lightness, chroma, hue = _oklch(_parse(accent))
    soft_light = _shown(0.955, min(chroma, 0.02), hue)
    soft_dark = _shown(0.295, min(chroma, 0.035), hue)
    light_grounds = (*map(_parse, _LIGHT_GROUNDS), soft_light)
    dark_grounds = (*map(_parse, _DARK_GROUNDS), soft_dark)
    light = _moved(lightness, chroma, hue, -_STEP, light_grounds, LEAST)
    dark = _moved(max(lightness, 0.7), min(chroma, 0.14), hue, _STEP, dark_grounds, LEAST)
    strong_light = _moved(_oklch(light)[0] - 0.07, chroma, hue, -_STEP, light_grounds, 7.0)
    strong_dark = _moved(_oklch(dark)[0] + 0.06, min(chroma, 0.12), hue, _STEP, dark_grounds, 7.0)
    return Shades(
        (_hex(light), _hex(dark)),
        (_hex(strong_light), _hex(strong_dark)),
        (_hex(soft_light), _hex(soft_dark)),
        (_hex(_WHITE), _hex(_BLACK)),
        (accent.lower(), _hex(soft_dark)),
        (_on(_parse(accent)), _DARK_STRONG),
        _hex(light) != accent.lower(),
    )


def contrast(first: str, second: str) -> float:
    """The contrast of two colours ("#rrggbb"), 1 to 21."""
    return _contrast(_parse(first), _parse(second))


def _on(ground: _Rgb) -> str:
    """White, or black where white cannot be read."""
    return _hex(_WHITE if _contrast(_WHITE, ground) >= LEAST else _BLACK)


def _moved(
    lightness: float,
    chroma: float,
    hue: float,
    step: float,
    grounds: tuple[_Rgb, ...],
    least: float,
) -> _Rgb:
    """The colour, made darker or lighter until it can be read on all grounds."""
    while True:
        colour = _shown(lightness, chroma, hue)
        if all(_contrast(colour, ground) >= least for ground in grounds):
            return colour
        lightness += step
        if not 0 < lightness < 1:
            return _WHITE if step > 0 else _BLACK


def _contrast(first: _Rgb, second: _Rgb) -> float:
    one, other = sorted((_luminance(first), _luminance(second)))
    return (other + 0.05) / (one + 0.05)


def _luminance(colour: _Rgb) -> float:
    red, green, blue = (_linear(part) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _curved(part: float) -> float:
    return 12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055


def _parse(colour: str) -> _Rgb:
    return tuple(int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))  # type: ignore[return-value]


def _hex(colour: _Rgb) -> str:
    return "#" + "".join(f"{round(min(max(part, 0), 1) * 255):02x}" for part in colour)


def _shown(lightness: float, chroma: float, hue: float) -> _Rgb:
    """The colour as it will be written: eight bits each."""
    return _parse(_hex(_rgb(lightness, chroma, hue)))


def _oklch(colour: _Rgb) -> tuple[float, float, float]:
    red, green, blue = (_linear(part) for part in colour)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    return lightness, math.hypot(a, b), math.atan2(b, a)


def _rgb(lightness: float, chroma: float, hue: float) -> _Rgb:
    """The colour on a screen; where no screen can show it, a paler one of the same hue."""
    while True:
        colour = _unbounded(lightness, chroma, hue)
        if chroma < 0.001 or all(-0.0005 <= part <= 1.0005 for part in colour):
            red, green, blue = (_curved(min(max(part, 0.0), 1.0)) for part in colour)
            return red, green, blue
        chroma -= 0.002


def _unbounded(lightness: float, chroma: float, hue: float) -> _Rgb:
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
