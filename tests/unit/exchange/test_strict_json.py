"""JSON from elsewhere: one meaning only, and errors that say where."""

import pytest

from kbeditor.exchange.bad_file import BadFile
from kbeditor.exchange.strict_json import loads


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b'{"a": 1,\n "b": }', "x.json, line 2: this is not JSON"),
        (b'{"a": 1, "a": 1}', "the key “a” stands in one object twice"),
        (b'[{"b": {"a": 1, "a": 1}}]', "the key “a” stands in one object twice"),
        (b'{"a": NaN}', "NaN is not a JSON number"),
        (b'{"a": -Infinity}', "-Infinity is not a JSON number"),
        (b'{"a": 1e999}', "is too big"),
        (b'{"a": 9223372036854775808}', "does not fit in 64 bits"),
        (b'{"a": ' + b"9" * 5000 + b"}", "does not fit in 64 bits"),
        (b"[]", "$: this is not an object"),
        (b"[" * 200_000, "it is nested too deeply"),
        (b'{"a":' * 200_000, "it is nested too deeply"),
        (b"\xff{}", "line 1: this is not UTF-8"),
        (b'{"a": "\x00"}', "NUL"),
        (b'{"a": 1} x', "this is not JSON"),
    ],
)
def test_files_refused(data: bytes, words: str) -> None:
    with pytest.raises(BadFile) as caught:
        loads(data, "x.json")
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("data", "reader", "words"),
    [
        (r'{"a": "x\u0000"}', "text", "$.a: there is a NUL"),
        (r'{"a": "\ud800"}', "text", "$.a: there is half a character"),
        (r'{"a": {"b": ["\udfff"]}}', "free", "$.a.b[0]: there is half a character"),
        (f"""{{"a": {'{"b":' * 30}1{"}" * 30}}}""", "free", "$.a" + ".b" * 21 + ": this is nested"),
        ('{"a": true}', "integer", "$.a: this is not an integer"),
        ('{"a": -1}', "integer", "$.a: this is less than 0"),
        ('{"a": 1}', "flag", "$.a: this is not true or false"),
        ('{"a": ["b", 1]}', "texts", "$.a[1]: this is not a string"),
        ('{"a": {"b": 1}}', "words_by_key", "$.a.b: this is not a string"),
        ('{"a": "2026-01-31T12:00:00"}', "time", "$.a: this is not a time with its zone"),
        ('{"a": "20260131T120000Z"}', "time", "$.a: this is not a time with its zone"),
        ('{"a": "0001-01-01T00:00:00+14:00"}', "time", "$.a: this is not a time"),
        ('{"a": "2026-02-30"}', "optional_date", "$.a: this is not a day"),
        ('{"a": "0190A000-0000-7000-8000-000000000001"}', "uuid", "$.a: this is not a UUID"),
        ('{"b": 1}', "text", "$.a: this is missing"),
        ('{"a": null}', "text", "$.a: this is not a string"),
    ],
)
def test_values_refused(data: str, reader: str, words: str) -> None:
    node = loads(data.encode(), "x.json")
    with pytest.raises(BadFile) as caught:
        getattr(node, reader)("a")
    assert str(caught.value).startswith(f"x.json: {words}")


def test_keys_that_nobody_knows_are_refused() -> None:
    node = loads(b'{"a": "x", "c": 1}', "x.json")
    node.text("a")
    with pytest.raises(BadFile, match=r"\$\.c: nothing of this name is known here"):
        node.finish()


def test_many_keys_are_no_work() -> None:
    keys = ",".join(f'"{n}": 0' for n in range(200_000))
    with pytest.raises(BadFile, match="“7” stands in one object twice"):
        loads(f'{{{keys}, "7": 1}}'.encode(), "x.json")


def test_times_come_in_utc() -> None:
    node = loads(b'{"a": "2026-01-31T12:00:00.5+02:00", "b": null}', "x.json")
    assert node.time("a").isoformat() == "2026-01-31T10:00:00.500000+00:00"
    assert node.optional_uuid("b") is None
    node.finish()
