"""What the program itself writes, in other hands: settings, and sites with their manifests."""

import io
import zipfile

from kbeditor.publishing.manifest import Manifest, write_manifest
from tests.hostile.case import ACCEPTED, case, directory, file, files, link, sparse

_BEGINNING = '{\n"format": "kbeditor-site",\n'


def _manifest(files_said: dict[str, tuple[str, int]]) -> bytes:
    return write_manifest(Manifest("a", "", 0, ("en",), "1", files_said))


def _zip(name: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return out.getvalue()


_OUTSIDE = _manifest({"../../../../../../etc/passwd": ("0" * 64, 10)})

SETTINGS = tuple(
    case(f"settings-{name}", "settings", file("preferences.json", data))
    for name, data in (
        ("empty", ""),
        ("not-json", "{evil"),
        ("list", "[]"),
        ("nan", '{"editor.size": NaN}'),
        ("deep", "[" * 200_000),
        ("digits", '{"editor.size": ' + "9" * 5_000 + "}"),
        (
            "other-kinds",
            '{"recent": 3, "theme": [], "editor.size": "x", "who": {}, "editor.wrap": 1}',
        ),
        (
            "odd-libraries",
            '{"recent": [1, {}, {"path": 1}, {"path": "\\u0000", "name": "", "opened_at": "x"}]}',
        ),
        (
            "half-characters",
            '{"who": "\\ud800", "recent": [{"path": "\\ud800", "name": "a", "opened_at": "2026-01-01"}]}',
        ),
        ("not-utf8", b"\xff\xfe{}"),
        ("nul", b"\0" * 100),
    )
)
CASES = (
    *SETTINGS,
    case("settings-huge", "settings", sparse("preferences.json", 1 << 40)),
    case("settings-folder", "settings", directory("preferences.json")),
    case("settings-device", "settings", link("preferences.json", "/dev/zero"), needs="links"),
    case("site-none", "site", lambda folder: folder / "none", "no_file", "none"),
    case("site-empty", "site", directory("site"), "not_a_site", "site"),
    case("site-other", "site", files({"manifest.json": "{}"}), "not_a_site"),
    case("site-cut", "site", files({"manifest.json": _OUTSIDE[:60]}), "damaged_manifest"),
    case(
        "site-changed",
        "site",
        files({"manifest.json": _OUTSIDE.replace(b"passwd", b"shadow")}),
        "damaged_manifest",
    ),
    case(
        "site-deep",
        "site",
        files({"manifest.json": _BEGINNING + '"a":' + "[" * 100_000}),
        "damaged_manifest",
    ),
    case("site-files-outside", "site", files({"manifest.json": _OUTSIDE}), ACCEPTED, "passwd"),
    case(
        "site-huge",
        "site",
        lambda folder: sparse("manifest.json", 1 << 40)(folder).parent,
        "not_a_site",
    ),
    case("site-not-a-zip", "site", file("a.zip", b"hello"), "not_a_site", "a.zip"),
    case(
        "site-zip-bomb",
        "site",
        file("a.zip", _zip("manifest.json", _BEGINNING.encode() + bytes(300_000_000))),
        "not_a_site",
        "a.zip",
    ),
    case("site-device", "site", link("a.zip", "/dev/zero"), "not_a_site", "a.zip", needs="links"),
)
