"""Changing the state of texts, from wherever it is asked: the questions first, then the deed.

Publishing a changed source asks how big the change is, beside what it costs the translators;
publishing outdated translations asks whether they are up to date. One text or a hundred thousand
go the same way. The dialog is imported when it is first opened: start-up does not pay for it.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kbeditor.domain.errors import Cancelled
from kbeditor.domain.progress import Silent
from kbeditor.domain.records import Ref, TextRef
from kbeditor.domain.states import Significance, State, mark_live, mark_outdated, mark_state
from kbeditor.ui.desk import Desk
from kbeditor.ui.publish_costs import Costs, count_costs
from kbeditor.ui.texts import number_words, words_of
from kbeditor.ui.widgets.question import ask
from kbeditor.ui.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from kbeditor.app.workspace import Workspace

SEVERAL = 8
"""The cost of so many changed sources is known before the question is asked (50 ms each)."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What publishing some texts would mean."""

    changed: tuple[tuple[TextRef, str], ...]  # sources published before and changed since; titles
    affected_locales: tuple[str, ...]  # that hold a translation of one of those
    outdated: int  # translations based on an older source
    costs: Costs | None  # of the changed sources; None where they are so many that it takes long


def survey(workspace: "Workspace", texts: Sequence[TextRef], source_locale: str) -> Survey:
    """Look at the marks of `texts` and of their siblings; runs on the library's thread."""
    asked = set(texts)
    tags = [locale.tag for locale in workspace.locales.list()]
    owners: tuple[Ref, ...] = tuple(dict.fromkeys(text.owner for text in texts))
    categories, articles = workspace.tree.rows(owners, source_locale)
    marks_of = {row.id: row.marks for row in categories}
    marks_of |= {row.id: row.marks for row in articles}
    titles = {row.id: row.title for row in categories}
    titles |= {row.id: row.title for row in articles}
    changed: list[tuple[TextRef, str]] = []
    outdated = 0
    affected: set[str] = set()
    for owner in owners:
        for tag, mark in zip(tags, marks_of.get(owner.id, b""), strict=False):
            if TextRef(owner, tag) not in asked:
                continue
            if tag != source_locale:
                outdated += mark_outdated(mark)
            elif mark_live(mark) and mark_state(mark) is not State.PUBLISHED:
                changed.append((TextRef(owner, tag), titles[owner.id]))
                affected.update(
                    other
                    for other, its_mark in zip(tags, marks_of[owner.id], strict=True)
                    if other != tag and mark_state(its_mark) is not State.MISSING
                )
    return Survey(
        tuple(changed),
        tuple(tag for tag in tags if tag in affected),
        outdated,
        count_costs(workspace, changed, Silent()) if len(changed) <= SEVERAL else None,
    )


def change_state(desk: Desk, texts: Sequence[TextRef], state: State) -> None:
    """Bring `texts` to a state; what is being typed is written first."""
    desk.flush()
    if state is not State.PUBLISHED:
        _set(desk, texts, state)
        return
    source = desk.selection.source_locale
    desk.bridge.run(lambda ws: survey(ws, texts, source), lambda found: _ask(desk, texts, found))


def mark_still_valid(desk: Desk, texts: Sequence[TextRef]) -> None:
    """Say that outdated translations need no change."""
    desk.flush()
    desk.bridge.run(
        lambda ws: ws.texts.still_valid(texts),
        lambda count: desk.say(
            QCoreApplication.translate(
                "States", "%Ln translation(s) marked as still valid.", "", count
            )
        ),
    )


def _ask(desk: Desk, texts: Sequence[TextRef], found: Survey) -> None:
    """Ask what must be known, then publish."""

    def ask_outdated(significance: Significance, note: str) -> None:
        def publish(up_to_date: bool) -> Callable[[], None]:
            return lambda: _set(
                desk,
                texts,
                State.PUBLISHED,
                significance=significance,
                note=note,
                up_to_date=up_to_date,
            )

        if not found.outdated:
            publish(False)()
            return
        ask(
            desk.window,
            QCoreApplication.translate(
                "States", "%Ln translation(s) stand on an older source.", "", found.outdated
            ),
            QCoreApplication.translate(
                "States",
                "Do they say what the published source says now? If not, they are published "
                "all the same and stay marked as outdated.",
            ),
            (QCoreApplication.translate("States", "They are up to date"), publish(True)),
            (QCoreApplication.translate("States", "Publish as outdated"), publish(False)),
        )

    if not found.changed:
        ask_outdated(Significance.UPDATE, "")
    elif found.costs is not None and found.costs.nothing and found.affected_locales:
        ask_outdated(Significance.MINOR, "")  # nothing to decide: no block is another
    else:
        _ask_significance(desk, found, ask_outdated)


def _ask_significance(desk: Desk, found: Survey, then: Callable[[Significance, str], None]) -> None:
    from kbeditor.ui.dialogs.significance import SignificanceDialog

    names = [locale.name for locale in desk.locales if locale.tag in found.affected_locales]
    dialog = SignificanceDialog(desk, [title for _text, title in found.changed], names, then)
    dialog.open()
    if found.costs is not None:
        dialog.show_costs(found.costs)
        return

    def land(costs: Costs) -> None:
        if not dialog.closed:
            dialog.show_costs(costs)

    job = desk.bridge.start(
        lambda ws, progress: count_costs(ws, found.changed, progress),
        land,
        lambda error: isinstance(error, Cancelled),
    )
    if dialog.counting:  # an executor without threads has landed already
        dialog.wait_for(job)


def _set(
    desk: Desk,
    texts: Sequence[TextRef],
    state: State,
    *,
    significance: Significance = Significance.UPDATE,
    note: str = "",
    up_to_date: bool = False,
) -> None:
    def tell(done: int, skipped: Sequence[tuple[TextRef, str]]) -> None:
        desk.say(_done_words(state, done))
        if state is State.PUBLISHED and done:
            # The HTML is stored now, in the background, so that no export has to render it.
            desk.bridge.start(lambda ws, progress: ws.rendering.fill(progress))
        if skipped:
            desk.errors.notice("info", _skipped_words(skipped))

    desk.bridge.run(
        lambda ws: ws.texts.set_state(
            texts, state, significance=significance, note=note, up_to_date=up_to_date
        ),
        lambda report: tell(report.done, report.skipped),
    )


def _done_words(state: State, count: int) -> str:
    match state:
        case State.PUBLISHED:
            return QCoreApplication.translate("States", "%Ln text(s) published.", "", count)
        case State.IN_REVIEW:
            return QCoreApplication.translate(
                "States", "%Ln text(s) submitted for review.", "", count
            )
        case _:
            return QCoreApplication.translate("States", "%Ln text(s) back to draft.", "", count)


_SKIPPED = {
    "missing": QT_TRANSLATE_NOOP("States", "not written yet"),
    "empty_title": QT_TRANSLATE_NOOP("States", "without a title"),
}


def _skipped_words(skipped: Sequence[tuple[TextRef, str]]) -> str:
    """How many texts were left out, and why."""
    reasons = Counter(code for _text, code in skipped)
    parts = [
        f"{number_words(count)} {words_of('States', _SKIPPED, code)}"
        for code, count in reasons.most_common()
    ]
    words = QCoreApplication.translate("States", "%Ln text(s) left as they are", "", len(skipped))
    return f"{words}: {', '.join(parts)}."
