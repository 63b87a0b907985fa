"""Zips: names that lead elsewhere, bombs, links, lies about themselves."""

import io
import struct
import zipfile
from collections.abc import Iterable, Mapping

from tests.hostile.bundles import BUNDLE
from tests.hostile.case import ACCEPTED, case, directory, file, pipe, sparse


def _zip(
    entries: Iterable[tuple[str | zipfile.ZipInfo, bytes]] = (),
    method: int = zipfile.ZIP_DEFLATED,
    sound: bool = True,
) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        if sound:
            for each in sorted(BUNDLE.rglob("*")):
                if each.is_file():
                    archive.write(each, each.relative_to(BUNDLE).as_posix())
        for name, data in entries:
            archive.writestr(name, data, method)
    return out.getvalue()


def _named(name: str) -> bytes:
    """A zip with an entry of a name that Python itself would not write."""
    stand_in = "n" * len(name.encode())
    return _zip([(stand_in, b"x")]).replace(stand_in.encode(), name.encode())


def _kind(mode: int) -> bytes:
    entry = zipfile.ZipInfo("articles/link")
    entry.create_system = 3
    entry.external_attr = mode << 16
    return _zip([(entry, b"/etc/passwd")])


def _patched(data: bytes, at: Mapping[int, bytes], mark: bytes = b"PK\x01\x02") -> bytes:
    """A zip whose first entry in the list says something else at these offsets."""
    start = data.index(mark)
    out = bytearray(data)
    for offset, new in at.items():
        out[start + offset : start + offset + len(new)] = new
    return bytes(out)


def _overlapping() -> bytes:
    """Many entries that all lie on the same packed bytes."""
    packed = _zip([("a", bytes(4_000_000))], sound=False)
    start = packed.index(b"PK\x01\x02")
    end = packed.index(b"PK\x05\x06")
    entry = packed[start:end]
    names = [entry[:46] + bytes([97 + place % 26]) for place in range(26)]
    tail = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 26, 26, 47 * 26, start, 0)
    return packed[:start] + b"".join(names) + tail


def _listing(count: int) -> bytes:
    """A zip that lists so many entries and holds none."""
    entry = (
        struct.pack(
            "<IHHHHHHIIIHHHHHII", 0x02014B50, 20, 20, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0
        )
        + b"a"
    )
    tail = struct.pack(
        "<IHHHHIIH", 0x06054B50, 0, 0, count & 0xFFFF, count & 0xFFFF, len(entry) * count, 0, 0
    )
    return entry * count + tail


