"""An export never takes the place of what is not an earlier export of its kind."""

from pathlib import Path

import pytest

from kbeditor.domain.errors import KbError
from kbeditor.exchange.file_kinds import kind_of
from kbeditor.exchange.moving_in import new_file

FOREIGN = {
    "letter.txt": b"Dear all,\nthe shop is closed.\n",
    "letters.csv": b"name,street\nAda,Long Lane\n",
    "page.xml": b"<?xml version='1.0'?><html/>",
    "photo.png": b"\x89PNG\r\n\x1a\n" + bytes(100),
    "broken.zip": b"PK\x03\x04" + bytes(50),
}
OURS = {
    "units.csv": b"\xef\xbb\xbfid,article,path\n",
    "terms.csv": b"term (en),translation (fr)\n",
    "shop.po": b'# Shop\nmsgid ""\nmsgstr ""\n',
    "shop.xlf": b'<?xml version="1.0"?>\n<xliff version="1.2">',
    "shop.tmx": b'<?xml version="1.0"?>\n<tmx version="1.4">',
    "shop.tbx": b'<?xml version="1.0"?>\n<martif type="TBX-Basic">',
}


@pytest.mark.parametrize("name", FOREIGN)
@pytest.mark.parametrize("own", OURS)
def test_a_foreign_file_stays(name: str, own: str, tmp_path: Path) -> None:
    target = tmp_path / name
    target.write_bytes(FOREIGN[name])
    with pytest.raises(KbError, match="is something else"), new_file(target) as temporary:
        temporary.write_bytes(OURS[own])
    assert target.read_bytes() == FOREIGN[name]
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("own", OURS)
def test_an_earlier_export_is_replaced(own: str, tmp_path: Path) -> None:
    target = tmp_path / own
    target.write_bytes(OURS[own])
    with new_file(target) as temporary:
        temporary.write_bytes(OURS[own] + b"\nmore")
    assert target.read_bytes() == OURS[own] + b"\nmore"
    assert kind_of(target)


def test_kinds_do_not_replace_each_other(tmp_path: Path) -> None:
    kinds = set()
    for name, data in OURS.items():
        (tmp_path / name).write_bytes(data)
        kinds.add(kind_of(tmp_path / name))
    assert len(kinds) == len(OURS)
