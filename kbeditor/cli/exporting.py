"""`kbeditor export`: the help centre as a site or a bundle, or its blocks for translators."""

from pathlib import Path
from typing import Annotated

import typer

from kbeditor.cli.arguments import (
    AllOption,
    JsonOption,
    LibraryArgument,
    OnlyWord,
    StateWord,
    XliffWord,
)
from kbeditor.cli.handing import hand_out, handed_format
from kbeditor.cli.library import known_tag, opened
from kbeditor.cli.progress import progress
from kbeditor.cli.reporting import entries_of, report_data, show_entries
from kbeditor.cli.terminal import Screen
from kbeditor.cli.words import duration, listed
from kbeditor.domain.exchange import ExportOptions, FormatInfo
from kbeditor.domain.finding import Report
from kbeditor.domain.units import UnitOptions


def export(
    library: LibraryArgument,
    target: Annotated[
        Path | None,
        typer.Argument(
            metavar="OUT", help="What to write: a folder, or one file for --zip and translators."
        ),
    ] = None,
    format_: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="html (the site) or json (a bundle); for translators xliff, xliff2, po, csv, "
            "xlsx, package, tmx (the memory) or glossary (CSV, or TBX if OUT ends so).",
        ),
    ] = "",
    profile: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Publish a release by this profile, which says everything else; OUT only where "
            "it shall go elsewhere.",
        ),
    ] = None,
    note: Annotated[
        str, typer.Option(metavar="WORDS", help="What is new in the release of --profile.")
    ] = "",
    locale: Annotated[
        list[str] | None,
        typer.Option(
            metavar="TAG",
            help="Only this language; may be repeated. Without it: all. For translators: just one.",
        ),
    ] = None,
    state: Annotated[
        StateWord, typer.Option(help="Export texts in this state or further on than it.")
    ] = StateWord.PUBLISHED,
    fallback: Annotated[
        bool,
        typer.Option(
            "--fallback/--omit",
            help="A page that is not translated: show it in another language, or leave it out.",
        ),
    ] = True,
    base_url: Annotated[
        str,
        typer.Option(metavar="URL", help="Where the site will be, for its map and its links."),
    ] = "",
    zip_: Annotated[bool, typer.Option("--zip", help="Write one .zip file.")] = False,
    only: Annotated[
        OnlyWord | None,
        typer.Option(
            help="For translators: blocks that are not translated (missing), those whose source "
            "changed since (outdated), both (todo), or all. Without it: all."
        ),
    ] = None,
    prefill: Annotated[
        bool,
        typer.Option(
            "--prefill",
            help="For translators: put the source where there is no translation yet (OmegaT 3.6 "
            "shows no other blocks).",
        ),
    ] = False,
    xliff: Annotated[
        XliffWord,
        typer.Option(help="The version of the XLIFF in a package; older tools read only 1.2."),
    ] = XliffWord.NEW,
    everything: AllOption = False,
    as_json: JsonOption = False,
) -> None:
    """Export a library: as a site, as a bundle, or for translators.

    It is written as a whole or not at all; an earlier export is replaced.
    """
    screen = Screen()
    if profile is not None:
        _publish(screen, library, profile, note, target, everything=everything, as_json=as_json)
        return
    if target is None or not format_:
        raise typer.BadParameter("Say OUT and --format, or --profile.")
    with opened(library) as workspace:
        handed = handed_format(workspace, format_, target)
        if handed is not None:
            unit_options = UnitOptions(only.value if only else "all", prefill, xliff.value)
            report = hand_out(workspace, handed, target, locale or [], unit_options)
            _tell(screen, library, report, everything=everything, as_json=as_json)
            return
        known = (*workspace.exporting.formats(), *workspace.handing.formats())
        _check_format(format_, known)
        if only or prefill:
            raise typer.BadParameter("--only and --prefill are for what translators get.")
        options = ExportOptions(
            locales=tuple(known_tag(workspace, each) for each in locale) if locale else None,
            least_state=state.state,
            fallback=fallback,
            base_url=base_url,
            zip=zip_ or target.suffix.lower() == ".zip",
        )
        with progress() as work:
            report = workspace.exporting.export(format_, target, options, work)
    _tell(screen, library, report, everything=everything, as_json=as_json)


def _publish(
    screen: Screen,
    library: Path,
    name: str,
    note: str,
    target: Path | None,
    *,
    everything: bool,
    as_json: bool,
) -> None:
    """Build a release by a profile, unless something blocks it."""
    with opened(library) as workspace:
        profile = workspace.profiles.chosen(name)
        with progress() as work:
            released = workspace.releasing.release(profile, note, work, target).value
    if not as_json:
        screen.say(f"Release {released.release.number} by “{profile.name}”.")
    _tell(screen, library, released.report, everything=everything, as_json=as_json)


def _tell(
    screen: Screen, library: Path, report: Report, *, everything: bool, as_json: bool
) -> None:
    if as_json:
        screen.data(report_data(report))
    else:
        took = duration(report.seconds)
        screen.say(f"Exported {library} to {report.target}: {listed(report.counts)} ({took}).")
        show_entries(screen, entries_of(report.lines), everything=everything)


def _check_format(typed: str, formats: tuple[FormatInfo, ...]) -> None:
    """A wrong word is an error of usage, told with what there is."""
    if typed not in {each.id for each in formats}:
        known = ", ".join(f"{each.id} ({each.title})" for each in formats)
        raise typer.BadParameter(f"There is no format “{typed}”; there are: {known}.")
