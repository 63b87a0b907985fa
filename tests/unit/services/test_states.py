"""States: draft, review, published; what readers see; when a translation is outdated."""

from pathlib import Path

import pytest

from kbeditor.app.workspace import Workspace
from kbeditor.domain.errors import KbError, NotFound
from kbeditor.domain.records import Ref, TextRef
from kbeditor.domain.states import Significance, State
from tests.helpers.library import article, category, check_rules, dump, publish, text_of, write

MINOR, IMPORTANT = Significance.MINOR, Significance.IMPORTANT


def outdated(ws: Workspace, ref: Ref, locale: str = "fr") -> tuple[bool, bool]:
    """(outdated, important)"""
    text = text_of(ws, ref, locale)
    return text.outdated, text.important


def live(ws: Workspace, ref: Ref, locale: str = "en") -> str | None:
    revision = ws.texts.published(TextRef(ref, locale))
    return None if revision is None else revision.body


def translated(ws: Workspace) -> Ref:
    """A published article with a published French version."""
    ref = article(ws, "Where?", "In the post.")
    write(ws, ref, "Dans la poste.", "fr", title="Où ?")
    publish(ws, ref, "fr")
    return ref


def change(ws: Workspace, ref: Ref, body: str, **how: object) -> None:
    """Write and publish a new source."""
    write(ws, ref, body)
    publish(ws, ref, **how)


def test_the_way_of_a_text(ws: Workspace) -> None:
    ref = ws.articles.create(None, "Where?", "en").value
    for state in (State.IN_REVIEW, State.DRAFT, State.IN_REVIEW, State.PUBLISHED):
        ws.texts.set_state([TextRef(ref, "en")], state)
        assert text_of(ws, ref).state is state
    write(ws, ref, "In the post.")
    assert text_of(ws, ref).state is State.DRAFT


def test_typing_in_review_stays_in_review(ws: Workspace) -> None:
    ref = ws.articles.create(None, "Where?", "en").value
    ws.texts.set_state([TextRef(ref, "en")], State.IN_REVIEW)
    write(ws, ref, "In the post.")
    assert text_of(ws, ref).state is State.IN_REVIEW


def test_typed_back_to_the_live_words_a_text_is_published_again(ws: Workspace) -> None:
    ref = article(ws, "Where?", "In the post.")
    for body, state in (("In the post!", State.DRAFT), ("In the post.", State.PUBLISHED)):
        write(ws, ref, body)
        assert text_of(ws, ref).state is state
    write(ws, ref, "In the post!")
    ws.texts.set_state([TextRef(ref, "en")], State.IN_REVIEW)
    write(ws, ref, "In the post.")
    assert text_of(ws, ref).state is State.IN_REVIEW, "that was somebody's own word"


def test_a_draft_of_another_source_is_more_than_its_words(ws: Workspace) -> None:
    ref = translated(ws)
    change(ws, ref, "On the train.", significance=IMPORTANT)
    write(ws, ref, "Dans le train.", "fr")
    ws.texts.still_valid([TextRef(ref, "fr")])
    write(ws, ref, "Dans la poste.", "fr")
    assert text_of(ws, ref, "fr").state is State.DRAFT
    assert text_of(ws, ref, "fr").live_stale
    publish(ws, ref, "fr")
    assert not text_of(ws, ref, "fr").live_stale


def test_what_is_published_is_a_snapshot(ws: Workspace) -> None:
    ref = article(ws, "Where?", "In the post.")
    write(ws, ref, "On the train.")
    ws.texts.set_state([TextRef(ref, "en")], State.IN_REVIEW)
    assert live(ws, ref) == "In the post."
    ws.texts.set_state([TextRef(ref, "en")], State.DRAFT)
    assert live(ws, ref) == "In the post."
    publish(ws, ref)
    assert live(ws, ref) == "On the train."


def test_publishing_the_same_words_again_makes_no_revision(ws: Workspace) -> None:
    ref = article(ws, "Where?", "In the post.")
    ws.texts.set_state([TextRef(ref, "en")], State.DRAFT)
    publish(ws, ref, significance=IMPORTANT)
    assert [each.number for each in ws.texts.revisions(TextRef(ref, "en"))] == [1]
    assert text_of(ws, ref).state is State.PUBLISHED


