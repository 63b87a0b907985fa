"""Who works here: listing people, and what stands on what they write."""

from dataclasses import replace
from pathlib import Path

import pytest

from kbeditor.app.opening import open_workspace
from kbeditor.app.workspace import Workspace
from kbeditor.domain.errors import KbError, NotFound
from kbeditor.domain.people import Person
from kbeditor.domain.records import TextRef
from kbeditor.domain.states import State
from tests.helpers.library import article


def test_people_are_listed_in_alphabetical_order(ws: Workspace) -> None:
    ws.people.add(" Zoé ", "translator", ["fr"])
    ada = ws.people.add("Ada  Byron", "manager").value
    assert [(each.name, each.role, each.locales) for each in ws.people.list()] == [
        ("Ada Byron", "manager", ()),
        ("Zoé", "translator", ("fr",)),
    ]
    ws.people.update(replace(ada, name="Ada", role="editor"))
    ws.people.remove([each.id for each in ws.people.list() if each.name == "Zoé"])
    assert ws.people.list() == (Person(ada.id, "Ada", "editor"),)


@pytest.mark.parametrize(
    ("name", "role", "locales", "code"),
    [
        ("  ", "editor", [], "no_person_name"),
        ("A" * 101, "editor", [], "long_person_name"),
        ("Grace", "boss", [], "bad_role"),
        ("Grace", "translator", ["tlh"], "not_found"),
        ("ZOE\u0301", "editor", [], "person_exists"),
    ],
)
def test_a_person_that_cannot_be_changes_nothing(
    ws: Workspace, name: str, role: str, locales: list[str], code: str
) -> None:
    ws.people.add("Zo\u00e9", "translator")
    with pytest.raises(KbError) as caught:
        ws.people.add(name, role, locales)
    assert caught.value.code == code
    assert len(ws.people.list()) == 1


def test_a_person_can_be_called_otherwise_than_by_case(ws: Workspace) -> None:
    zoe = ws.people.add("zoé", "translator").value
    assert ws.people.update(replace(zoe, name="Zoé")).value.name == "Zoé"


def test_who_is_gone_cannot_be_removed_again(ws: Workspace) -> None:
    with pytest.raises(NotFound):
        ws.people.remove(["nobody"])


def test_the_listed_role_stands_on_what_one_publishes(ws: Workspace, path: Path) -> None:
    where = TextRef(article(ws, "Where is my order?", "In the post."), "en")  # by Ada
    ws.people.add("Marie", "reviewer")
    assert ws.people.work_as("MARIE", "editor").value is not None
    ws.texts.rename(where, "Where is the order?")
    ws.texts.set_state([where], State.PUBLISHED)
    assert ws.people.work_as("Grace", "editor").value is None
    ws.texts.rename(where, "Where is it?")
    ws.texts.set_state([where], State.PUBLISHED)
    ws.close()
    with_role = open_workspace(path, "Marie")  # as a job or the command line opens it
    with_role.texts.rename(where, "Where?")
    with_role.texts.set_state([where], State.PUBLISHED)
    assert [(each.author, each.role) for each in with_role.texts.revisions(where)] == [
        ("Ada", ""),
        ("MARIE", "reviewer"),
        ("Grace", "editor"),
        ("Marie", "reviewer"),
    ]
    with_role.close()


def test_names_on_versions_that_are_not_listed(ws: Workspace) -> None:
    where = TextRef(article(ws, "Where is my order?", "In the post."), "en")
    ws.people.work_as("Grace", "editor")
    ws.texts.set_state([where], State.PUBLISHED)
    ws.notes.open(where, None, "editor", "Is this so?")
    assert ws.people.unlisted() == ("Ada", "Grace")
    ws.people.add("grace", "editor")
    assert ws.people.unlisted() == ("Ada",)
