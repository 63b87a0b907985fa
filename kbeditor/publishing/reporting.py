"""What an export tells: counts, and lines that name the page and say what is wrong with it."""

import time
from collections.abc import Iterable

from kbeditor.domain.finding import Report, ReportLine

_BROKEN = {
    "link": ("broken_link", "The link leads to {target}, which is not part of this site."),
    "picture": ("missing_picture", "The picture {target} is not in the library."),
    "relative_link": ("relative_link", "The address {target} leads to nothing in this site."),
}


class Reporter:
    """Collects counts and lines while a site is built."""

    def __init__(self) -> None:
        self._started = time.monotonic()
        self._lines: dict[ReportLine, None] = {}
        self._counts: dict[str, int] = {}

    def count(self, code: str, number: int = 1) -> None:
        """Add to one of the counts."""
        self._counts[code] = self._counts.get(code, 0) + number

    def warn(self, code: str, place: str, text: str, line: int = 0) -> None:
        """Add a line, once."""
        self._lines[ReportLine("warning", code, place, line, text)] = None

    def tell(self, code: str, place: str, text: str) -> None:
        """Add a line that is good to know and asks for nothing."""
        self._lines[ReportLine("info", code, place, 0, text)] = None

    def category_name_missing(self, title: str, locale: str) -> None:
        """A category is shown under its name in another locale."""
        self.warn(
            "category_name_missing",
            f"{title} ({locale})",
            f"The category “{title}” has no name in {locale}.",
        )

    def slug_changed(self, title: str, locale: str, slug: str) -> None:
        """Two pages wanted the same address."""
        self.warn(
            "slug_changed",
            f"{title} ({locale})",
            f"Its address is taken by another page, so it became “{slug}”.",
        )

    def words_missing(self, locale: str, number: int) -> None:
        """The site's own words stand in English where the locale has none."""
        self.tell(
            "site_words_missing",
            locale,
            f"{number} of the site’s own words have no {locale} version and stand in English.",
        )

    def accent_corrected(self, given: str, used: str) -> None:
        """The theme's accent cannot be read on light pages as it is."""
        self.tell(
            "accent_corrected",
            given,
            f"Words in {given} would be hard to read on a light page; they are shown in {used}.",
        )

    def own_word(self, locale: str, key: str, fault: str) -> None:
        """A word of the library's own that the site does not have, or with a blank it does not."""
        what = "is not a word of the site" if fault == "unknown" else f"has no blank {{{fault}}}"
        self.warn("bad_own_word", f"{key} ({locale})", f"“{key}” {what}.")

    def theme_link_missing(self, locale: str, href: str) -> None:
        """A link of header or footer leads to an article that this locale does not have."""
        self.warn(
            "theme_link_missing",
            locale,
            f"The theme’s link {href} leads to nothing in {locale}, so it is left out there.",
        )

    def theme_file_missing(self, attachment_id: str) -> None:
        """A logo, icon or file of the theme is not in the library."""
        self.warn(
            "theme_file_missing",
            attachment_id,
            f"The theme’s file {attachment_id} is not in the library.",
        )

    def broken(self, what: str, place: str, target: str, line: int) -> None:
        """A link or picture of an article that leads nowhere; the page shows its words alone."""
        code, sentence = _BROKEN[what]
        self.warn(code, place, sentence.format(target=target), line)
        self.count("broken")

    def plain(self, place: str) -> None:
        """A text that was too much for the renderer."""
        self.warn("shown_as_typed", place, "It could not be rendered and is shown as it was typed.")

    def disarmed(self, name: str) -> None:
        """A file that could run in a reader's browser was published as plain text."""
        self.warn(
            "active_attachment",
            name,
            f"“{name}” could run script in a reader’s browser, so it was published as a text file.",
        )

    def address_taken(self, title: str, locale: str, address: str) -> None:
        """A page's old address is another page's now, so nothing leads from there to the first."""
        self.tell(
            "address_taken",
            f"{title} ({locale})",
            f"Its old address {address} is another page’s now: who kept it comes to that page.",
        )

    def foreign(self, kept: tuple[str, ...], lost: tuple[str, ...]) -> None:
        """Files in the target that are no part of the site."""
        for address in lost:
            self.warn("foreign_replaced", address, "A file of the site replaced this one.")
        for address in kept:
            if address not in lost:
                self.tell("foreign_kept", address, "It is no part of the site and was left there.")

    def take(self, line: ReportLine) -> None:
        """Add a line that was told before."""
        self._lines[line] = None

    def again(self, counts: Iterable[tuple[str, int]], lines: Iterable[ReportLine]) -> None:
        """Take over what an earlier build told, where nothing changed since."""
        self._counts.update(counts)
        self._lines.update(dict.fromkeys(lines))
        self.tell("unchanged", "", "Nothing changed since the last build.")

    def result(self) -> tuple[tuple[tuple[str, int], ...], tuple[ReportLine, ...]]:
        """Counts and lines so far."""
        return tuple(self._counts.items()), tuple(self._lines)

    def report(self, target: str) -> Report:
        """The finished report."""
        return Report(
            target,
            tuple(self._counts.items()),
            tuple(self._lines),
            time.monotonic() - self._started,
        )
