"""Each check: what it holds against a block, what it lets pass, and that its fix mends it."""

import pytest

from kbeditor.domain.blocks import BlockKind, CheckIssue, GlossaryTerm
from kbeditor.translation.checks import CHECKS, LocalePair, check_block

FRENCH = LocalePair("en", "fr")
TERMS = (
    GlossaryTerm("1", "delivery template", "fr", "modèle de diffusion", ("gabarit",)),
    GlossaryTerm("2", "API", "fr", "API"),
)


def issues(
    source: str, target: str, locales: LocalePair = FRENCH, kind: BlockKind = BlockKind.PARAGRAPH
) -> tuple[CheckIssue, ...]:
    return check_block(source, target, kind, locales, TERMS)


def mended(target: str, issue: CheckIssue) -> str:
    fix = issue.fixes[0]
    return target[: fix.start] + fix.replacement + target[fix.end :]


FAULTS = [
    ("links", "See [this](a.md).", "Voir ceci."),
    ("links", "See [this](a.md).", "Voir [ceci](b.md)."),
    ("links", "See [this](a.md).", "Voir [ceci](a.md), [cela](b.md)."),
    ("links", "See[^1].", "Voir."),
    ("images", "Look ![](a.png)", "Regarder"),
    ("images", "Look ![](a.png)", "Regarder ![](b.png)"),
    ("alt_text", "Look ![The form](a.png)", "Regarder ![](a.png)"),
    ("code", "Type `ls` here.", "Tapez ici."),
    ("code", "Type `ls` here.", "Tapez `lс` ici."),
    ("numbers", "Wait 40 minutes.", "Attendez 90 minutes."),
    ("numbers", "Wait 1,000.50 hours.", "Attendez 1 000,55 heures."),
    ("numbers", "At 3 pm.", "À 3 h."),
    ("placeholders", "Hello {name}.", "Bonjour {nom}."),
    ("placeholders", "Set $HOME first.", "Définir d’abord."),
    ("heading_ids", "Start {#start}", "Début"),
    ("heading_ids", "Start {#start}", "Début {#debut}"),
    ("markup", "The **big** one.", "Le **grand."),
    ("markup", "The [!UICONTROL big] one.", "Le grand chose."),
    ("same_as_source", "Open the file now.", "Open the file now."),
    ("truncated", "Open the file and then save it again, please.", "Ouvrir le"),
    ("double_spaces", "Open the file.", "Ouvrir  le fichier."),
    ("glossary", "Pick delivery templates.", "Choisir des patrons."),
    ("glossary", "Pick delivery templates.", "Choisir des gabarits."),
    ("french_spacing", "Choose: now", "Choisir : maintenant"),
    ("french_spacing", "Choose: now", "Choisir: maintenant"),
    ("french_spacing", "The “big” one", "Le « grand » là"),
]


@pytest.mark.parametrize(("check", "source", "target"), FAULTS)
def test_a_fault_is_found_and_its_fix_mends_it(check: str, source: str, target: str) -> None:
    found = [issue for issue in issues(source, target) if issue.check == check]
    assert found
    if found[0].fixes:
        left = [each for each in issues(source, mended(target, found[0])) if each.check == check]
        assert len(left) < len(found)


def test_every_check_is_among_the_faults() -> None:
    assert {check.id for check in CHECKS} == {check for check, _, _ in FAULTS}


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("See [this](https://a.b/en/c?lang=en#d).", "Voir [ceci](https://a.b/fr/c?lang=fr#d)."),
        ("See ![](assets/menu_en.png)", "Voir ![](assets/menu_fr.png)"),
        ("It costs 1,000.50 dollars, 20%.", "Cela coûte 1\u00a0000,50 dollars, 20\u00a0%."),
        ("10,000 people, 1.5 m", "10 000 personnes, 1,5 m"),
        ("On January 5, 2024 at 3:30 pm", "Le 5 janvier 2024 à 15 h 30"),
        ("From 8am to 10am, 24 hours", "De 8h00 à 10 h, 24 heures"),
        ("The 1st and the two others", "Le 1er et les 2 autres"),
        ("About 3 million on 01/05", "Environ 3\u00a0millions le 5 janvier"),
        ("Version 8.5.1 or 2.0", "Version 8.5.1 ou 2.0"),
        ("Adobe Campaign Classic", "Adobe Campaign Classic"),
        ("`SELECT one from here`", "`SELECT one from here`"),
        ("Pick delivery templates.", "Choisissez des modèles de diffusion."),
        (
            "Ring at 10:30: `a : b` or nms:recipient?",
            "10:30\u00a0: `a : b` ou nms:recipient\u202f?",
        ),
        ("Note; see: https://a.b/?c=d!", "Note&nbsp;; voir\u00a0: https://a.b/?c=d\u202f!"),
        ("A smile :) here", "Un sourire :) ici"),
        ("**Name**: value", "**Nom**\u00a0: valeur"),
        ("A “big” one", "Un «\u00a0grand\u00a0» là"),
        ("Look ![](a.png)", "Regarder ![](a.png)"),
        ("Start", "Début {#start}"),
        ("See [the guide].", "Voir [le guide][]."),
        ("Open {#a}", "Ouvrir  {#a}"),
    ],
)
def test_what_is_right_passes(source: str, target: str) -> None:
    assert issues(source, target) == ()


def test_rules_of_french_hold_in_french_only() -> None:
    assert issues("Choose: now", "Wählen: jetzt", LocalePair("en", "de")) == ()
    assert issues("Really? Yes!", "Vraiment? Oui!", LocalePair("en", "fr-CA")) == ()
    assert issues("Choose: now", "Choisir: là", LocalePair("en", "fr-CA"))


def test_variants_of_one_language_may_be_the_same() -> None:
    assert issues("Open the file now.", "Open the file now.", LocalePair("en", "en-GB")) == ()


def test_blank_blocks_code_and_html_are_not_checked() -> None:
    assert issues("See [this](a.md).", " ") == ()
    assert issues("x = 1", "y = 2", kind=BlockKind.CODE) == ()


def test_an_issue_keeps_its_fingerprint_while_other_words_change() -> None:
    one = issues("Wait 40 minutes or 7.", "Attendez 40 minutes ou.")
    other = issues("Wait 40 minutes or 7.", "Patientez 40 minutes ou bien.")
    assert [issue.fingerprint for issue in one] == [issue.fingerprint for issue in other] != []
    twice = issues("A {b} {b}", "A")
    assert len({issue.fingerprint for issue in twice}) == 2


def test_places_lie_within_the_target() -> None:
    for _, source, target in FAULTS:
        for issue in issues(source, target):
            assert 0 <= issue.start <= issue.end <= len(target)
