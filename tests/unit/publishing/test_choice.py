"""Which version of a text a site shows, by the least state that was asked for."""

import pytest

from kbeditor.domain.errors import KbError
from kbeditor.domain.records import Kind, Ref
from kbeditor.domain.site import SiteOptions, StaleNotice
from kbeditor.domain.states import State
from kbeditor.publishing.choice import (
    Shown,
    chains,
    chosen_locales,
    first_shown,
    heads_by_owner,
    public_base,
    shown_text,
)
from tests.helpers.memory_library import MemoryLibrary, Words


def shown(words: Words, least: State) -> Shown | None:
    library = MemoryLibrary()
    library.article("a", en=words)
    return shown_text(next(library.heads()), least)


def test_only_the_published_version_is_shown_by_default() -> None:
    assert shown(Words("A"), State.PUBLISHED) == Shown(1, "en", True, False, "revision-1")
    assert shown(Words("A", state=State.IN_REVIEW), State.PUBLISHED) is None
    assert shown(Words("B", state=State.DRAFT, live="A"), State.PUBLISHED) == Shown(
        1, "en", True, False, "revision-1"
    )


def test_a_working_text_that_is_good_enough_stands_before_the_published_one() -> None:
    assert shown(Words("B", state=State.DRAFT, live="A"), State.DRAFT) == Shown(
        1, "en", False, False, "1.1"
    )
    assert shown(Words("B", state=State.DRAFT, live="A"), State.IN_REVIEW) == Shown(
        1, "en", True, False, "revision-1"
    )
    assert shown(Words("B", state=State.IN_REVIEW), State.IN_REVIEW) == Shown(
        1, "en", False, False, "1.1"
    )


def test_a_published_text_keeps_its_stored_html_whatever_the_least_state() -> None:
    for least in State:
        assert shown(Words("A"), least) == Shown(1, "en", True, False, "revision-1")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (Words("A"), set()),
        (Words("A", outdated=True), {StaleNotice.ALWAYS}),
        (Words("A", important=True), {StaleNotice.ALWAYS, StaleNotice.IMPORTANT}),
        (
            Words("B", state=State.IN_REVIEW, important=True),
            {StaleNotice.ALWAYS, StaleNotice.IMPORTANT},
        ),
    ],
)
def test_readers_are_told_of_an_old_translation_as_the_profile_says(
    words: Words, told: set[StaleNotice]
) -> None:
    library = MemoryLibrary()
    library.article("a", en=words)
    head = next(library.heads())
    for notice in StaleNotice:
        found = shown_text(head, State.IN_REVIEW, notice)
        assert found is not None
        assert found.stale is (notice in told)


def test_a_missing_text_is_never_shown() -> None:
    assert shown(Words("", state=State.MISSING), State.MISSING) is None


def test_fallbacks_are_followed_to_the_source_and_never_in_a_circle() -> None:
    library = MemoryLibrary(
        tags=("en", "fr", "pt", "de"), fallbacks={"pt": "fr", "fr": "de", "de": "fr"}
    )
    assert chains(library.locales(), "en") == {
        "en": ("en",),
        "fr": ("fr", "de", "en"),
        "pt": ("pt", "fr", "de", "en"),
        "de": ("de", "fr", "en"),
    }


def test_the_first_of_the_chain_that_is_good_enough_is_shown() -> None:
    library = MemoryLibrary(tags=("en", "fr", "ar"))
    library.article("a", en=Words("A"), fr=Words("B", state=State.DRAFT))
    heads = heads_by_owner(library.heads())[Ref(Kind.ARTICLE, "a")]
    published = first_shown(heads, ("ar", "fr", "en"), State.PUBLISHED)
    assert published is not None
    assert published.locale == "en"
    draft = first_shown(heads, ("ar", "fr", "en"), State.DRAFT)
    assert draft is not None
    assert draft.locale == "fr"


def test_locales_are_the_published_ones_or_those_asked_for_with_the_source_first() -> None:
    library = MemoryLibrary(tags=("fr", "ar", "en"), unpublished=frozenset({"ar"}))
    every = library.locales()
    assert [each.tag for each in chosen_locales(every, SiteOptions(), "en")] == ["en", "fr"]
    asked = SiteOptions(locales=("ar", "fr"))
    assert [each.tag for each in chosen_locales(every, asked, "en")] == ["fr", "ar"]


def test_an_unknown_locale_and_no_locale_at_all_are_refused() -> None:
    locales = MemoryLibrary(tags=("en",), unpublished=frozenset({"en"})).locales()
    with pytest.raises(KbError, match="no locale “xx”"):
        chosen_locales(locales, SiteOptions(locales=("xx",)), "en")
    with pytest.raises(KbError) as caught:
        chosen_locales(locales, SiteOptions(), "en")
    assert caught.value.code == "no_locale"


def test_a_public_address_must_be_one() -> None:
    assert public_base(" https://help.example/docs/ ") == "https://help.example/docs"
    assert public_base("") == ""
    for wrong in ("help.example", "javascript:alert(1)", 'https://a.example/"x', "ftp://a.example"):
        with pytest.raises(KbError) as caught:
            public_base(wrong)
        assert caught.value.code == "bad_base_url"
