"""Two windows on one library: changes are seen, nothing is overwritten, waiting ends in a word."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kbeditor.app.opening import create_sample
from kbeditor.app.workspace import Workspace
from kbeditor.domain.errors import Cancelled, Conflict, KbError
from kbeditor.domain.progress import Stoppable
from kbeditor.domain.states import State
from tests.helpers.library import (
    Shop,
    article,
    check_rules,
    connected,
    opened,
    outline,
    publish,
    text_of,
    write,
)


@pytest.fixture
def two(shop_path: Path) -> Iterator[tuple[Workspace, Workspace]]:
    with opened(shop_path, "Ada") as one, opened(shop_path, "Linus") as other:
        yield one, other


def test_a_change_elsewhere_is_noticed_once(two: tuple[Workspace, Workspace], shop: Shop) -> None:
    one, other = two
    assert not one.poll()
    write(other, shop.cancel, "Impossible.")
    assert one.poll()
    assert not one.poll()
    assert text_of(one, shop.cancel).body == "Impossible."


def test_ones_own_changes_are_no_news(two: tuple[Workspace, Workspace], shop: Shop) -> None:
    one, other = two
    write(one, shop.cancel, "Impossible.")
    one.history.next_undo  # noqa: B018 - looking changes nothing
    assert not one.poll()
    assert other.poll()


def test_reading_first_does_not_hide_a_change(two: tuple[Workspace, Workspace], shop: Shop) -> None:
    one, other = two
    write(other, shop.cancel, "Impossible.")
    outline(one)
    assert one.poll()


def test_the_second_writer_gets_a_conflict(two: tuple[Workspace, Workspace], shop: Shop) -> None:
    one, other = two
    first, second = text_of(one, shop.cancel), text_of(other, shop.cancel)
    one.texts.save(first.ref, first.version, body="Possible.")
    with pytest.raises(Conflict):
        other.texts.save(second.ref, second.version, body="Impossible.")
    fresh = text_of(other, shop.cancel)
    assert (fresh.body, fresh.edited_by) == ("Possible.", "Ada")
    saved = other.texts.save(fresh.ref, fresh.version, body="Possible, at a price.").value
    assert text_of(one, shop.cancel) == saved


def test_writing_at_the_same_time_in_two_threads_loses_nothing(shop: Shop, shop_path: Path) -> None:
    """Each adds its words to what is there, again after a conflict: all must be there."""

    def add(who: str) -> None:
        with opened(shop_path, who) as ws:
            for number in range(15):
                while True:
                    text = text_of(ws, shop.cancel)
                    try:
                        ws.texts.save(text.ref, text.version, body=f"{text.body} {who}{number}")
                        break
                    except Conflict:
                        continue

    threads = [threading.Thread(target=add, args=(who,)) for who in ("a", "b")]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    with opened(shop_path) as ws:
        words = text_of(ws, shop.cancel).body.split()
        assert sorted(words[2:]) == sorted(f"{who}{n}" for who in "ab" for n in range(15))
        assert text_of(ws, shop.cancel).state is State.DRAFT
    check_rules(shop_path)


def test_waiting_for_a_writer_that_does_not_end(shop: Shop, shop_path: Path) -> None:
    with opened(shop_path) as ws, connected(shop_path) as other:
        with ws._store.reading_rows() as connection:
            connection.exec_driver_sql("PRAGMA busy_timeout=20")
        other.execute("BEGIN IMMEDIATE")
        assert outline(ws)  # reading goes on
        text = text_of(ws, shop.cancel)
        with pytest.raises(KbError) as caught:
            ws.texts.save(text.ref, text.version, body="Impossible.")
        assert caught.value.code == "busy"
        assert "Try again" in str(caught.value)
        other.execute("ROLLBACK")
        ws.texts.save(text.ref, text.version, body="Impossible.")


def test_one_reads_on_while_the_other_publishes(
    two: tuple[Workspace, Workspace], shop: Shop
) -> None:
    one, other = two
    with one._store.reading_rows() as connection:
        count = "SELECT count(*) FROM revision"
        before = connection.exec_driver_sql(count).scalar_one()
        publish(other, shop.where)
        assert connection.exec_driver_sql(count).scalar_one() == before
    assert text_of(one, shop.where).state is State.PUBLISHED


def test_who_is_recorded(ws: Workspace) -> None:
    ws.people.work_as("Grace", "editor")
    ref = article(ws, "Where?", "In the post.")
    assert text_of(ws, ref).edited_by == "Grace"


def test_a_sample_that_was_stopped_leaves_nothing(tmp_path: Path) -> None:
    progress = Stoppable()
    progress.stop()
    with pytest.raises(Cancelled):
        create_sample(tmp_path / "sample.kb", "Ada", progress)
    assert list(tmp_path.iterdir()) == []
