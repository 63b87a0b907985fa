"""What readers of the site left travels with a bundle: votes, failed searches, old addresses."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from kbeditor.app.opening import create_library
from kbeditor.app.workspace import Workspace
from kbeditor.domain.exchange import ExportOptions
from kbeditor.domain.records import Ref
from kbeditor.domain.releases import Profile
from kbeditor.domain.states import State
from kbeditor.exchange.bad_file import BadFile
from kbeditor.shipped import resources
from tests.helpers.library import article, category, publish

WHOLE = ExportOptions(least_state=State.MISSING)
READERS = "readers.json"


def library(folder: Path, name: str) -> Workspace:
    return create_library(folder / f"{name}.kb", name, "en", ["fr"])


@pytest.fixture
def where(ws: Workspace) -> Ref:
    """An article that was published, moved, voted on in two languages, and searched for in vain."""
    orders = category(ws, "Orders")
    publish(ws, orders)
    ref = article(ws, "Where?", "In the post.", orders)
    lost = article(ws, "Lost", "Gone.", orders)
    profile = ws.profiles.save(Profile("", "Public", str(ws.path.with_name("site")))).value
    ws.releasing.release(profile)
    ws.tree.move([ref], None, None)
    ws.tree.trash([lost])
    lines = [
        {"type": "vote", "id": f"v{n}", "article": ref.id, "locale": tag, "helpful": yes}
        | {"revision": "r1", "comment": words, "time": f"2026-05-0{n}T09:30:00Z"}
        for n, (tag, yes, words) in enumerate(
            [("fr", False, "Trop court."), ("en", True, ""), ("en", True, ""), ("en", False, "?")],
            start=1,
        )
    ]
    when: dict[str, object] = {"time": "2026-05-17T09:30:00Z"}
    lines.append(
        {"type": "vote", "id": "v9", "article": lost.id, "locale": "en", "helpful": True} | when
    )
    lines.append({"type": "search", "id": "s1", "locale": "fr", "query": "colis perdu"} | when)
    file = ws.path.with_name("votes.jsonl")
    file.write_text("\n".join(json.dumps(line) for line in lines), "utf-8")
    ws.votes.apply(ws.votes.plan(file))
    return ref


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    made = library(tmp_path, "shop")
    yield made
    made.close()


@pytest.fixture
def bundle(ws: Workspace, where: Ref, tmp_path: Path) -> Path:
    ws.exporting.export("json", tmp_path / "bundle", WHOLE)
    return tmp_path / "bundle"


def said(bundle: Path) -> Any:
    return json.loads((bundle / READERS).read_text("utf-8"))


def test_what_readers_said_is_summed_up_as_other_help_centres_do(bundle: Path, where: Ref) -> None:
    found = said(bundle)
    summed = [
        (each["article_id"], each["locale"], each["vote_sum"], each["vote_count"])
        for each in found["votes"]
    ]
    # What is in the trash stays behind with its votes.
    assert summed == [(where.id, "en", 1, 3), (where.id, "fr", -1, 1)]
    assert found["votes"][1]["votes"][0]["comment"] == "Trop court."
    assert [each["query"] for each in found["failed_searches"]] == ["colis perdu"]
    gone = {each["address"] for each in found["released_addresses"]}
    assert {"en/orders/where.html", "en/orders/lost.html"} <= gone
    schema = json.loads(
        (resources() / "schema" / "kbeditor-bundle-2.schema.json").read_text("utf-8")
    )
    Draft202012Validator({**schema, "oneOf": [{"$ref": "#/$defs/readers"}]}).validate(found)


def test_it_comes_back_to_the_byte_and_redirects_go_on(
    ws: Workspace, bundle: Path, where: Ref, tmp_path: Path
) -> None:
    other = library(tmp_path, "other")
    other.importing.apply(other.importing.plan(bundle))
    other.exporting.export("json", tmp_path / "again", WHOLE)
    names = {each.relative_to(bundle) for each in bundle.rglob("*") if each.is_file()}
    assert Path(READERS) in names
    for name in names:
        assert (tmp_path / "again" / name).read_bytes() == (bundle / name).read_bytes(), name
    assert other.votes.of(where, "en") == ws.votes.of(where, "en")
    [profile] = other.profiles.list()
    released = other.releasing.release(profile, target=tmp_path / "site").value
    assert released.release.number == 2, "numbers go on where the other library's ended"
    for old in ("en/orders/where.html", "en/orders/lost.html"):
        assert (tmp_path / "site" / old).is_file()
    other.close()


def test_of_a_part_it_stays_behind(ws: Workspace, where: Ref, tmp_path: Path) -> None:
    ws.exporting.export("json", tmp_path / "part", ExportOptions(locales=("fr",)))
    assert not (tmp_path / "part" / READERS).exists()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda all_: all_["votes"][0].update(vote_sum=3), "not what the votes come to"),
        (lambda all_: all_["votes"][0].update(article_id=OTHER), "no article of this id"),
        (lambda all_: all_["votes"].append(all_["votes"][0]), "an id stands there twice"),
        (lambda all_: all_["failed_searches"][0].update(more=1), "nothing of this name"),
        (
            lambda all_: all_["released_addresses"][0].update(address="../../etc/passwd"),
            "no address within a site",
        ),
        (lambda all_: all_["released_addresses"][0].update(last_release=10**12), "too large"),
        (
            lambda all_: all_["released_addresses"].append(all_["released_addresses"][0]),
            "stands there twice",
        ),
    ],
)
def test_what_makes_no_sense_is_refused(
    bundle: Path, tmp_path: Path, change: Callable[[Any], object], words: str
) -> None:
    value = said(bundle)
    change(value)
    (bundle / READERS).write_text(json.dumps(value), "utf-8")
    other = library(tmp_path, "other")
    with pytest.raises(BadFile, match=words) as caught:
        other.importing.plan(bundle)
    assert READERS in str(caught.value)
    other.close()


OTHER = "0190a000-0000-7000-8000-00000000ffff"
