"""What a translation lacks of its source's pieces, and where it is put."""

import pytest

from kbeditor.domain.blocks import BlockKind, Segment
from kbeditor.translation.french import french_spacing
from kbeditor.translation.patching import patch_addresses
from kbeditor.translation.pieces import missing_pieces, parity


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Look here. ![](a.png){w=1}", "Regardez.", "Regardez. ![](a.png){w=1}"),
        ("![](a.png)\nLook.", "Regardez.", "![](a.png)\nRegardez."),
        ("Type `ls` now.", "Tapez ls là.", "Tapez `ls` là."),
        ("See [Acme](a.md).", "Chez Acme.", "Chez [Acme](a.md)."),
        ("Read [more](a.md).", "En savoir plus.", "En savoir plus [more](a.md)."),
        ("Start {#start}", "Début", "Début {#start}"),
        ("[![](a.png)](b.md) x", "y", "[![](a.png)](b.md) y"),
        ("Hi {name}", "Salut", "Salut {name}"),
        ("See [a](b.md)", "Voir [c](d.md)", "Voir [c](d.md)"),
    ],
)
def test_missing_pieces_are_put_in(source: str, target: str, expected: str) -> None:
    for fix in reversed(missing_pieces(source, target)):
        target = target[: fix.start] + fix.replacement + target[fix.end :]
    assert target == expected


def segment(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Segment:
    return Segment(kind, text, "", 0)


def test_parity_of_an_article() -> None:
    source = [
        segment("Start {#start}"),
        segment("![](a.png)"),
        segment("ls", BlockKind.CODE),
        segment("Words."),
    ]
    gaps = parity(source, [segment("Début")], [(0, 0), (1, None), (2, None), (3, None)])
    assert [(gap.what, gap.source, gap.target) for gap in gaps] == [
        ("id", 0, 0),
        ("image", 1, None),
        ("code", 2, None),
    ]


@pytest.mark.parametrize(
    ("old", "new", "target", "expected"),
    [
        ("[a](b.md) c", "[a](d.md) c", "[x](b.md) y", "[x](d.md) y"),
        ("![a](b.png)", "![a](c.png)", "![x](b.png)", "![x](c.png)"),
        ("at https://a.b/c", "at https://a.b/d", "à https://a.b/c", "à https://a.b/d"),
        ("<a href='b'>c</a>", "<a href='d'>c</a>", "<a href='b'>x</a>", "<a href='d'>x</a>"),
        ("[a](b.md) c", "[a](d.md) e", "[x](b.md) y", None),
        ("[a](b.md) c", "[a](d.md) c", "[x](z.md) y", None),
        ("[a](b.md) c", "[a](b.md) c", "[x](b.md) y", None),
        ("[a](b) [c](b)", "[a](d) [c](e)", "[x](b) [y](b)", "[x](d) [y](e)"),
        ("[a](b) [c](b)", "[a](d) [c](b)", "[x](b)", None),
    ],
)
def test_an_address_that_changed_is_changed_in_the_translation(
    old: str, new: str, target: str, expected: str | None
) -> None:
    assert patch_addresses(old, new, target) == expected


def test_french_spacing_is_mended_outside_code_and_addresses() -> None:
    text = "Choisir : « oui » ou non ? `a : b` https://a.b/?c **Nom**: 10:30 :)"
    assert french_spacing(text) == (
        "Choisir\u00a0: «\u00a0oui\u00a0» ou non\u202f? `a : b` https://a.b/?c"
        " **Nom**\u00a0: 10:30 :)"
    )
    assert french_spacing(french_spacing(text)) == french_spacing(text)
