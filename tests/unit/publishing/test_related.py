"""Which articles are offered beside one, and which are called most helpful."""

from kbeditor.domain.site import SiteOptions
from kbeditor.domain.votes import VoteSummary
from kbeditor.publishing.helpful import most_helpful
from kbeditor.publishing.plan import LocalePlan, plan_site
from kbeditor.publishing.related import MOST, Related
from kbeditor.publishing.reporting import Reporter
from tests.helpers.memory_library import MemoryLibrary, Words


def planned(library: MemoryLibrary) -> LocalePlan:
    options = SiteOptions()
    return plan_site(library, library.locales(), options, Reporter()).locales[0]


def text_of(plan: LocalePlan, page_id: str) -> int:
    shown = plan.pages[page_id].shown
    assert shown is not None
    return shown.text_id


def shop() -> MemoryLibrary:
    library = MemoryLibrary(tags=("en",))
    for category in ("orders", "money"):
        library.category(category, None, en=Words(category))
        for number in range(6):
            labels = ["all"]
            if (category, number) in (("orders", 0), ("money", 5)):
                labels.append("fees")
            library.article(
                f"{category}{number}", category, labels=tuple(labels), en=Words(f"{number}")
            )
    return library


def test_a_rare_label_and_a_link_say_more_than_the_same_category() -> None:
    plan = planned(shop())
    related = Related(plan, {text_of(plan, "orders0"): ["money2", "gone", "orders0"]})
    assert related.of(plan.pages["orders0"])[:2] == ("money2", "money5")
    assert related.of(plan.pages["money2"])[0] == "orders0", "links count in both directions"
    assert related.of(plan.pages["orders3"])[:3] == ("orders1", "orders5", "orders0")


def test_what_the_page_shows_anyway_is_not_offered_again() -> None:
    plan = planned(shop())
    for number, page_id in enumerate(plan.reading):
        found = Related(plan, {text_of(plan, page_id): plan.reading}).of(plan.pages[page_id])
        around = plan.reading[max(number - 1, 0) : number + 2]
        assert not set(found) & set(around)
        assert len(found) == len(set(found)) == MOST


def test_an_article_alone_has_none() -> None:
    library = MemoryLibrary(tags=("en",))
    library.article("a", None, en=Words("Alone"))
    plan = planned(library)
    assert Related(plan, {}).of(plan.pages["a"]) == ()


def test_few_votes_say_less_than_many() -> None:
    votes = {
        "en": {
            "many": VoteSummary(helpful=90, total=100),
            "few": VoteSummary(helpful=9, total=9),
            "fewest": VoteSummary(helpful=4, total=4),
            "bad": VoteSummary(helpful=50, total=100),
        },
        "fr": {"bad": VoteSummary(helpful=1, total=50)},
    }
    assert most_helpful(votes) == {"en": ("many", "few")}
