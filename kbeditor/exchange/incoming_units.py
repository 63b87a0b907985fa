"""Gathers the blocks that come back from a file, and tells which were refused, where and why."""

import re

from kbeditor.domain.blocks import BlockState
from kbeditor.domain.finding import ReportLine
from kbeditor.domain.limits import LONGEST_BODY
from kbeditor.domain.units import Incoming, IncomingUnit
from kbeditor.exchange.bad_file import BadFile

MOST_UNITS = 1_000_000
MOST_LINES = 1_000  # of a report that a person is to read
STEP_READ = "read_units"
_LINE_END = re.compile(r"\r\n?")


class Gathering:
    """The blocks of one file, `shown` its name. An id counts once: the first time it appears."""

    def __init__(self, format_id: str, shown: str) -> None:
        self._format, self._shown = format_id, shown
        self._units: dict[str, IncomingUnit] = {}
        self._lines: list[ReportLine] = []
        self._refused = 0
        self._head: tuple[str, str, str] | None = None

    def belongs_to(self, library_id: str, locales: tuple[str, str], line: int = 0) -> None:
        """Note what the file says of its library and its (source, target) locales.

        Raises BadFile when it said something else before.
        """
        head = (library_id, *locales)
        if self._head not in (None, head):
            raise BadFile(
                "mixed_file",
                self._shown,
                "from here on it belongs to another library or pair of languages; bring them in "
                "one by one",
                line,
            )
        self._head = head

    def take(
        self,
        unit_id: str,
        owner_id: str,
        texts: tuple[str, str],
        source_hash: str,
        state: BlockState | None,
        line: int,
    ) -> None:
        """Take a block with its texts (source, target)."""
        if not unit_id:
            self.refuse("no_id", "", line, "it does not say which block it is")
            return
        if unit_id in self._units:
            self.refuse("twice", unit_id, line, "it stands in the file twice")
            return
        if max(map(len, texts)) > LONGEST_BODY:
            self.refuse_long(unit_id, line)
            return
        if len(self._units) == MOST_UNITS:
            raise BadFile(
                "too_many_units", self._shown, "it has more than {limit:,} blocks", limit=MOST_UNITS
            )
        source, target = (_LINE_END.sub("\n", text) for text in texts)
        self._units[unit_id] = IncomingUnit(
            unit_id, owner_id, source, source_hash, target, state, line
        )

    def refuse(self, code: str, unit_id: str, line: int, why: str) -> None:
        """Report a block that is not taken. `why` goes on a sentence."""
        self._refused += 1
        if self._refused > MOST_LINES:
            return
        which = f"Block {unit_id[:80]}" if unit_id else "A block"
        self._lines.append(
            ReportLine("warning", code, self._shown, line, f"{which} was not taken: {why}.")
        )

    def refuse_long(self, unit_id: str, line: int) -> None:
        """Report a block whose text is too long."""
        self.refuse("too_long", unit_id, line, f"it is longer than {LONGEST_BODY:,} characters")

    def result(self) -> Incoming:
        """All that was gathered, in the file's order."""
        if more := self._refused - len(self._lines):
            text = f"{more:,} more blocks were not taken for the like reasons."
            self._lines.append(ReportLine("warning", "more", self._shown, 0, text))
        library_id, source_locale, target_locale = self._head or ("", "", "")
        return Incoming(
            self._format,
            library_id,
            source_locale,
            target_locale,
            tuple(self._units.values()),
            tuple(self._lines),
        )
