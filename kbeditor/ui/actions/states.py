"""What one does with the state of texts, and with what belongs to an article in all languages."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from kbeditor.domain.records import Kind, Ref, TextRef
from kbeditor.domain.states import State
from kbeditor.ui.action import WRITERS, ActionSpec
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.ask_words import AskWords
from kbeditor.ui.state_changes import change_state, mark_still_valid
from kbeditor.ui.widgets.question import ask
from kbeditor.ui.words import QT_TRANSLATE_NOOP


def _texts(desk: Desk) -> tuple[TextRef, ...]:
    """The chosen things in the current language."""
    return desk.text_refs(desk.selection.refs)


def _articles(desk: Desk) -> list[str]:
    return [ref.id for ref in desk.selection.refs if ref.kind is Kind.ARTICLE]


def _has_texts(desk: Desk) -> bool:
    return desk.library is not None and bool(desk.selection.refs)


def _has_articles(desk: Desk) -> bool:
    return desk.library is not None and bool(_articles(desk))


def _has_translations(desk: Desk) -> bool:
    return _has_texts(desk) and desk.selection.translating


def _has_current(desk: Desk) -> bool:
    return desk.library is not None and desk.selection.current is not None


def _to(state: State) -> Callable[[Desk], None]:
    return lambda desk: change_state(desk, _texts(desk), state)


def _still_valid(desk: Desk) -> None:
    mark_still_valid(desk, _texts(desk))


def _delete_translation(desk: Desk) -> None:
    """Only translations: the source text goes with its article, by the trash."""
    texts = _texts(desk)
    locale = desk.locale(desk.selection.locale)
    name = locale.name if locale else desk.selection.locale

    def delete() -> None:
        desk.flush()
        desk.bridge.run(
            lambda ws: ws.texts.delete(texts),
            lambda count: desk.say(
                QCoreApplication.translate("States", "%Ln translation(s) deleted.", "", count)
            ),
        )

    ask(
        desk.window,
        QCoreApplication.translate(
            "States", "Delete %Ln text(s) in {locale}?", "", len(texts)
        ).format(locale=name),
        QCoreApplication.translate(
            "States", "Undo brings them back. Texts in other languages stay as they are."
        ),
        (QCoreApplication.translate("States", "Delete"), delete),
        dangerous=True,
    )


def _promote(desk: Desk) -> None:
    """Promote all, unless all are promoted: then none."""
    refs = [ref for ref in desk.selection.refs if ref.kind is Kind.ARTICLE]
    ids = [ref.id for ref in refs]
    locale = desk.selection.locale

    def toggle(promoted: Sequence[bool]) -> None:
        wanted = not all(promoted)
        desk.bridge.run(lambda ws: ws.articles.update(ids, promoted=wanted))

    desk.bridge.run(
        lambda ws: [row.promoted for row in ws.tree.rows(refs, locale)[1]],
        toggle,
    )


def _duplicate(desk: Desk) -> None:
    ids = _articles(desk)
    desk.flush()

    def show(copies: Sequence[Ref]) -> None:
        desk.selection.go(copies[0])
        desk.selection.set_refs(copies)

    desk.bridge.run(lambda ws: ws.articles.duplicate(ids), show)


def _labels(desk: Desk) -> None:
    """Change what the chosen articles share; labels that only some have stay with those."""
    ids = _articles(desk)

    def write(members: list[str], labels: tuple[str, ...]) -> None:
        desk.bridge.run(lambda ws: ws.articles.update(members, labels=labels))

    def change(old: dict[str, tuple[str, ...]]) -> None:
        shared = [label for label in old[ids[0]] if all(label in labels for labels in old.values())]

        def apply(words: str) -> None:
            wanted = [label.strip() for label in words.split(",") if label.strip()]
            groups: dict[tuple[str, ...], list[str]] = {}
            for id_, labels in old.items():
                own = [label for label in labels if label not in shared]
                groups.setdefault(tuple(dict.fromkeys([*wanted, *own])), []).append(id_)
            for labels, members in groups.items():
                write(members, labels)

        AskWords(
            QCoreApplication.translate("States", "Labels"),
            QCoreApplication.translate(
                "States", "Labels of %Ln article(s), separated by commas:", "", len(ids)
            ),
            ", ".join(shared),
            apply,
            desk.window,
            may_be_empty=True,
        ).open()

    desk.bridge.run(lambda ws: {id_: ws.articles.get(id_).labels for id_ in ids}, change)


def _slug(desk: Desk) -> None:
    current = desk.selection.current
    assert current is not None
    text = TextRef(current, desk.selection.locale)
    desk.flush()

    def change(slug: str) -> None:
        AskWords(
            QCoreApplication.translate("States", "Change address"),
            QCoreApplication.translate(
                "States",
                "The part of the page's address that names it. A published page's old address "
                "leads to the new one.",
            ),
            slug,
            lambda words: desk.bridge.run(lambda ws: ws.texts.set_slug(text, words)),
            desk.window,
        ).open()

    def read(found: str | None) -> None:
        if found is None:
            desk.say(QCoreApplication.translate("States", "There is no text in this language yet."))
        else:
            change(found)

    desk.bridge.run(
        lambda ws: found.slug if (found := ws.texts.get(text)) is not None else None, read
    )


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "article.submit",
        QT_TRANSLATE_NOOP("Action", "&Submit for Review"),
        "article",
        _to(State.IN_REVIEW),
        shortcut="Ctrl+Shift+R",
        enabled=_has_texts,
        group="state",
    ),
    ActionSpec(
        "article.publish",
        QT_TRANSLATE_NOOP("Action", "&Publish"),
        "article",
        _to(State.PUBLISHED),
        shortcut="Ctrl+Shift+Return; Ctrl+Shift+Enter",
        enabled=_has_texts,
        icon="publish",
        group="state",
        tool_bar=True,
    ),
    ActionSpec(
        "article.back_to_draft",
        QT_TRANSLATE_NOOP("Action", "&Back to Draft"),
        "article",
        _to(State.DRAFT),
        enabled=_has_texts,
        group="state",
    ),
    ActionSpec(
        "article.still_valid",
        QT_TRANSLATE_NOOP("Action", "Mark as Still &Valid"),
        "article",
        _still_valid,
        shortcut="Ctrl+Alt+V",
        enabled=_has_translations,
        group="state",
    ),
    ActionSpec(
        "article.delete_translation",
        QT_TRANSLATE_NOOP("Action", "D&elete Translation…"),
        "article",
        _delete_translation,
        enabled=_has_translations,
        group="state",
    ),
    ActionSpec(
        "article.promote",
        QT_TRANSLATE_NOOP("Action", "Promote, or &No Longer"),
        "article",
        _promote,
        enabled=_has_articles,
        icon="star",
        group="article",
        roles=WRITERS,
    ),
    ActionSpec(
        "article.labels",
        QT_TRANSLATE_NOOP("Action", "&Labels…"),
        "article",
        _labels,
        shortcut="Ctrl+Shift+L",
        enabled=_has_articles,
        group="article",
        roles=WRITERS,
    ),
    ActionSpec(
        "article.slug",
        QT_TRANSLATE_NOOP("Action", "C&hange Address…"),
        "article",
        _slug,
        enabled=_has_current,
        group="article",
    ),
    ActionSpec(
        "article.duplicate",
        QT_TRANSLATE_NOOP("Action", "&Duplicate"),
        "article",
        _duplicate,
        shortcut="Ctrl+Shift+D",
        enabled=_has_articles,
        icon="copy",
        group="article",
        roles=WRITERS,
    ),
)
