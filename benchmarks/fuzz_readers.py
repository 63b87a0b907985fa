"""What is fuzzed: each reader with a way to hand it bytes, with seeds and words to begin with."""

import io
import json
import shutil
import zipfile
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from pathlib import Path

from kbeditor.app.opening import create_library
from kbeditor.domain.rendered import RenderContext
from kbeditor.domain.words import count_words, plain_text
from kbeditor.exchange.catalogue import UNIT_FORMATS
from kbeditor.rendering.pipeline import Renderer
from kbeditor.shipped import sample_data
from kbeditor.translation.splitting import split
from tests.helpers.unit_jobs import job, small_file, write
from tests.hostile.readers import READERS

GOLDEN = Path(__file__).resolve().parents[1] / "tests" / "golden"
Take = Callable[[bytes], object]
_BUNDLE = GOLDEN / "exchange" / "bundle"
_MARKS = ("<", ">", "&", '"', "'", "\\", "\0", "\u2028", "\ufeff", "-1", "1e999", "9" * 30)


def _file(reader: str, name: str) -> Callable[[Path], Take]:
    """Bytes become a file of this name."""

    def prepared(folder: Path) -> Take:
        def read(data: bytes) -> object:
            (folder / name).write_bytes(data)
            return READERS[reader](folder / name)

        return read

    return prepared


def _markdown_folder(folder: Path) -> Take:
    """Two pages and a table of contents, parted by a line of `%%%`."""

    def read(data: bytes) -> object:
        parts = data.split(b"\n%%%\n", 2)
        for name, part in zip(("one.md", "two.md", "SUMMARY.md"), parts, strict=False):
            (folder / name).write_bytes(part)
        return READERS["import"](folder)

    return read


def _bundle_parts() -> list[str]:
    return sorted(each.relative_to(_BUNDLE).as_posix() for each in _BUNDLE.rglob("*.json"))


def _bundle(folder: Path) -> Take:
    """A sound bundle in which one file is these bytes; the first byte says which."""
    shutil.copytree(_BUNDLE, folder / "bundle")
    parts = _bundle_parts()
    sound = {each: (_BUNDLE / each).read_bytes() for each in parts}

    def read(data: bytes) -> object:
        which = parts[(data[0] if data else 0) % len(parts)]
        (folder / "bundle" / which).write_bytes(data[1:])
        try:
            return READERS["import"](folder / "bundle")
        finally:
            (folder / "bundle" / which).write_bytes(sound[which])

    return read


def _workbook_parts() -> dict[str, bytes]:
    return dict(_entries(_written("xlsx")))


def _workbook(folder: Path) -> Take:
    """A sound workbook in which one part is these bytes; the first byte says which."""
    parts = _workbook_parts()
    names = sorted(parts)

    def read(data: bytes) -> object:
        which = names[(data[0] if data else 0) % len(names)]
        with zipfile.ZipFile(folder / "a.xlsx", "w") as archive:
            for name, part in parts.items():
                archive.writestr(name, data[1:] if name == which else part)
        return READERS["units"](folder / "a.xlsx")

    return read


def _csv(folder: Path) -> Take:
    """A table of blocks, of terms and of votes."""
    reads = [_file(name, "a.csv")(folder) for name in ("units", "glossary", "votes")]
    return lambda data: reads[(data[0] if data else 0) % 3](data[1:])


def _render(_: Path) -> Take:
    renderer = Renderer()

    def read(data: bytes) -> object:
        return renderer.render(data[:600].decode("utf-8", "replace"), RenderContext())

    return read


def _split(_: Path) -> Take:
    def read(data: bytes) -> object:
        text = data.decode("utf-8", "replace")
        document = split(text)
        assert document.replaced({}) == text
        return count_words(text), plain_text(text)

    return read


_PREPARED: Mapping[str, Callable[[Path], Take]] = {
    "front-matter": _file("front-matter", "a.md"),
    "markdown-folder": _markdown_folder,
    "bundle": _bundle,
    "zip": _file("import", "a.zip"),
    "package": _file("units", "a.zip"),
    "workbook": _workbook,
    "tables": _csv,
    "po": _file("units", "a.po"),
    "xliff": _file("units", "a.xlf"),
    "tmx": _file("memory", "a.tmx"),
    "tbx": _file("glossary", "a.tbx"),
    "votes": _file("votes", "a.jsonl"),
    "svg": _file("picture", "a.svg"),
    "pictures": _file("picture", "a.png"),
    "settings": _file("settings", "a.json"),
    "library": _file("library", "a.kb"),
    "splitting": _split,
    "rendering": _render,
}
NAMES = tuple(_PREPARED)
LONGEST = {"library": 500_000, "settings": 2_000, "votes": 2_000}
"""Bytes of an input, where 20,000 are not enough or too many."""

