"""Profiles, themes and the gate: kept among the settings, undone, read with care."""

import json

import pytest

from kbeditor.app.workspace import Workspace
from kbeditor.domain.errors import KbError, NotFound
from kbeditor.domain.releases import BLOCKS_AT_FIRST, Gate, GateRules, Profile
from kbeditor.domain.site import (
    ServerFile,
    SiteLink,
    SiteOptions,
    SiteTheme,
    SlugScript,
    StaleNotice,
)
from kbeditor.domain.site_json import (
    gate_from_json,
    profile_from_json,
    profile_to_json,
    theme_from_json,
    theme_to_json,
)
from kbeditor.domain.states import State

OPTIONS = SiteOptions(
    locales=("en", "fr"),
    least_state=State.IN_REVIEW,
    fallback=False,
    base_url="https://help.example",
    source_at_root=True,
    slugs=SlugScript.OWN,
    stale_notice=StaleNotice.ALWAYS,
    server_files=frozenset(ServerFile),
    markdown=True,
    vote_endpoint="https://help.example/votes",
    zip=True,
)
THEME = SiteTheme(
    name="Shop",
    accent="#aa3355",
    font="Georgia, serif",
    logo="a",
    logo_dark="b",
    favicon="c",
    header_links=(SiteLink("Shop", "https://shop.example"), SiteLink("Boutique", "/fr", "fr")),
    footer_links=(SiteLink("Terms", "/terms"),),
    contact="mailto:help@shop.example",
    css="body { margin: 0 }",
    templates={"footer": "<p>{{ site.name }}</p>"},
    words={"fr": {"home": "Accueil"}},
)


def test_profiles_are_made_changed_found_and_deleted(ws: Workspace) -> None:
    assert ws.profiles.list() == ()
    public = ws.profiles.save(Profile("", " Public ", "/srv/help", options=OPTIONS)).value
    assert public.id
    assert public.name == "Public"
    assert ws.profiles.list() == (public,)
    ws.profiles.save(Profile("", "Partners"))
    ws.profiles.save(Profile(public.id, "Everyone", public.target))
    assert [each.name for each in ws.profiles.list()] == ["Everyone", "Partners"]
    assert ws.profiles.find("everyone").options == SiteOptions()
    assert ws.profiles.find(public.id).name == "Everyone"
    ws.profiles.remove(public.id)
    assert [each.name for each in ws.profiles.list()] == ["Partners"]
    ws.history.undo()
    ws.history.undo()
    assert ws.profiles.find("Public") == public


def test_a_profile_needs_a_name_of_its_own(ws: Workspace) -> None:
    ws.profiles.save(Profile("", "Public"))
    for name, code in ((" ", "empty_name"), ("PUBLIC", "taken_name")):
        with pytest.raises(KbError) as caught:
            ws.profiles.save(Profile("", name))
        assert caught.value.code == code
    with pytest.raises(KbError, match="“Public”") as caught:
        ws.profiles.find("Private")
    assert caught.value.code == "no_profile"
    assert len(ws.profiles.list()) == 1


def test_themes_are_made_changed_and_deleted(ws: Workspace) -> None:
    key = ws.profiles.save_theme("", THEME).value
    assert ws.profiles.themes() == {key: THEME}
    ws.profiles.save_theme(key, SiteTheme(name="Plain"))
    assert ws.profiles.themes()[key].accent == ""
    built = Profile("p", "Public", theme=key).built_with(ws.profiles.themes(), {}, 3)
    assert (built.theme.name, built.profile, built.release) == ("Plain", "p", 3)
    ws.profiles.remove_theme(key)
    assert (
        Profile("p", "Public", theme=key).built_with(ws.profiles.themes(), {}, 3).theme
        == SiteTheme()
    )
    with pytest.raises(NotFound):
        ws.profiles.remove_theme(key)
    ws.history.undo()
    assert ws.profiles.themes()[key].name == "Plain"


def test_the_gate_has_rules_per_language(ws: Workspace) -> None:
    assert ws.profiles.gate().general == BLOCKS_AT_FIRST
    rules = GateRules(frozenset({Gate.STALE}), {"fr": frozenset()})
    ws.profiles.set_gate(rules)
    assert ws.profiles.gate() == rules
    assert rules.blocks("en", Gate.STALE)
    assert not rules.blocks("fr", Gate.STALE)
    ws.history.undo()
    assert ws.profiles.gate() == GateRules()


def test_what_is_written_is_read_again() -> None:
    profile = Profile("p", "Public", "/srv/help", "t", OPTIONS)
    assert profile_from_json(json.loads(json.dumps(profile_to_json(profile)))) == profile
    assert theme_from_json(json.loads(json.dumps(theme_to_json(THEME)))) == THEME


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        "x",
        {"options": 3},
        {"id": 3, "options": {"locales": 1, "least_state": "high", "fallback": "no"}},
        {"options": {"slugs": "greek", "server_files": ["iis", 3, None], "base_url": {}}},
    ],
)
def test_what_another_hand_wrote_does_no_harm(data: object) -> None:
    assert profile_from_json(data) == Profile("", "")
    assert theme_from_json(data) == SiteTheme()
    assert gate_from_json(data) == GateRules()
