"""What a new release changes against an earlier one: page by page, before it is built."""

from collections.abc import Iterator, Mapping

from kbeditor.domain.records import Ref
from kbeditor.domain.releases import ChangeKind, PageChange
from kbeditor.publishing.manifest import PageRecord
from kbeditor.publishing.plan import LocalePlan, PageSpec, SitePlan

Key = tuple[Ref, str]


def compare(old: Mapping[str, PageRecord], plan: SitePlan) -> tuple[PageChange, ...]:
    """The pages that are added, changed, moved or removed, in the site's order; removed ones last.

    `old` are the pages of the earlier release by address, {} where there was none.
    """
    before = {(record.owner, record.locale): (address, record) for address, record in old.items()}
    changes: list[PageChange] = []
    seen: set[Key] = set()
    for locale in plan.locales:
        for page in locale.pages.values():
            key = page.ref, locale.locale.tag
            seen.add(key)
            change = _change(locale, page, before.get(key))
            if change is not None:
                changes.append(change)
    return (*changes, *_removed(before, seen))


def _change(
    locale: LocalePlan, page: PageSpec, before: tuple[str, PageRecord] | None
) -> PageChange | None:
    tag = locale.locale.tag
    new = page.shown.content if page.shown is not None and page.shown.live else ""
    content = page.shown.content if page.shown is not None else ""
    if before is None:
        return PageChange(ChangeKind.ADDED, page.ref, tag, page.title, page.address, "", "", new)
    address, record = before
    if address == page.address and content == record.content:
        return None
    kind = ChangeKind.MOVED if address != page.address else ChangeKind.CHANGED
    revision = record.revision or ""
    return PageChange(kind, page.ref, tag, page.title, page.address, address, revision, new)


def _removed(before: Mapping[Key, tuple[str, PageRecord]], seen: set[Key]) -> Iterator[PageChange]:
    for (owner, locale), (address, record) in before.items():
        if (owner, locale) not in seen:
            revision = record.revision or ""
            yield PageChange(
                ChangeKind.REMOVED, owner, locale, record.title, address, address, revision, ""
            )
