"""How the help centre is published: profiles, themes, and what blocks a release.

They lie among the library's settings, so undo and the JSON bundle carry them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kbeditor.domain.changes import Act, Outcome
from kbeditor.domain.errors import KbError, NotFound
from kbeditor.domain.releases import GateRules, Profile
from kbeditor.domain.site import SiteTheme
from kbeditor.domain.site_json import (
    gate_from_json,
    gate_to_json,
    profile_from_json,
    profile_to_json,
    theme_from_json,
    theme_to_json,
)
from kbeditor.services.base import Service
from kbeditor.services.ids import new_id
from kbeditor.storage import pieces
from kbeditor.storage.unit_of_work import Unit

PROFILES = "publish.profiles"
THEMES = "publish.themes"
GATE = "publish.gate"

FIRST = Profile("first", "Help centre")
"""What a library has before anybody makes a profile of its own."""


class Profiles(Service):
    """Use cases of profiles, themes and the gate. Everything can be undone."""

    def list(self) -> tuple[Profile, ...]:
        """All profiles, in order."""
        with self._store.reading() as session:
            return _profiles(pieces.settings(session))

    def find(self, name: str) -> Profile:
        """A profile by its id, or by its name whatever its case. Raises KbError `no_profile`."""
        profiles = self.list()
        for each in profiles:
            if name == each.id or name.strip().casefold() == each.name.casefold():
                return each
        known = ", ".join(f"“{each.name}”" for each in profiles) or "none yet"
        raise KbError(
            "no_profile",
            "There is no profile “{name}”; there are: {known}.",
            name=name,
            known=known,
        )

    def chosen(self, name: str | None) -> Profile:
        """The profile of that name; None: the first. A library without any publishes as a new
        profile does. Raises KbError `no_profile`.
        """
        if name is not None:
            return self.find(name)
        return next(iter(self.list()), FIRST)

    def save(self, profile: Profile) -> Outcome[Profile]:
        """Write a profile; with the id "" it is a new one. Raises KbError `empty_name` or
        `taken_name`.
        """
        kept = replace(profile, id=profile.id or new_id(), name=profile.name.strip())
        with self._store.writing(Act("profile.save", {"title": kept.name})) as unit:
            # Read within the transaction: somebody else may have saved another one.
            known = _profiles(pieces.settings(unit.session))
            _check_name(kept.name, [each.name for each in known if each.id != kept.id])
            profiles = [kept if each.id == kept.id else each for each in known]
            if kept not in profiles:
                profiles.append(kept)
            _put_profiles(unit, profiles)
        return Outcome(kept, unit.changes)

    def remove(self, profile_id: str) -> Outcome[None]:
        """Delete a profile; its releases stay. Raises KbError `no_profile`."""
        gone = self.find(profile_id)
        with self._store.writing(Act("profile.remove", {"title": gone.name})) as unit:
            _put_profiles(
                unit,
                [each for each in _profiles(pieces.settings(unit.session)) if each.id != gone.id],
            )
        return Outcome(None, unit.changes)

    def themes(self) -> dict[str, SiteTheme]:
        """The library's own themes by id, in order."""
        with self._store.reading() as session:
            return _themes(pieces.settings(session))

    def save_theme(self, theme_id: str, theme: SiteTheme) -> Outcome[str]:
        """Write a theme; with the id "" it is a new one. Its id. Raises KbError `empty_name`,
        `taken_name`.
        """
        kept = replace(theme, name=theme.name.strip())
        key = theme_id or new_id()
        with self._store.writing(Act("theme.save", {"title": kept.name})) as unit:
            themes = _themes(pieces.settings(unit.session))
            _check_name(kept.name, [each.name for known, each in themes.items() if known != key])
            _put_themes(unit, {**themes, key: kept})
        return Outcome(key, unit.changes)

    def remove_theme(self, theme_id: str) -> Outcome[None]:
        """Delete a theme; profiles that name it look built-in again. Raises NotFound."""
        gone = self.themes().get(theme_id)
        if gone is None:
            raise NotFound("theme", theme_id)
        with self._store.writing(Act("theme.remove", {"title": gone.name})) as unit:
            themes = _themes(pieces.settings(unit.session))
            themes.pop(theme_id, None)
            _put_themes(unit, themes)
        return Outcome(None, unit.changes)

    def gate(self) -> GateRules:
        """What blocks a release."""
        return gate_from_json(self._setting(GATE))

    def set_gate(self, rules: GateRules) -> Outcome[None]:
        """Say what blocks a release."""
        with self._store.writing(Act("gate.set")) as unit:
            pieces.put_setting(unit, GATE, gate_to_json(rules))
        return Outcome(None, unit.changes)

    def _setting(self, key: str) -> object:
        with self._store.reading() as session:
            return pieces.settings(session).get(key)


def _profiles(settings: Mapping[str, object]) -> tuple[Profile, ...]:
    stored = settings.get(PROFILES)
    return tuple(map(profile_from_json, stored)) if isinstance(stored, list) else ()


def _put_profiles(unit: Unit, profiles: Iterable[Profile]) -> None:
    pieces.put_setting(unit, PROFILES, [profile_to_json(each) for each in profiles])


def _themes(settings: Mapping[str, object]) -> dict[str, SiteTheme]:
    stored = settings.get(THEMES)
    if not isinstance(stored, dict):
        return {}
    return {theme_id: theme_from_json(data) for theme_id, data in stored.items()}


def _put_themes(unit: Unit, themes: Mapping[str, SiteTheme]) -> None:
    stored = {theme_id: theme_to_json(theme) for theme_id, theme in themes.items()}
    pieces.put_setting(unit, THEMES, stored)


def _check_name(name: str, others: list[str]) -> None:
    if not name:
        raise KbError("empty_name", "It needs a name.")
    if name.casefold() in {each.casefold() for each in others}:
        raise KbError("taken_name", "There is already one called “{name}”.", name=name)