def test_a_revision_says_who_why_and_how_much(ws: Workspace) -> None:
    ref = article(ws, "Where?", "In the post.")
    write(ws, ref, "On the train.", summary="Find it.", keywords=["train"])
    ws.people.work_as("Grace", "editor")
    publish(ws, ref, significance=IMPORTANT, note="The post is on strike.")
    last = ws.texts.revisions(TextRef(ref, "en"))[-1]
    assert (last.number, last.author, last.note, last.significance, last.kind) == (
        2,
        "Grace",
        "The post is on strike.",
        IMPORTANT,
        "published",
    )
    assert (last.body, last.summary, last.keywords, last.words) == (
        "On the train.",
        "Find it.",
        ("train",),
        3,
    )


def test_what_cannot_be_published_is_reported_and_the_rest_is(ws: Workspace) -> None:
    good, nameless = article(ws, "Where?"), ws.articles.create(None, " ", "en").value
    refs = [TextRef(nameless, "en"), TextRef(good, "fr"), TextRef(good, "en")]
    report = ws.texts.set_state(refs, State.PUBLISHED).value
    assert report.done == 1
    assert set(report.skipped) == {
        (TextRef(nameless, "en"), "empty_title"),
        (TextRef(good, "fr"), "missing"),
    }
    assert text_of(ws, nameless).state is State.DRAFT


def test_hundreds_at_once(ws: Workspace, path: Path) -> None:
    refs = [ws.articles.create(None, str(number), "en").value for number in range(60)]
    texts = [TextRef(ref, "en") for ref in refs]
    assert ws.texts.set_state(texts * 10, State.PUBLISHED).value.done == 600
    assert len(dump(path)["revision"]) == 60
    check_rules(path)


# ---------------------------------------------------------------------------------------- freshness


def test_a_translation_is_outdated_when_its_source_is_published_not_when_saved(
    ws: Workspace,
) -> None:
    ref = translated(ws)
    write(ws, ref, "On the train.")
    assert outdated(ws, ref) == (False, False)
    publish(ws, ref)
    assert outdated(ws, ref) == (True, False)
    assert text_of(ws, ref, "fr").state is State.PUBLISHED
    assert live(ws, ref, "fr") == "Dans la poste."


def test_how_big_a_change_was(ws: Workspace) -> None:
    ref = translated(ws)
    change(ws, ref, "In the  post.", significance=MINOR)
    assert outdated(ws, ref) == (False, False)
    change(ws, ref, "Lost.", significance=IMPORTANT)
    assert outdated(ws, ref) == (True, True)
    change(ws, ref, "Lost!", significance=MINOR)
    assert outdated(ws, ref) == (True, True)
    change(ws, ref, "Found.")
    assert outdated(ws, ref) == (True, True)  # the important one was not followed either


def test_the_first_publishing_is_never_minor(ws: Workspace) -> None:
    ref = ws.articles.create(None, "Where?", "en").value
    write(ws, ref, "Perhaps.", "fr")
    write(ws, ref, "In the post.")
    publish(ws, ref, significance=MINOR)
    assert outdated(ws, ref) == (True, False)


def test_editing_a_translation_does_not_make_it_current_publishing_it_as_such_does(
    ws: Workspace,
) -> None:
    ref = translated(ws)
    change(ws, ref, "On the train.")
    write(ws, ref, "Dans le train.", "fr")
    assert outdated(ws, ref) == (True, False)
    publish(ws, ref, "fr")
    assert outdated(ws, ref) == (True, False)
    write(ws, ref, "Dans le train !", "fr")
    publish(ws, ref, "fr", up_to_date=True)
    assert outdated(ws, ref) == (False, False)
    source, translation = ws.texts.published(TextRef(ref, "en")), text_of(ws, ref, "fr")
    assert source is not None
    assert translation.based_on == source.id
    assert ws.texts.revisions(translation.ref)[-1].based_on == source.id


def test_still_valid(ws: Workspace) -> None:
    ref = translated(ws)
    before = ws.texts.source_change(TextRef(ref, "fr"))
    assert before[0] == before[1]
    change(ws, ref, "In the post!", significance=IMPORTANT)
    old, new = ws.texts.source_change(TextRef(ref, "fr"))
    assert old is not None
    assert new is not None
    assert (old.body, new.body) == ("In the post.", "In the post!")
    assert ws.texts.still_valid([TextRef(ref, "fr"), TextRef(ref, "de")]).value == 1
    assert outdated(ws, ref) == (False, False)
    assert ws.texts.source_change(TextRef(ref, "fr")) == (new, new)