CASES = (
    *(
        case(f"zip-{name}", "import", file("a.zip", data), code, *words)
        for name, data, code, words in (
            ("not-a-zip", b"hello", "damaged", ("a.zip", "not a zip")),
            ("empty-file", b"", "damaged", ("a.zip",)),
            ("end-only", b"PK\x05\x06" + bytes(18), "missing_file", ("bundle.json",)),
            ("cut", _zip()[:-40], "damaged", ("a.zip",)),
            ("beginning-cut", _zip()[200:], "zip_bomb", ("articles/",)),
            ("absolute", _zip([("/etc/passwd", b"x")]), "unsafe_name", ("/etc/passwd",)),
            ("parent", _zip([("articles/../../x", b"x")]), "unsafe_name", ("../../x",)),
            ("parent-last", _zip([("articles/..", b"x")]), "unsafe_name", ("articles/..",)),
            ("dot", _zip([("./x", b"x")]), "unsafe_name", ("./x",)),
            ("double-slash", _zip([("articles//x", b"x")]), "unsafe_name", ("articles//x",)),
            ("backslash", _named("articles\\..\\x"), "unsafe_name", ("leads out",)),
            ("drive", _zip([("C:x", b"x")]), "unsafe_name", ("C:x",)),
            ("drive-slash", _zip([("c:/x", b"x")]), "unsafe_name", ("c:/x",)),
            ("share", _named("\\\\host\\x"), "unsafe_name", ("host",)),
            ("nul-in-name", _named("articles/a\0b"), "unsafe_name", ("articles/a",)),
            ("no-name", _patched(_zip(), {28: b"\0\0"}), "damaged", ("a.zip",)),
            ("link", _kind(0o120777), "link_outside", ("articles/link",)),
            ("device", _kind(0o020666), "link_outside", ("articles/link",)),
            ("pipe", _kind(0o010666), "link_outside", ("articles/link",)),
            (
                "case-clash",
                _zip([("articles/A", b""), ("articles/a", b"")]),
                "name_clash",
                ("articles/a", "articles/A"),
            ),
            (
                "nfc-clash",
                _zip([("articles/\u00e9", b""), ("articles/e\u0301", b"")]),
                "name_clash",
                ("too much like",),
            ),
            (
                "sharp-s-clash",
                _zip([("articles/\u00df", b""), ("articles/ss", b"")]),
                "name_clash",
                ("too much like",),
            ),
            (
                "same-name",
                _zip([("Xarticles", b""), ("xarticles", b"")]),
                "name_clash",
                ("xarticles",),
            ),
            (
                "password",
                _patched(_zip(), {8: b"\x01\x00"}),
                "encrypted",
                ("articles/", "password"),
            ),
            (
                "bomb",
                _zip([("articles/x", bytes(60_000_000))]),
                "zip_bomb",
                ("articles/x", "far too much"),
            ),
            (
                "bomb-says-little",
                _patched(_zip([("bundle.json", bytes(900_000))], sound=False), {24: b"\x10\0\0\0"}),
                "damaged",
                ("bundle.json",),
            ),
            (
                "says-much",
                _patched(_zip(), {24: b"\xfe\xff\xff\xff"}),
                "zip_bomb",
                ("far too much",),
            ),
            ("says-64-bit", _patched(_zip(), {24: b"\xff\xff\xff\xff"}), "zip_bomb", ()),
            ("overlapping", _overlapping(), "zip_bomb", ()),
            (
                "list-of-600-thousand",
                _listing(600_000),
                "zip_bomb",
                ("a.zip", "more than 250,000 files"),
            ),
            (
                "wrong-sum",
                _patched(_zip(), {16: b"\1\2\3\4"}),
                "damaged",
                ("damaged inside the zip",),
            ),
            (
                "bzip2",
                _zip(method=zipfile.ZIP_BZIP2),
                "packed_otherwise",
                ("articles/",),
            ),
            (
                "lzma",
                _zip(method=zipfile.ZIP_LZMA),
                "packed_otherwise",
                ("articles/",),
            ),
            (
                "unknown-packing",
                _patched(_zip(), {10: b"\x63\x00"}),
                "packed_otherwise",
                ("articles/",),
            ),
            (
                "name-not-utf8",
                _patched(_zip(), {8: b"\x00\x08", 46: b"\xff\xfe"}),
                "damaged",
                ("a.zip",),
            ),
            (
                "zip-in-zip",
                _zip([("articles/inner.zip", _zip())]),
                "not_utf8",
                ("articles/inner.zip",),
            ),
            (
                "offset-beyond",
                _patched(_zip(), {42: b"\xff\xff\xff\x7f"}),
                "damaged",
                ("articles/",),
            ),
            ("junk-before", b"MZ" * 5_000 + _zip(), ACCEPTED, ()),
            ("unknown-file", _zip([("evil.sh", b"x")]), "unknown_file", ("evil.sh",)),
            ("nothing-in-it", _zip(sound=False), "missing_file", ("bundle.json",)),
            (
                "deep-bundle",
                _zip([(f"{'d/' * 500}bundle.json", b"{}")], sound=False),
                "not_a_bundle",
                ("bundle.json",),
            ),
        )
    ),
    case("zip-huge", "import", sparse("a.zip", 1 << 40), "damaged", "a.zip", "not a zip"),
    case("zip-a-pipe", "import", pipe("a.zip"), "unknown_import", "a.zip", needs="pipes"),
    case("zip-folder", "import", directory("a.zip"), "nothing_to_import", "a.zip"),
    case(
        "zip-in-a-package",
        "units",
        file("a.zip", _zip([("a.xlf", bytes(60_000_000))])),
        "zip_bomb",
        "a.xlf",
    ),
    case(
        "zip-package-outside",
        "units",
        file("a.zip", _zip([("a.xlf", b"<x/>"), ("../b", b"")])),
        "unsafe_name",
        "../b",
    ),
    case(
        "zip-package-two",
        "units",
        file("a.zip", _zip([("a.xlf", b"<x/>"), ("b.xlf", b"<x/>")])),
        "many_xliff",
        "a.xlf",
    ),
)
