"""Pictures that are none, too large ones, and drawings with more than a drawing in them."""

from tests.hostile.case import ACCEPTED, Case, case, file
from tests.hostile.pixels import gif, jpeg, png, webp

_OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'
_DEEP = _OPEN + "<g>" * 5_000 + "</g>" * 5_000 + "</svg>"
_LAUGHS = '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>' + _OPEN + "&b;</svg>"
_WIDE = _OPEN + "<g " + " ".join(f"a{n}=''" for n in range(100_000)) + "/></svg>"


def _all() -> tuple[Case, ...]:
    rows: tuple[tuple[str, str, str | bytes, str, str], ...] = (
        ("empty", "a.png", b"", "not_taken", "not a picture"),
        ("text", "a.png", "hello", "not_taken", "not a picture"),
        ("page", "a.jpg", "<html><script>", "not_taken", "not a picture"),
        ("program", "a.exe", b"MZ", "not_taken", "not taken along"),
        ("no-ending", "a", b"MZ", "not_taken", "not taken along"),
        ("script", "a.js", "alert(1)", "not_taken", "not taken along"),
        ("png-cut", "a.png", png(9, 9)[:12], "not_taken", "damaged"),
        ("png-no-size", "a.png", png(0, 9), "not_taken", "damaged"),
        ("png-bomb", "a.png", png(60_000, 60_000), "not_taken", "pixels"),
        ("png-long-bomb", "a.png", png(2_000_000_000, 1), "not_taken", "pixels"),
        ("gif-bomb", "a.gif", gif(65_535, 65_535), "not_taken", "damaged"),
        ("gif-cut", "a.gif", b"GIF89a\1", "not_taken", "damaged"),
        ("jpeg-bomb", "a.jpg", jpeg(65_500, 65_500), "not_taken", "pixels"),
        ("jpeg-cut", "a.jpg", b"\xff\xd8\xff", "not_taken", "damaged"),
        (
            "jpeg-without-end",
            "a.jpg",
            b"\xff\xd8\xff" + b"\xff" * 2_000_000,
            "not_taken",
            "damaged",
        ),
        (
            "jpeg-empty-parts",
            "a.jpg",
            b"\xff\xd8\xff\xe0" + bytes(2_000_000),
            "not_taken",
            "damaged",
        ),
        ("webp-bomb", "a.webp", webp(16_000_000, 16_000_000), "not_taken", "pixels"),
        ("webp-cut", "a.webp", b"RIFF\0\0\0\0WEBP", "not_taken", "damaged"),
        (
            "gif-that-is-script",
            "a.js",
            b"GIF89a/*" + bytes(9) + b"*/=1;alert(1)",
            "not_taken",
            "damaged",
        ),
        ("pdf-called-png", "a.png", b"%PDF-1.7", ACCEPTED, "application/pdf"),
        ("avif", "a.avif", b"\0\0\0\x1cftypavif", "not_taken", "not a picture"),
        ("huge", "a.png", b"\x89PNG\r\n\x1a\n" + bytes(21_000_000), "not_taken", "20,971,520"),
        ("name-outside", "a.png", png(1, 1), ACCEPTED, "image/png"),
        ("svg-script", "a.svg", _OPEN + "<script>alert(1)</script></svg>", ACCEPTED, "image/svg"),
        ("svg-laughs", "a.svg", _LAUGHS, "not_taken", "document type"),
        (
            "svg-file",
            "a.svg",
            _LAUGHS.replace('"ha"', 'SYSTEM "file:///etc/passwd"'),
            "not_taken",
            "document type",
        ),
        ("svg-deep", "a.svg", _DEEP, "not_taken", "nested too deeply"),
        ("svg-wide", "a.svg", _WIDE, ACCEPTED, "image/svg"),
        ("svg-cut", "a.svg", _OPEN, "not_taken", "not well-formed"),
        ("svg-empty", "a.svg", "", "not_taken", "not well-formed"),
        (
            "svg-page",
            "a.svg",
            "<html xmlns='http://www.w3.org/1999/xhtml'/>",
            "not_taken",
            "not svg",
        ),
        ("svg-no-space", "a.svg", "<svg/>", "not_taken", "lacks its namespace"),
        (
            "svg-odd-encoding",
            "a.svg",
            f'<?xml version="1.0" encoding="evil"?>{_OPEN}</svg>',
            "not_taken",
            "encoding",
        ),
        ("svg-packed", "a.svgz", b"\x1f\x8b\x08" + bytes(20), "not_taken", "not taken along"),
        ("svg-large", "a.svg", _OPEN + " " * 2_200_000 + "</svg>", "not_taken", "2,097,152"),
        ("svg-of-uses", "a.svg", _OPEN + _uses() + "</svg>", "not_taken", "drawn over and over"),
        (
            "svg-endless-size",
            "a.svg",
            _OPEN.replace(">", ' width="1e999" viewBox="0 0 nan inf">') + "</svg>",
            ACCEPTED,
            "image/svg",
        ),
    )
    return tuple(
        case(f"picture-{name}", "picture", file(path, data), code, words)
        for name, path, data, code, words in rows
    )


def _uses() -> str:
    """Thirty groups that each show the one before ten times."""
    groups = ['<rect id="g0" width="1" height="1"/>']
    for number in range(1, 30):
        uses = f'<use href="#g{number - 1}"/>' * 10
        groups.append(f'<g id="g{number}">{uses}</g>')
    return "".join(groups)


CASES = _all()
