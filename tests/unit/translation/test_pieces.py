"""What a translation lacks of its source's pieces, and where it is put."""

import pytest

from kbeditor.domain.blocks import BlockKind
from kbeditor.services.mending import mended
from kbeditor.translation.checks import LocalePair, check_block
from kbeditor.translation.french import spacing_fixes
from kbeditor.translation.inline import tokens
from kbeditor.translation.patching import patch_addresses
from kbeditor.translation.pieces import untranslated
from kbeditor.translation.prose import prose


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
    fixes = [
        fix
        for issue in check_block(source, target, BlockKind.PARAGRAPH, LocalePair("en", "fr"))
        for fix in issue.fixes
        if fix.code.startswith("insert_")
    ]
    assert mended(target, fixes)[0] == expected


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (BlockKind.PARAGRAPH, "![](a.png)", "image"),
        (BlockKind.PARAGRAPH, "![The form](a.png) ![](b.png)", "image"),
        (BlockKind.PARAGRAPH, "See ![](a.png)", None),
        (BlockKind.PARAGRAPH, "[more](a.md)", None),
        (BlockKind.CODE, "ls", "code"),
        (BlockKind.HTML, "<hr>", "html"),
    ],
)
def test_blocks_without_words_need_no_translating(
    kind: BlockKind, text: str, expected: str | None
) -> None:
    assert untranslated(kind, text) == expected


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
    right = (
        "Choisir\u00a0: «\u00a0oui\u00a0» ou non\u202f? `a : b` https://a.b/?c"
        " **Nom**\u00a0: 10:30 :)"
    )
    assert mended(text, spacing_fixes(prose(tokens(text))))[0] == right
    assert not [*spacing_fixes(prose(tokens(right)))]
