"""`kbeditor release` and `kbeditor verify`: what a release changes, old ones, and sound bundles."""

from pathlib import Path
from typing import Annotated, Any

import typer

from kbeditor.app.verifying import verify_bundle
from kbeditor.cli.arguments import AllOption, JsonOption, LibraryArgument
from kbeditor.cli.failures import EXPECTED
from kbeditor.cli.library import opened
from kbeditor.cli.progress import progress
from kbeditor.cli.reporting import Entry, entries_of, show_entries
from kbeditor.cli.terminal import Screen, faint, strong
from kbeditor.cli.words import CHANGES, PROBLEMS, counted, duration, listed, words
from kbeditor.domain.releases import (
    ChangeKind,
    GateFinding,
    PageChange,
    Release,
    ReleasePreview,
)

ProfileOption = Annotated[
    str | None,
    typer.Option(
        "--profile", metavar="NAME", help="The profile to publish by. Without it: the first one."
    ),
]


def release(
    library: LibraryArgument,
    target: Annotated[
        Path | None, typer.Argument(metavar="[OUT]", help="With --rebuild or --as-of: where to.")
    ] = None,
    diff: Annotated[
        bool,
        typer.Option("--diff", help="Show what the next release would change; write nothing."),
    ] = False,
    profile: ProfileOption = None,
    rebuild: Annotated[
        int | None,
        typer.Option(metavar="NUMBER", help="Build this release again, as it was, at OUT."),
    ] = None,
    as_of: Annotated[
        int | None,
        typer.Option(
            "--as-of",
            metavar="NUMBER",
            help="Write the library as it was at this release to OUT, a library file of its own.",
        ),
    ] = None,
    everything: AllOption = False,
    as_json: JsonOption = False,
) -> None:
    """List the releases of a library, or show what the next one would change.

    With --diff it exits with 1 when something blocks the release. “kbeditor export LIBRARY
    --profile NAME” makes one.
    """
    screen = Screen()
    chosen = [each for each in (rebuild, as_of) if each is not None]
    if len(chosen) > 1 or bool(chosen) is not (target is not None) or (diff and chosen):
        raise typer.BadParameter(
            "OUT goes with --rebuild NUMBER or --as-of NUMBER, and none of them with --diff."
        )
    with opened(library) as workspace:
        if as_of is not None and target is not None:
            with progress() as work:
                report = workspace.as_of.build(as_of, target, work)
            screen.say(
                f"Wrote the library as of release {as_of} to {target}: {listed(report.counts)} "
                f"({duration(report.seconds)})."
            )
            show_entries(screen, entries_of(report.lines), everything=everything)
            return
        if rebuild is not None and target is not None:
            with progress() as work:
                report = workspace.releasing.rebuild(rebuild, target, work)
            screen.say(
                f"Built release {rebuild} again at {target}: {listed(report.counts)} "
                f"({duration(report.seconds)})."
            )
            return
        if not diff:
            _list(screen, library, workspace.releasing.list(), as_json=as_json)
            return
        with progress() as work:
            preview = workspace.releasing.preview(workspace.profiles.chosen(profile), work)
    if as_json:
        screen.data(_preview_data(preview))
    else:
        _show(screen, preview, everything=everything)
    if preview.blocked:
        raise typer.Exit(EXPECTED)


def verify(
    bundle: Annotated[
        Path, typer.Argument(metavar="BUNDLE", help="An exported site: its folder or .zip file.")
    ],
    everything: AllOption = False,
    as_json: JsonOption = False,
) -> None:
    """Check that every file of an exported site is as it was built.

    Exits with 1 when one is missing, changed or extra.
    """
    screen = Screen()
    with progress() as work:
        checked = verify_bundle(bundle, work)
    if as_json:
        data = [
            {"code": e.code, "address": e.address, "detail": e.detail} for e in checked.problems
        ]
        screen.data({"files": checked.files, "release": checked.release, "problems": data})
    elif checked.problems:
        screen.say(f"{bundle}: {counted('problems', len(checked.problems))}.")
        for each in checked.problems:
            what = f": {each.detail}" if each.detail else ""
            screen.say("  ", words(PROBLEMS, each.code), f" {each.address}{what}")
    else:
        screen.say(f"{bundle}: all {counted('files', checked.files)} are as they were built.")
    if checked.problems:
        raise typer.Exit(EXPECTED)