def test_a_translation_begun_before_its_source_was_published(ws: Workspace) -> None:
    ref = ws.articles.create(None, "Where?", "en").value
    write(ws, ref, "In the post.")
    write(ws, ref, "Dans la poste.", "fr")
    write(ws, ref, "In der Post.", "de")
    publish(ws, ref)
    assert outdated(ws, ref, "fr") == outdated(ws, ref, "de") == (False, False)
    source = ws.texts.published(TextRef(ref, "en"))
    assert source is not None
    assert text_of(ws, ref, "fr").based_on == source.id


def test_a_translation_of_an_earlier_draft_is_outdated_once_another_is_published(
    ws: Workspace,
) -> None:
    ref = ws.articles.create(None, "Where?", "en").value
    write(ws, ref, "In the post.")
    write(ws, ref, "Dans la poste.", "fr")
    write(ws, ref, "On the train.")
    assert outdated(ws, ref) == (False, False)
    publish(ws, ref)
    assert outdated(ws, ref) == (True, False)


def test_a_source_published_as_it_once_was_is_what_translations_follow(ws: Workspace) -> None:
    ref = translated(ws)
    change(ws, ref, "On the train.")
    change(ws, ref, "In the post.")
    assert outdated(ws, ref) == (False, False)


def test_source_and_translation_published_in_one_go(ws: Workspace) -> None:
    ref = translated(ws)
    write(ws, ref, "On the train.")
    write(ws, ref, "Dans le train.", "fr")
    refs = [TextRef(ref, "fr"), TextRef(ref, "en")]
    ws.texts.set_state(refs, State.PUBLISHED, up_to_date=True)
    assert outdated(ws, ref) == (False, False)


def test_the_source_itself_is_never_outdated(ws: Workspace) -> None:
    ref = translated(ws)
    change(ws, ref, "On the train.", significance=IMPORTANT)
    assert outdated(ws, ref, "en") == (False, False)


def test_names_of_categories_go_out_of_date_too(ws: Workspace) -> None:
    ref = category(ws, "Orders")
    ws.texts.rename(TextRef(ref, "fr"), "Commandes")
    assert outdated(ws, ref) == (False, False)
    ws.texts.rename(TextRef(ref, "en"), "My orders")
    assert outdated(ws, ref) == (True, False)


# ------------------------------------------------------------------------------- going back in time


def test_retracting_takes_it_from_readers_and_keeps_the_words(ws: Workspace, path: Path) -> None:
    ref = translated(ws)
    write(ws, ref, "On the train.")
    refs = [TextRef(ref, "en"), TextRef(ref, "de")]
    assert ws.texts.retract(refs).value == 1
    text = text_of(ws, ref)
    assert (text.state, text.published, text.body) == (State.DRAFT, None, "On the train.")
    assert live(ws, ref) is None
    assert live(ws, ref, "fr") == "Dans la poste."
    assert len(ws.texts.revisions(text.ref)) == 1
    assert ws.texts.retract(refs).value == 0
    check_rules(path)
    publish(ws, ref)
    assert live(ws, ref) == "On the train."
    assert [each.number for each in ws.texts.revisions(text.ref)] == [1, 2]


def test_a_revision_becomes_the_working_text_again(ws: Workspace, path: Path) -> None:
    ref = article(ws, "Where?", "One.")
    change(ws, ref, "Two. Two.")
    first, second = ws.texts.revisions(TextRef(ref, "en"))
    text = ws.texts.revert(TextRef(ref, "en"), first.id).value
    assert (text.body, text.state, text.words) == ("One.", State.DRAFT, 1)
    assert live(ws, ref) == "Two. Two."
    check_rules(path)
    text = ws.texts.revert(TextRef(ref, "en"), second.id).value
    assert (text.body, text.state) == ("Two. Two.", State.PUBLISHED)
    check_rules(path)


def test_only_a_texts_own_revisions(ws: Workspace) -> None:
    ref, other = article(ws, "Where?", "One."), article(ws, "Who?", "Me.")
    [foreign] = ws.texts.revisions(TextRef(other, "en"))
    with pytest.raises(NotFound):
        ws.texts.revert(TextRef(ref, "en"), foreign.id)
    assert text_of(ws, ref).body == "One."


def test_discarding_a_draft_goes_back_to_the_live_words(ws: Workspace) -> None:
    ref = article(ws, "Where?", "One.")
    write(ws, ref, "Two.", title="What?")
    text = ws.texts.discard(TextRef(ref, "en")).value
    assert (text.title, text.body, text.state) == ("Where?", "One.", State.PUBLISHED)
    fresh = ws.articles.create(None, "Never live", "en").value
    with pytest.raises(KbError) as caught:
        ws.texts.discard(TextRef(fresh, "en"))
    assert caught.value.code == "not_live"
