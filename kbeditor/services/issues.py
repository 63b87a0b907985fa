"""What the checks hold against translated blocks, but for what was dismissed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kbeditor.domain.blocks import (
    BlockGap,
    BlockKind,
    BlockPair,
    BlockState,
    CheckIssue,
    Dismissal,
    Freshness,
    LibraryIssue,
)
from kbeditor.domain.changes import Act, Outcome
from kbeditor.domain.errors import KbError, NotFound
from kbeditor.domain.progress import Progress, Silent
from kbeditor.domain.records import TextRef
from kbeditor.services.glossary import Glossary
from kbeditor.services.mending import Mending, gaps_of
from kbeditor.storage import dismissals, texts
from kbeditor.storage.store import Store
from kbeditor.translation.checks import LocalePair, check_block
from kbeditor.translation.glossary import Glossary as Finder


@dataclass(frozen=True, slots=True)
class _Whole:
    """A translated block with all of the source that it stands for."""

    first: BlockPair
    ids: tuple[str, ...]
    source: str
    target: str


class Issues(Mending):
    """Use cases of checks. A dismissed issue comes back when it changes (see `fingerprint`)."""

    def __init__(self, store: Store, source_locale: str) -> None:
        super().__init__(store, source_locale)
        self._glossary = Glossary(store, source_locale)

    def check(
        self, ref: TextRef, block_id: str, kind: BlockKind, source: str, target: str
    ) -> tuple[CheckIssue, ...]:
        """The issues of a block as it is being typed; nothing is read of its text."""
        found = self._check(kind, source, target, ref.locale, self._glossary.finder(ref.locale))
        with self._store.reading() as session:
            dismissed = dismissals.known(session, ref)
        return tuple(each for each in found if (block_id, each.fingerprint) not in dismissed)

    def block(self, ref: TextRef, block_id: str) -> tuple[CheckIssue, ...]:
        """The issues of one block as it is stored. Raises NotFound, KbError `source_unpublished`.

        A block that stands for several blocks of the source has the same issues for each.
        """
        pairs = self._pairing.pairs(ref)
        if all(pair.id != block_id for pair in pairs):
            raise NotFound("block", block_id)
        wholes = [each for each in _wholes(pairs) if block_id in each.ids]
        return tuple(each.issue for each in self._of_wholes(ref, wholes, ""))

    def text(self, ref: TextRef) -> tuple[LibraryIssue, ...]:
        """The issues of all blocks of a text, in order.

        Raises NotFound, KbError `source_unpublished`.
        """
        return self._of_pairs(ref, self._pairing.pairs(ref))

    def overview(
        self, ref: TextRef
    ) -> tuple[tuple[BlockPair, ...], tuple[LibraryIssue, ...], tuple[BlockGap, ...]]:
        """A text's rows, its issues and its gaps: as `blocks.pairs`, `text` and `gaps` at once."""
        pairs = self._pairing.pairs(ref)
        return pairs, self._of_pairs(ref, pairs), tuple(gaps_of(pairs))

    def _of_pairs(self, ref: TextRef, pairs: Sequence[BlockPair]) -> tuple[LibraryIssue, ...]:
        with self._store.reading() as session:
            title = texts.facts(session, ref).title
        return tuple(self._of_wholes(ref, _wholes(pairs), title))

    def library(self, locale: str, progress: Progress | None = None) -> tuple[LibraryIssue, ...]:
        """The issues of all texts of a locale that are not in the trash.

        Outdated blocks are left out: they have to be translated anew anyway, and are held against
        the new source then. Raises Cancelled.
        """
        with self._store.reading() as session:
            wanted = texts.live(session, locale)
        return self._of_texts([] if locale == self._source else wanted, progress or Silent())

    def some(self, refs: Iterable[TextRef]) -> tuple[LibraryIssue, ...]:
        """As `library`, of some texts; those that are gone or in the trash have none."""
        asked = set(refs)
        wanted: list[tuple[TextRef, str]] = []
        with self._store.reading() as session:
            for locale in {ref.locale for ref in asked} - {self._source}:
                live = texts.live(session, locale)
                wanted += [each for each in live if each[0] in asked]
        return self._of_texts(wanted, Silent())

    def _of_texts(
        self, wanted: Sequence[tuple[TextRef, str]], progress: Progress
    ) -> tuple[LibraryIssue, ...]:
        found: list[LibraryIssue] = []
        for done, (ref, title) in enumerate(wanted):
            progress.step("checking_blocks", done, len(wanted))
            wholes = [
                each
                for each in _wholes(self._pairs_if_there(ref))
                if each.first.freshness is not Freshness.OUTDATED
            ]
            found += self._of_wholes(ref, wholes, title)
        progress.step("checking_blocks", len(wanted), len(wanted))
        return tuple(found)

    def dismiss(self, ref: TextRef, block_id: str, issue: CheckIssue, reason: str) -> Outcome[None]:
        """Call an issue no fault. Raises NotFound, KbError `empty_reason`."""
        outcome = self.dismiss_all([LibraryIssue(ref, "", block_id, 0, issue, "", "")], reason)
        return Outcome(None, outcome.changes)

    def dismiss_all(self, issues: Sequence[LibraryIssue], reason: str) -> Outcome[int]:
        """Call issues no fault, as one act; how many were not dismissed before.

        Raises NotFound, KbError `empty_reason`.
        """
        why = reason.strip()
        if not why:
            raise KbError("empty_reason", "Say why this is no fault: others will read it.")
        done = 0
        details: dict[str, object] = {"count": len(issues)}
        if len(issues) == 1:
            details["title"] = issues[0].issue.detail
        with self._store.writing(Act("issue.dismiss", details)) as unit:
            known: dict[TextRef, set[tuple[str, str]]] = {}
            for each in issues:
                if each.text not in known:
                    known[each.text] = dismissals.known(unit.session, each.text)
                about = each.block_id, each.issue.fingerprint
                if about not in known[each.text]:
                    text = texts.facts(unit.session, each.text)
                    known[each.text].add(about)
                    dismissals.add(unit, text.id, each.block_id, each.issue, why)
                    done += 1
        return Outcome(done, unit.changes)

    def dismissals(self, locale: str | None = None) -> tuple[Dismissal, ...]:
        """What was dismissed in one locale or in all, the newest first."""
        with self._store.reading() as session:
            return tuple(dismissals.listed(session, locale))

    def revoke(self, ids: Sequence[int]) -> Outcome[int]:
        """Take dismissals back; how many were there."""
        with self._store.writing(Act("issue.revoke", {"count": len(ids)})) as unit:
            count = dismissals.remove(unit, ids)
        return Outcome(count, unit.changes)

    def _pairs_if_there(self, ref: TextRef) -> tuple[BlockPair, ...]:
        """No rows where there is nothing to translate from, or the text was deleted meanwhile."""
        try:
            return self._pairing.pairs(ref)
        except NotFound:
            return ()
        except KbError as error:
            if error.code != "source_unpublished":
                raise
            return ()

    def _of_wholes(
        self, ref: TextRef, wholes: Iterable[_Whole], title: str
    ) -> Iterator[LibraryIssue]:
        finder = self._glossary.finder(ref.locale)
        with self._store.reading() as session:
            dismissed = dismissals.known(session, ref)
        for each in wholes:
            first = each.first
            issues = self._check(first.kind, each.source, each.target, ref.locale, finder)
            for issue in issues:
                if not any((id_, issue.fingerprint) in dismissed for id_ in each.ids):
                    yield LibraryIssue(
                        ref, title, first.id, first.target_line, issue, each.source, each.target
                    )

    def _check(
        self, kind: BlockKind, source: str, target: str, locale: str, finder: Finder
    ) -> tuple[CheckIssue, ...]:
        return check_block(source, target, kind, LocalePair(self._source, locale), finder)


def _wholes(pairs: Sequence[BlockPair]) -> Iterator[_Whole]:
    """What can be checked: translated blocks that are begun and have a source."""
    groups: dict[str, list[BlockPair]] = {}
    for pair in pairs:
        begun = pair.target_id is not None and pair.state > BlockState.EMPTY
        if begun and pair.target_id and pair.source is not None and pair.target is not None:
            groups.setdefault(pair.target_id, []).append(pair)
    for group in groups.values():
        yield _Whole(
            group[0],
            tuple(pair.id for pair in group),
            "\n\n".join(pair.source or "" for pair in group),
            group[0].target or "",
        )