def _list(screen: Screen, library: Path, releases: tuple[Release, ...], *, as_json: bool) -> None:
    if as_json:
        screen.data([_release_data(each) for each in releases])
    elif not releases:
        screen.say(f"{library} was not released yet.")
    for each in () if as_json else releases:
        when = each.created_at.astimezone().strftime("%Y-%m-%d %H:%M")
        said = " – ".join(part for part in (each.author, each.note) if part)
        screen.say(
            strong(f"{each.number:>4}", "bold"),
            f"  {when}  {each.profile_name}, {counted('pages', each.pages)}",
            faint(f"  {said}" if said else ""),
        )


def _show(screen: Screen, preview: ReleasePreview, *, everything: bool) -> None:
    last = f"against release {preview.against}" if preview.against else "the first one"
    kinds = [(f"pages_{kind.value}", _number(preview, kind)) for kind in ChangeKind]
    counts = [*kinds, ("redirects", preview.redirects)]
    screen.say(f"Release {preview.number} by “{preview.profile.name}”, {last}: {listed(counts)}.")
    for each in preview.locales:
        screen.say(
            "  ",
            strong(each.locale, "bold"),
            f": {counted('pages', each.pages)}, {each.fallbacks} in another language, "
            f"{each.left_out} left out, {each.stale} behind, "
            f"{counted('words', each.words_left)} to translate",
        )
    show_entries(screen, [_changed(each) for each in preview.changes], everything=everything)
    show_entries(screen, [_found(each) for each in preview.findings], everything=everything)
    show_entries(screen, entries_of(preview.lines), everything=everything)
    if preview.blocked:
        blocking = sum(each.blocks for each in preview.findings)
        screen.say("")
        screen.say(strong(f"{counted('blocking', blocking)} this release.", "bold red"))


def _number(preview: ReleasePreview, kind: ChangeKind) -> int:
    return sum(each.kind is kind for each in preview.changes)


def _changed(change: PageChange) -> Entry:
    where = f"{change.title} ({change.locale})"
    moved = change.kind is ChangeKind.MOVED
    address = f"{change.before} → {change.address}" if moved else change.address
    return Entry("info", CHANGES[change.kind.value], where, 0, address)


def _found(finding: GateFinding) -> Entry:
    level = "error" if finding.blocks else "warning"
    where = f"{finding.title} ({finding.locale})"
    return Entry(level, finding.gate.value, where, finding.line, finding.detail)


def _preview_data(preview: ReleasePreview) -> dict[str, Any]:
    return {
        "number": preview.number,
        "against": preview.against,
        "profile": preview.profile.name,
        "blocked": preview.blocked,
        "redirects": preview.redirects,
        "changes": [
            {
                "kind": each.kind.value,
                each.owner.kind.value: each.owner.id,
                "locale": each.locale,
                "title": each.title,
                "address": each.address,
                "before": each.before,
            }
            for each in preview.changes
        ],
        "findings": [
            {
                "code": each.gate.value,
                each.owner.kind.value: each.owner.id,
                "locale": each.locale,
                "title": each.title,
                "line": each.line,
                "detail": each.detail,
                "blocks": each.blocks,
            }
            for each in preview.findings
        ],
        "locales": [
            {
                "locale": each.locale,
                "pages": each.pages,
                "fallbacks": each.fallbacks,
                "left_out": each.left_out,
                "stale": each.stale,
                "words_left": each.words_left,
            }
            for each in preview.locales
        ],
    }


def _release_data(release: Release) -> dict[str, Any]:
    return {
        "number": release.number,
        "profile": release.profile_name,
        "note": release.note,
        "author": release.author,
        "created_at": release.created_at.isoformat(),
        "pages": release.pages,
        "files": release.files,
        "digest": release.digest,
    }
