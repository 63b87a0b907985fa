"""PO: what gettext accepts, what other tools make of a file, and what is wrong with one."""

import shutil
import subprocess
from pathlib import Path

import polib
import pytest

from kbeditor.domain.blocks import BlockState
from kbeditor.domain.errors import KbError
from kbeditor.exchange.po import PoFormat
from tests.helpers.unit_jobs import file_of, job, read, small_file, unit, write

PO = PoFormat()
HEAD = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"X-Kb-Library: lib\\n"\n\n'


def incoming_of(tmp_path: Path, text: str | bytes) -> list[tuple[str, str, BlockState | None]]:
    """The blocks of a file given as text: id, translation, state."""
    file = tmp_path / "a.po"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return [(each.id, each.target, each.state) for each in read(PO, file).units]


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="gettext is not installed")
def test_gettext_accepts_it(tmp_path: Path) -> None:
    odd = unit("b8", "100 % of \\n %s {x}\tand\x0c", "100 % de \\n %s {x}\tet\x0c")
    written = write(PO, tmp_path / "a.po", job(small_file(), file_of([odd])))
    done = subprocess.run(
        ["msgfmt", "--check", "--verbose", "--output-file", str(tmp_path / "a.mo"), str(written)],
        capture_output=True,
        text=True,
        check=False,
        env={"LC_ALL": "C"},
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr.strip() == (
        "3 translated messages, 2 fuzzy translations, 1 untranslated message."
    )


def test_what_translators_see(tmp_path: Path) -> None:
    file = polib.pofile(str(write(PO, tmp_path / "a.po", job(small_file()))))
    assert file.metadata["Language"] == "fr_CA"
    assert file.metadata["Plural-Forms"] == "nplurals=2; plural=(n > 1);"
    assert file.metadata["X-Source-Language"] == "en"
    stale = file[2]
    assert stale.msgctxt == "b3"
    assert stale.fuzzy
    assert stale.previous_msgid == "See [the **old** page](kb:1234) first."
    assert stale.occurrences == [("0199-article", "3")]
    assert stale.comment.split("\n") == [
        "paragraph · Accounts › Bills & more › Pay <now>",
        "Note: Say vous, not tu.",
        "Note: Two",
        "Note: lines",
        "kb:hash=hash-of-b3",
    ]


@pytest.mark.parametrize(
    ("tag", "language", "plurals"),
    [
        ("pl", "pl", "nplurals=3"),
        ("zh-Hant", "zh_TW", "nplurals=1"),
        ("pt-BR", "pt_BR", "nplurals=2"),
        ("x-ours", "x_ours", "nplurals=2; plural=(n != 1);"),
    ],
)
def test_languages_are_named_as_gettext_does(
    tag: str, language: str, plurals: str, tmp_path: Path
) -> None:
    work = job(small_file())
    work = type(work)(
        work.library_id, work.library_name, "en", tag, work.created_at, work.program, work.files
    )
    written = write(PO, tmp_path / "a.po", work)
    metadata = polib.pofile(str(written)).metadata
    assert metadata["Language"] == language
    assert metadata["Plural-Forms"].startswith(plurals)
    assert read(PO, written).target_locale == tag


def test_what_poedit_makes_of_it(tmp_path: Path) -> None:
    """Other headers, long lines wrapped, comments moved, what is gone kept as obsolete."""
    text = (
        "# Somebody <x@example.org>, 2026.\n#, fuzzy\n"
        'msgid ""\nmsgstr ""\n'
        '"Project-Id-Version: Help\\n"\n"Last-Translator: A B <a@example.org>\\n"\n'
        '"X-Generator: Poedit 3.2.2\\n"\n"X-Source-Language: en\\n"\n'
        '"X-Kb-Locale: fr\\n"\n"X-Kb-Library: lib\\n"\n"X-Poedit-Bookmarks: 1,-1\\n"\n'
        "\n# a translator's own comment\n#: a1:1 a1:9\n#. heading · Title\n#. kb:hash=h1\n"
        'msgctxt "b1"\nmsgid ""\n"A long "\n"heading\\n"\n"in two"\n'
        'msgstr ""\n"Un long "\n"titre\\n"\n"en deux"\n\n'
        '#: a1:2\n#, no-wrap, fuzzy\n#| msgctxt "b2"\n#| msgid "Old"\n'
        'msgctxt "b2"\nmsgid "New"\nmsgstr "Ancien"\n'
        '#~ msgctxt "b9"\n#~ msgid "Gone"\n#~ msgstr "Parti"\n'
        '#~| msgid "x"\n#~ msgctxt "b10"\n#~ msgid ""\n#~ "Gone"\n#~ msgstr "Parti"\n'
    )
    file = tmp_path / "a.po"
    file.write_text(text, encoding="utf-8", newline="\r\n")
    incoming = read(PO, file)
    assert (incoming.library_id, incoming.source_locale, incoming.target_locale) == (
        "lib",
        "en",
        "fr",
    )
    first, second = incoming.units
    assert (first.source, first.target) == ("A long heading\nin two", "Un long titre\nen deux")
    assert (first.owner_id, first.source_hash, first.place) == ("a1", "h1", 18)
    assert first.state is BlockState.TRANSLATED
    assert (second.target, second.state, second.source_hash) == ("Ancien", BlockState.DRAFT, "")


def test_blocks_that_are_not_taken_are_told(tmp_path: Path) -> None:
    file = tmp_path / "a.po"
    file.write_text(
        HEAD + 'msgid "no context"\nmsgstr "x"\n\n'
        'msgctxt "b1"\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] "d"\n\n'
        'msgctxt "b2"\nmsgid "one"\nmsgstr "un"\n\nmsgctxt "b2"\nmsgid "one"\nmsgstr "une"\n',
        encoding="utf-8",
    )
    incoming = read(PO, file)
    assert [(each.id, each.target) for each in incoming.units] == [("b2", "un")]
    assert [(line.code, line.line) for line in incoming.lines] == [
        ("no_id", 6),
        ("plural", 10),
        ("twice", 20),
    ]
    assert incoming.lines[2].text == "Block b2 was not taken: it stands in the file twice."


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (HEAD + 'msgctxt "b"\nmsgid "a"b"\nmsgstr "c"\n', "po", 7),
        (HEAD + 'msgctxt "b"\nmsgid "a\nmsgstr "c"\n', "po", 7),
        (HEAD + 'msgctxt "b"\nmsgid "a\\"\nmsgstr "c"\n', "po", 7),
        (HEAD + 'msgctxt "b"\nmsgid "a"\n', "po", 7),
        (HEAD + 'msgctxt "b"\nmsgstr "a"\n', "po", 7),
        (HEAD + 'msgctxt "b"\nmsgid "a"\nmsgid "a"\nmsgstr "c"\n', "po", 8),
        (HEAD + "<<<<<<< ours\n", "po", 6),
        ('"a"\n', "po", 1),
        ('msgid "a"\nmsgstr "b"\n', "not_po", 0),
        ("", "not_po", 0),
        (HEAD.encode() + b'msgid "\xe9"\nmsgstr ""\n', "not_utf8", 6),
        (HEAD.encode("utf-16"), "not_utf8", 1),
        (HEAD + HEAD.replace("lib", "other"), "mixed_file", 6),
    ],
)
def test_a_broken_file_is_refused_with_its_line(
    text: str | bytes, code: str, line: int, tmp_path: Path
) -> None:
    with pytest.raises(KbError, match=r"a\.po") as caught:
        incoming_of(tmp_path, text)
    assert (caught.value.code, caught.value.details["line"]) == (code, line)


def test_a_string_without_end_is_refused_in_time(tmp_path: Path) -> None:
    endless = 'msgctxt "b1"\nmsgid ""\n' + '"0123456789"\n' * 250_000 + 'msgstr "x"\n\n'
    file = tmp_path / "a.po"
    file.write_text(HEAD + endless + 'msgctxt "b2"\nmsgid "a"\nmsgstr "b"\n', encoding="utf-8")
    incoming = read(PO, file)
    assert [each.id for each in incoming.units] == ["b2"]
    assert [line.code for line in incoming.lines] == ["too_long"]


def test_a_report_stays_short_enough_to_read(tmp_path: Path) -> None:
    file = tmp_path / "a.po"
    file.write_text(HEAD + 'msgid "a"\nmsgstr "b"\n\n' * 1_500, encoding="utf-8")
    lines = read(PO, file).lines
    assert len(lines) == 1_001
    assert lines[-1].text == "500 more blocks were not taken for the like reasons."
