"""Profiles, themes and rules of the gate as JSON: how the library's settings keep them."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from enum import StrEnum
from typing import Any, TypeVar

from kbeditor.domain.releases import Gate, GateRules, Profile
from kbeditor.domain.site import (
    ServerFile,
    SiteLink,
    SiteOptions,
    SiteTheme,
    SlugScript,
    StaleNotice,
)
from kbeditor.domain.states import State

E = TypeVar("E", bound=StrEnum)

_STATES = frozenset(map(int, State))
_BUILT = frozenset({"theme", "profile", "release", "votes"})
"""What a profile's options are given only when it is built."""


def profile_to_json(profile: Profile) -> dict[str, Any]:
    """A profile as JSON."""
    options = {
        each.name: getattr(profile.options, each.name)
        for each in fields(SiteOptions)
        if each.name not in _BUILT
    }
    options["locales"] = None if profile.options.locales is None else list(profile.options.locales)
    options["least_state"] = int(profile.options.least_state)
    options["server_files"] = sorted(profile.options.server_files)
    return {
        "id": profile.id,
        "name": profile.name,
        "target": profile.target,
        "theme": profile.theme,
        "options": options,
    }


def profile_from_json(data: object) -> Profile:
    """The profile that `profile_to_json` wrote. What is missing or wrong is as in a new one.

    A bundle may bring settings that another program or hand wrote.
    """
    values = _object(data)
    return Profile(
        _text(values, "id"),
        _text(values, "name"),
        _text(values, "target"),
        _text(values, "theme"),
        _options(_object(values.get("options"))),
    )


def _options(values: Mapping[str, object]) -> SiteOptions:
    plain = SiteOptions()
    locales = values.get("locales")
    state = values.get("least_state")
    return SiteOptions(
        locales=tuple(map(str, locales)) if isinstance(locales, list) else None,
        least_state=State(state)
        if isinstance(state, int) and state in _STATES
        else plain.least_state,
        fallback=_truth(values, "fallback", plain.fallback),
        base_url=_text(values, "base_url"),
        source_at_root=_truth(values, "source_at_root", plain.source_at_root),
        slugs=_one_of(SlugScript, values.get("slugs"), plain.slugs),
        stale_notice=_one_of(StaleNotice, values.get("stale_notice"), plain.stale_notice),
        server_files=_some_of(ServerFile, values.get("server_files")),
        markdown=_truth(values, "markdown", plain.markdown),
        vote_endpoint=_text(values, "vote_endpoint"),
        zip=_truth(values, "zip", plain.zip),
    )


def theme_to_json(theme: SiteTheme) -> dict[str, Any]:
    """A theme as JSON."""
    data: dict[str, Any] = {each.name: getattr(theme, each.name) for each in fields(SiteTheme)}
    for name in ("header_links", "footer_links"):
        data[name] = [[link.title, link.href, link.locale] for link in data[name]]
    data["templates"] = dict(theme.templates)
    data["words"] = {locale: dict(words) for locale, words in theme.words.items()}
    return data


def theme_from_json(data: object) -> SiteTheme:
    """The theme that `theme_to_json` wrote; what is missing or wrong is as in the built-in one."""
    values = _object(data)
    return SiteTheme(
        **{
            name: _text(values, name)
            for name in ("name", "accent", "font", "logo", "logo_dark", "favicon", "contact", "css")
        },
        header_links=_links(values.get("header_links")),
        footer_links=_links(values.get("footer_links")),
        templates=_texts(values.get("templates")),
        words={tag: _texts(words) for tag, words in _object(values.get("words")).items()},
    )


def gate_to_json(rules: GateRules) -> dict[str, Any]:
    """The rules of the gate as JSON: "" stands for every locale without rules of its own."""
    own = {locale: sorted(gates) for locale, gates in sorted(rules.own.items())}
    return {"": sorted(rules.general), **own}


def gate_from_json(data: object) -> GateRules:
    """The rules that `gate_to_json` wrote."""
    values = _object(data)
    if "" not in values:
        return GateRules()
    own = {locale: _some_of(Gate, gates) for locale, gates in values.items() if locale}
    return GateRules(_some_of(Gate, values[""]), own)


def _object(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _text(values: Mapping[str, object], name: str) -> str:
    value = values.get(name)
    return value if isinstance(value, str) else ""


def _texts(value: object) -> dict[str, str]:
    return {key: text for key, text in _object(value).items() if isinstance(text, str)}


def _truth(values: Mapping[str, object], name: str, plain: bool) -> bool:
    value = values.get(name)
    return value if isinstance(value, bool) else plain


def _links(value: object) -> tuple[SiteLink, ...]:
    if not isinstance(value, list):
        return ()
    return tuple(
        SiteLink(*each)
        for each in value
        if isinstance(each, list) and len(each) == 3 and all(isinstance(part, str) for part in each)
    )


def _one_of(kind: Callable[[Any], E], value: object, plain: E) -> E:
    try:
        return kind(value)
    except ValueError:
        return plain


def _some_of(kind: type[E], value: object) -> frozenset[E]:
    known = set(kind)
    return frozenset(
        kind(each)
        for each in (value if isinstance(value, list) else ())
        if isinstance(each, str) and each in known
    )