_GOLDEN_SEEDS = {
    "po": ("exchange/*.po",),
    "xliff": ("exchange/*.xlf",),
    "tmx": ("exchange/*.tmx",),
    "tbx": ("exchange/*.tbx",),
    "front-matter": ("exchange/handbook/**/*.md",),
    "splitting": ("rendering/*.md", "exchange/handbook/**/*.md"),
    "rendering": ("rendering/*.md",),
}
_WORDS = {
    "front-matter": "--- title: slug: tags: [ ] { } &a *a !!map | > ? #",
    "markdown-folder": "--- title: ]( [ ](one.md) # - ``` <!-- %%% ../ kb: {#a}",
    "bundle": 'null true "translations" "revisions" "extra" [ ] { } : , Infinity NaN',
    "tables": "id target source sep=; term translation locale helpful query kb:hash= kb:quoted= ,",
    "po": "msgid msgstr msgctxt msgid_plural #, #: #. #~ fuzzy kb:hash=",
    "xliff": "<g <ph <x <mrk <pc <sc <ec </source> </target> state= id= equiv= <![CDATA[ <!DOCTYPE",
    "tmx": "<tu> <tuv <seg> xml:lang= <!DOCTYPE <!ENTITY <![CDATA[ <ut> <bpt",
    "tbx": "<termEntry> <langSet <tig> <term> <descrip <note> <!DOCTYPE <conceptEntry",
    "votes": 'locale helpful query time article id 0001-01-01T00:00:00+14:00 "comment" true',
    "svg": "<script <use href= url( style= <![CDATA[ <!DOCTYPE <?xml <image data:image/png;base64,",
    "splitting": "``` ~~~ - 1. | --- > # ![ ]( <div> [^a]: *** ::: !!! {: } <details>",
    "rendering": "``` ~~~ - 1. | --- > # ![ ]( <div> [^a]: *** ::: !!! {: } <a href= javascript:",
    "settings": '"recent" "editor.size" [ ] { } null "path" "opened_at"',
}


def prepared(name: str, folder: Path) -> Take:
    """The reader `name`, using a folder for its files."""
    return _PREPARED[name](folder)


def words(name: str) -> tuple[str, ...]:
    """What the reader may be on the look-out for."""
    return (*_WORDS.get(name, "").split(), *_MARKS)


def seeds(name: str) -> Iterator[bytes]:
    """Sound inputs to begin with."""
    for pattern in _GOLDEN_SEEDS.get(name, ()):
        yield from (each.read_bytes() for each in sorted(GOLDEN.glob(pattern)))
    if name in _MADE:
        yield from _MADE[name]()


def _written(format_id: str) -> bytes:
    folder = Path("build") / "fuzz-seeds"
    folder.mkdir(parents=True, exist_ok=True)
    one = next(each for each in UNIT_FORMATS if each.info.id == format_id)
    return write(one, folder / f"a{one.info.suffix}", job(small_file())).read_bytes()


def _entries(data: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            yield name, archive.read(name)


def _bundle_seeds() -> Iterator[bytes]:
    for place, each in enumerate(_bundle_parts()):
        yield bytes([place]) + (_BUNDLE / each).read_bytes()


def _zip_seeds() -> Iterator[bytes]:
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", method) as archive:
            for each in sorted(_BUNDLE.rglob("*.json")):
                archive.write(each, each.relative_to(_BUNDLE).as_posix())
        yield out.getvalue()


def _package_seeds() -> Iterator[bytes]:
    for each in ("xliff", "xliff2"):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr("translate/a.xlf", _written(each))
        yield out.getvalue()


def _workbook_seeds() -> Iterator[bytes]:
    for place, (_, data) in enumerate(sorted(_workbook_parts().items())):
        yield bytes([place]) + data


def _table_seeds() -> Iterator[bytes]:
    yield b"\0" + _written("csv")
    yield b"\1" + (GOLDEN / "exchange" / "glossary.csv").read_bytes()
    yield b"\2locale,helpful,article,time,comment\nen,true,a1,2026-05-17T09:30:00Z,Thanks\n"


def _vote_seeds() -> Iterator[bytes]:
    vote = {"locale": "en", "helpful": True, "article": "a", "time": "2026-05-17T09:30:00Z"}
    search = {"locale": "en", "query": "refund", "time": "2026-05-17T09:30:00+02:00", "id": "1"}
    yield f"{json.dumps(vote)}\n{json.dumps(search)}\n".encode()


def _drawings() -> Iterator[bytes]:
    yield from (each.read_bytes() for each in sorted(sample_data().rglob("*.svg")))


def _pictures() -> Iterator[bytes]:
    yield from (each.read_bytes() for each in islice(sorted(sample_data().rglob("*.png")), 3))
    yield bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffc0000b080001000101011100ffd9")
    yield b"GIF89a\x01\x00\x01\x00\x00\x00\x00;"
    for kind, rest in ((b"VP8 ", b"\0" * 6 + b"\x9d\x01\x2a\x01\0\x01\0"), (b"VP8L", b"\x2f" * 9)):
        yield b"RIFF\x20\0\0\0WEBP" + kind + b"\x14\0\0\0" + rest
    yield b"RIFF\x20\0\0\0WEBPVP8X\x0a\0\0\0" + b"\0" * 10


def _folder_seeds() -> Iterator[bytes]:
    pages = sorted((GOLDEN / "exchange" / "handbook").rglob("*.md"))
    table = b"# Contents\n\n* [One](one.md)\n  * [Two](two.md)\n"
    for one, two in zip(pages[::2], pages[1::2], strict=False):
        yield b"\n%%%\n".join((one.read_bytes(), two.read_bytes(), table))


def _settings_seeds() -> Iterator[bytes]:
    recent = [{"path": "/a.kb", "name": "A", "opened_at": "2026-05-17T09:30:00"}]
    yield json.dumps({"editor.size": 12, "recent": recent, "who": "Ada"}).encode()


def _library_seeds() -> Iterator[bytes]:
    path = Path("build") / "fuzz-seeds" / "a.kb"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    create_library(path, "Shop", "en", ["fr"]).close()
    yield path.read_bytes()


_MADE: Mapping[str, Callable[[], Iterator[bytes]]] = {
    "bundle": _bundle_seeds,
    "zip": _zip_seeds,
    "package": _package_seeds,
    "workbook": _workbook_seeds,
    "tables": _table_seeds,
    "votes": _vote_seeds,
    "svg": _drawings,
    "pictures": _pictures,
    "markdown-folder": _folder_seeds,
    "settings": _settings_seeds,
    "library": _library_seeds,
}
