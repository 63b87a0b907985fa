"""CSV: guarded cells, columns, encodings, separators, and what is refused."""

import csv
import io
from pathlib import Path

import pytest

from kbeditor.domain.blocks import BlockState
from kbeditor.domain.errors import KbError
from kbeditor.domain.units import Incoming
from kbeditor.exchange.csv_cells import guarded, unguarded
from tests.helpers.tables import ACTIVE, CSV, targets
from tests.helpers.unit_jobs import read


def read_csv(tmp_path: Path, text: str | bytes) -> Incoming:
    """Read a file that says `text`."""
    file = tmp_path / "a.csv"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    assert CSV.recognises(file)
    return read(CSV, file)


@pytest.mark.parametrize(
    "text", ["plain", "'tis", "'", "", " =x", "a=b", "2 or 3 days", "b1", *ACTIVE]
)
def test_guards_are_taken_off_again(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert guarded(text) == ("'" + text if text in ACTIVE else text)


HEAD = "target (fr),ID,source (en),from\n"
BODY = 'Un,b1,One,lib/article/a1\n"Deux, ""2""\net demi",b2,Two,lib/article/a1\n\n,,,\n'


@pytest.mark.parametrize(
    "data",
    [
        HEAD + BODY,
        ("\ufeff" + HEAD + BODY).encode("utf-8"),
        (HEAD + BODY).encode("utf-16"),
        ("\ufeff" + HEAD + BODY).encode("utf-16-be"),
        (HEAD + BODY).replace("\n", "\r\n"),
        "sep=,\n" + HEAD + BODY,
        "Our table,,,\n,,,\n" + HEAD + BODY,
    ],
    ids=["plain", "mark", "utf16", "utf16be", "crlf", "sep", "title"],
)
def test_columns_in_any_order_and_encoding(data: str | bytes, tmp_path: Path) -> None:
    incoming = read_csv(tmp_path, data)
    assert targets(incoming) == [("b1", "Un", None), ("b2", 'Deux, "2"\net demi', None)]
    assert (incoming.library_id, incoming.source_locale, incoming.target_locale) == (
        "lib",
        "en",
        "fr",
    )
    assert incoming.units[0].owner_id == "a1"
    assert incoming.lines == ()


@pytest.mark.parametrize("separator", [";", "\t"])
def test_separators_of_other_countries(separator: str, tmp_path: Path) -> None:
    out = io.StringIO()
    rows = csv.reader(io.StringIO(HEAD + BODY, newline=""))
    csv.writer(out, delimiter=separator, quoting=csv.QUOTE_ALL).writerows(rows)
    assert targets(read_csv(tmp_path, out.getvalue())) == [
        ("b1", "Un", None),
        ("b2", 'Deux, "2"\net demi', None),
    ]


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        ("", "no_header", "id” and “target"),
        ("id,source\nb1,One\n", "no_header", "id” and “target"),
        ("\n" * 100 + HEAD, "no_header", "id” and “target"),
        (HEAD + 'a,"b"c,d\n', "csv", "row 2 is no sound CSV"),
        (HEAD + 'a,b1,One,lib\n"' + "x" * 140_000, "csv", "row 3 is no sound CSV"),
        ((HEAD + "Été").encode("cp1252"), "not_utf8", "save it as “CSV UTF-8”"),
        (HEAD.encode("utf-16")[:-1], "not_utf16", "not sound UTF-16"),
        (HEAD + "a\0b\n", "not_text", "NUL"),
        (HEAD + BODY + "Un,b9,One,other/article/a1\n", "mixed_file", "another library"),
    ],
)
def test_a_wrong_table_is_refused(data: str | bytes, code: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(KbError, match=r"a\.csv") as caught:
        read_csv(tmp_path, data)
    assert caught.value.code == code
    assert words in str(caught.value)


def test_rows_without_or_with_the_same_id_are_told(tmp_path: Path) -> None:
    incoming = read_csv(tmp_path, "id,target\n,Un\nb1,Un\nb1,Une\nb2\n")
    assert targets(incoming) == [("b1", "Un", None), ("b2", "", BlockState.EMPTY)]
    assert [(line.code, line.line) for line in incoming.lines] == [("no_id", 2), ("twice", 4)]
