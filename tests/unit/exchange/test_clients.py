"""Files that real translation tools saved (made by benchmarks/clients.py), and OmegaT itself."""

import shutil
from pathlib import Path

import pytest

from benchmarks.clients import omegat
from kbeditor.domain.blocks import BlockState
from kbeditor.domain.progress import Silent
from kbeditor.domain.units import MemoryUnit, UnitFormat, UnitOptions
from kbeditor.exchange.po import PoFormat
from kbeditor.exchange.tmx import write_tmx
from kbeditor.exchange.xliff12 import Xliff12Format
from kbeditor.exchange.xliff20 import Xliff20Format
from tests.helpers.golden import GOLDEN
from tests.helpers.unit_jobs import LIBRARY, file_of, job, read, small_file, unit, write

SAVED = GOLDEN / "exchange" / "clients"
PO, V12, V20 = PoFormat(), Xliff12Format(), Xliff20Format()
EMPTY, DRAFT, TRANSLATED, REVIEWED = BlockState
TYPED = "Appuyez sur la touche"


@pytest.mark.parametrize(
    ("name", "unit_format", "state"),
    [
        ("poedit-3.2.2.po", PO, TRANSLATED),
        ("poedit-3.2.2-1.2.xlf", V12, TRANSLATED),
        ("poedit-3.2.2-2.0.xlf", V20, TRANSLATED),
        ("lokalize-22.12.3.po", PO, TRANSLATED),
        # Its users are reviewers unless they say otherwise.
        ("lokalize-22.12.3-1.2.xlf", V12, REVIEWED),
    ],
)
def test_just_the_block_that_was_edited_comes_back_changed(
    name: str, unit_format: UnitFormat, state: BlockState, tmp_path: Path
) -> None:
    sent = read(unit_format, write(unit_format, tmp_path / "a", job(small_file())))
    assert unit_format.recognises(SAVED / name)
    back = read(unit_format, SAVED / name)
    assert back.lines == ()
    assert (back.library_id, back.source_locale, back.target_locale) == (LIBRARY, "en", "fr-CA")
    assert {each.id: (each.target, each.state) for each in back.units} == {
        each.id: (TYPED, state) if each.id == "b4" else (each.target, each.state)
        for each in sent.units
    }
    assert [(each.source, each.source_hash, each.owner_id) for each in back.units] == [
        (each.source, each.source_hash, each.owner_id) for each in sent.units
    ]


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("omegat"), reason="OmegaT is not installed")
def test_omegat_translates_with_our_memory(tmp_path: Path) -> None:
    project = tmp_path / "project"
    (project / "tm" / "auto").mkdir(parents=True)
    (project / "source").mkdir()
    units = [
        unit("b1", "Track your parcel"),
        unit("b2", "Open **My orders**"),
        unit("b3", "Sent", "Envoyé", DRAFT),
        unit("b4", "Paid", "Payé"),
    ]
    memory = [MemoryUnit("Track your parcel", "Suivre votre colis", "", "")]
    write_tmx(project / "tm/auto/a.tmx", "en", "fr-CA", memory, "kbeditor 1", Silent())
    formats: dict[str, UnitFormat] = {"a.po": PO, "b.xlf": V12, "c.xlf": V20}
    for name, unit_format in formats.items():
        options = UnitOptions(prefill=True)
        write(unit_format, project / "source" / name, job(file_of(units)), options)
    omegat(project, "fr-CA")
    found = {}
    for name, unit_format in formats.items():
        incoming = read(unit_format, project / "target" / name)
        assert incoming.lines == ()
        found[name] = {each.id: (each.target, each.state) for each in incoming.units}
    xliff = {
        "b1": ("Suivre votre colis", None),
        "b2": ("", EMPTY),
        "b3": ("Envoyé", DRAFT),
        "b4": ("Payé", TRANSLATED),
    }
    assert found["b.xlf"] == found["c.xlf"] == xliff
    # Of PO it forgets what is fuzzy, and says nothing of it.
    assert found["a.po"] == xliff | {"b1": ("Suivre votre colis", TRANSLATED), "b3": ("", EMPTY)}
