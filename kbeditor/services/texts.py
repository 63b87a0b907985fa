"""Texts: reading, beginning, autosaving, renaming, deleting them."""

from collections.abc import Sequence

from kbeditor.domain.changes import Act, Outcome
from kbeditor.domain.errors import Conflict, KbError
from kbeditor.domain.records import Kind, Ref, Revision, Text, TextHead, TextRef
from kbeditor.domain.rendered import Target
from kbeditor.domain.states import State
from kbeditor.services.placing import remember_addresses
from kbeditor.services.slugs import slugify
from kbeditor.services.versions import Versions
from kbeditor.services.workflow import Workflow
from kbeditor.services.writing import add_text, check_lengths, follow_title, publish, rewrite
from kbeditor.storage import pieces, texts


class Texts(Workflow, Versions):
    """Use cases of the texts of articles and categories."""

    def get(self, ref: TextRef) -> Text | None:
        """A whole text, None where it is missing."""
        with self._store.reading() as session:
            return texts.get(session, ref, self._source)

    def heads(self, owner: Ref) -> tuple[TextHead, ...]:
        """An owner's texts without bodies, in the order of the locales."""
        with self._store.reading() as session:
            order = [locale.tag for locale in pieces.locales(session)]
            found = texts.heads(session, owner, self._source)
        return tuple(sorted(found, key=lambda head: order.index(head.locale)))

    def published(self, ref: TextRef) -> Revision | None:
        """The live version, None where there is none."""
        with self._store.reading() as session:
            found = texts.find(session, ref)
            if found is None or found.published_id is None:
                return None
            return texts.revision(session, found.published_id)

    def begin(self, ref: TextRef, copy_source: bool = False) -> Outcome[Text]:
        """Begin a missing translation: empty, or from the source's published text.

        Raises KbError `exists` when there is a text already, NotFound without an owner.
        """
        with self._store.reading() as session:
            named = texts.find(session, TextRef(ref.owner, self._source))
        with self._store.writing(
            Act("text.begin", {"title": named.title if named else "", "locale": ref.locale})
        ) as unit:
            source = texts.find(unit.session, TextRef(ref.owner, self._source))
            live = None
            if source is not None and source.published_id is not None:
                live = texts.revision(unit.session, source.published_id)
            original = live or source
            if texts.find(unit.session, ref) is not None:
                raise KbError("exists", "This text exists already.")
            copied = copy_source and original is not None
            add_text(
                unit,
                ref,
                self._source,
                title=original.title if original else "",
                state=State.DRAFT,
                summary=original.summary if copied and original else "",
                keywords=original.keywords if copied and original else (),
                body=original.body if copied and original else "",
            )
        return self._told_text(unit, ref)

    def rename(self, ref: TextRef, title: str) -> Outcome[Text]:
        """Set a title from the tree; begins a missing text. A live category name stays live."""
        check_lengths(title=title)
        with self._store.writing(Act("text.rename", {"title": title})) as unit:
            known = texts.find(unit.session, ref)
            category = ref.owner.kind is Kind.CATEGORY
            live = category and (known is None or known.state is State.PUBLISHED)
            if known is None:
                add_text(unit, ref, self._source, title=title, state=State.DRAFT)
            else:
                rewrite(unit, known, title=title)
                follow_title(unit, known, title)
            if live:
                publish(unit, ref, self._source)
        return self._told_text(unit, ref)

    def save(
        self,
        ref: TextRef,
        version: int,
        *,
        title: str | None = None,
        summary: str | None = None,
        keywords: Sequence[str] | None = None,
        body: str | None = None,
    ) -> Outcome[Text]:
        """Autosave: write what a person typed. None leaves a thing as it is.

        Not on the undo list (that is the editor's own). A published text becomes a draft above its
        live version, and published again once it says the same. Raises Conflict when the text was
        written since `version`, NotFound when it was deleted, KbError `too_long`.
        """
        check_lengths(title=title, body=body)
        with self._store.writing() as unit:
            known = texts.facts(unit.session, ref)
            if known.version != version:
                raise Conflict(f"“{known.title}”")
            rewrite(unit, known, title=title, summary=summary, keywords=keywords, body=body)
            follow_title(unit, known, title)
        return self._told_text(unit, ref)

    def set_slug(self, ref: TextRef, slug: str) -> Outcome[Text]:
        """Change the address; the old one is kept for redirects. Raises KbError `slug_taken`."""
        with self._store.writing(Act("text.slug", {"slug": slug})) as unit:
            known = texts.facts(unit.session, ref)
            wished = slugify(slug)
            if wished in texts.slugs(unit.session, ref.locale, known.slug_scope, but=known.id):
                raise KbError(
                    "slug_taken", "Another page here has the address “{slug}”.", slug=wished
                )
            if wished != known.slug:
                remember_addresses(unit, [known])
                texts.update(unit, known.id, slug=wished)
        return self._told_text(unit, ref)

    def delete(self, refs: Sequence[TextRef]) -> Outcome[int]:
        """Delete translations. Raises KbError `source_needed` for a source text."""
        with self._store.writing(Act("text.delete", {"count": len(refs)})) as unit:
            if any(ref.locale == self._source for ref in refs):
                raise KbError(
                    "source_needed",
                    "The text in the source language belongs to the article itself: "
                    "move the article to the trash instead.",
                )
            found = [text.id for _, text in texts.find_many(unit.session, refs) if text]
            texts.delete(unit, found)
        return Outcome(len(found), unit.changes)

    def link_targets(self, ids: Sequence[str], locale: str) -> dict[str, Target]:
        """What `kb:` ids lead to, for the preview; those not in the library are left out."""
        with self._store.reading() as session:
            found = {
                owner: Target(f"kb:{owner}", title)
                for owner, title in texts.titles(session, ids, locale, self._source).items()
            }
            for each in pieces.attachments_by_id(session, ids).values():
                words = each.alt.get(locale) or each.alt.get(self._source) or each.name
                found[each.id] = Target(f"kb:{each.id}", words, each.width, each.height)
        return found
