"""Linking an existing translation to its source."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings

from kbeditor.domain.blocks import FIELDS, BlockKind, Segment
from kbeditor.translation.linking import Link, link
from kbeditor.translation.splitting.segments import segment
from tests.helpers.corpus_pages import damage, parallel_pairs
from tests.helpers.patience import patience
from tests.helpers.segments import any_blocks, heading, items, paragraphs, table

SOME = (
    "Open [settings](settings.md) and choose 40.",
    "Ouvrez les [paramètres](settings.md) et choisissez 40.",
    "Click `Save`.",
    "Cliquez sur `Save`.",
    "x",
    "",
)
BLOCKS = any_blocks(SOME)


def pairs(links: tuple[Link, ...]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(each.sources, each.targets) for each in links]


@settings(deadline=None)
@given(BLOCKS, BLOCKS)
def test_every_block_in_one_link_in_order(source: list[Segment], target: list[Segment]) -> None:
    links = link(source, target)
    assert sorted(at for each in links for at in each.sources) == list(range(len(source)))
    assert sorted(at for each in links for at in each.targets) == list(range(len(target)))
    shapes = {(len(each.sources), len(each.targets)) for each in links}
    assert shapes <= {(1, 1), (1, 2), (2, 1), (1, 0), (0, 1)}


@settings(deadline=None)
@given(BLOCKS, BLOCKS)
def test_links_do_not_cross(source: list[Segment], target: list[Segment]) -> None:
    here = [each for each in source if each.kind not in FIELDS]
    there = [each for each in target if each.kind not in FIELDS]
    links = link(here, there)
    assert [at for each in links for at in each.sources] == list(range(len(here)))
    assert [at for each in links for at in each.targets] == list(range(len(there)))


ENGLISH = paragraphs(
    "Adobe Campaign sends the newsletter to all the recipients of the list every morning.",
    "![](assets/send.png)",
    "To stop a delivery, open the dashboard and click **Stop**.",
    "Deliveries that were stopped can be started again within 5 days.",
)
FRENCH = paragraphs(
    "Adobe Campaign envoie la newsletter à tous les destinataires de la liste chaque matin.",
    "![](assets/send.png)",
    "Pour arrêter une diffusion, ouvrez le tableau de bord et cliquez sur **Arrêter**.",
    "Les diffusions arrêtées peuvent être reprises dans un délai de 5 jours.",
)


def test_one_by_one() -> None:
    assert pairs(link(ENGLISH, FRENCH)) == [((at,), (at,)) for at in range(4)]


def test_a_pair_with_the_same_picture_is_the_surest() -> None:
    links = link(ENGLISH, FRENCH)
    assert max(links, key=lambda each: each.score).sources == (1,)


def test_what_the_translation_lacks() -> None:
    assert pairs(link(ENGLISH, [FRENCH[0], *FRENCH[2:]])) == [
        ((0,), (0,)),
        ((1,), ()),
        ((2,), (1,)),
        ((3,), (2,)),
    ]


def test_what_only_the_translation_has() -> None:
    own = paragraphs("Traduit à Lyon.")
    assert ((), (2,)) in pairs(link(ENGLISH, [*FRENCH[:2], *own, *FRENCH[2:]]))


def test_two_that_were_run_together_and_one_that_was_split() -> None:
    joined = paragraphs(f"{FRENCH[2].text} {FRENCH[3].text}")
    assert ((2, 3), (2,)) in pairs(link(ENGLISH, [*FRENCH[:2], *joined]))
    english = paragraphs(f"{ENGLISH[2].text} {ENGLISH[3].text}")
    assert ((2,), (2, 3)) in pairs(link([*ENGLISH[:2], *english], FRENCH))


def test_code_goes_by_what_it_says() -> None:
    code = [segment(BlockKind.CODE, f"campaign {word} --all") for word in ("start", "stop")]
    assert pairs(link([*ENGLISH[:1], *code], [*FRENCH[:1], code[1]])) == [
        ((0,), (0,)),
        ((1,), ()),
        ((2,), (1,)),
    ]


def test_a_heading_goes_by_its_id() -> None:
    source = [heading("Start {#start}"), heading("Stop {#stop}"), heading("Again {#again}")]
    target = [heading("Halte {#stop}"), heading("Encore {#again}")]
    assert pairs(link(source, target)) == [((0,), ()), ((1,), (0,)), ((2,), (1,))]


def test_fields_go_by_their_kinds() -> None:
    title, summary = BlockKind.TITLE, BlockKind.SUMMARY
    source = [segment(title, "Refunds"), segment(summary, "How to get money back.")]
    target = [segment(summary, "Remboursements")]
    assert sorted(pairs(link(source, target))) == [((0,), ()), ((1,), (0,))]


def test_a_row_less_in_the_translation() -> None:
    source = table("Name | Value", "`retries` | Number of 3 tries", "`delay` | Pause of 9 seconds")
    target = table("Nom | Valeur", "`delay` | Pause de 9 secondes")
    assert pairs(link(source, target)) == [
        ((0,), (0,)),
        ((1,), (1,)),
        ((2,), ()),
        ((3,), ()),
        ((4,), (2,)),
        ((5,), (3,)),
    ]


def test_a_language_without_related_words() -> None:
    source = items("Open the door.", "Close the window and turn off the light before you go.")
    target = items(
        "ドアを開けてください。", "出かける前に窓を閉めて電気を消してください。お願いします。"
    )
    assert pairs(link(source, target)) == [((0,), (0,)), ((1,), (1,))]


def test_nothing_on_either_side() -> None:
    assert link([], []) == ()
    assert pairs(link(ENGLISH[:1], [])) == [((0,), ())]
    assert pairs(link([], FRENCH[:1])) == [((), (0,))]


@pytest.mark.parametrize(("here", "there"), [(3000, 2800), (4, 3000), (3000, 4)])
def test_huge_documents_end_in_time(here: int, there: int) -> None:
    source, target = paragraphs(*["The same text."] * here), paragraphs(*["Pareil."] * there)
    with patience():
        links = link(source, target)
    assert sum(len(each.sources) for each in links) == here
    assert sum(len(each.targets) for each in links) == there


@pytest.mark.corpus
def test_damaged_pages_of_the_real_content(corpus: Path) -> None:
    seed = random.Random(2024)
    pages = list(parallel_pairs(corpus / "campaign", every=6))
    foreign = [each for page in pages for each in page.target if each.words]
    right = wrong = missed = 0
    for page in pages:
        damaged = damage(page.target, foreign, seed)
        links = link(page.source, damaged.target)
        found = {(one, other) for each in links for one in each.sources for other in each.targets}
        right += len(found & damaged.truth)
        wrong += len(found - damaged.truth)
        missed += len(damaged.truth - found)
    assert len(pages) > 50
    assert right / (right + wrong) >= 0.97
    assert right / (right + missed) >= 0.95
