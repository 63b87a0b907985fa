"""CSV for translators who work in a spreadsheet: one row a block."""

import time
from pathlib import Path

from kbeditor.domain.exchange import FormatInfo
from kbeditor.domain.finding import Report, ReportLine
from kbeditor.domain.progress import Progress
from kbeditor.domain.units import Incoming, UnitJob, UnitOptions
from kbeditor.exchange import unit_rows
from kbeditor.exchange.csv_cells import CsvWriter, read_text, rows
from kbeditor.exchange.incoming_units import STEP_READ, Gathering
from kbeditor.exchange.moving_in import new_file
from kbeditor.exchange.unit_choice import chosen


class CsvFormat:
    """One `.csv` file, UTF-8 with a mark so that Excel sees it. Code and HTML stay at home."""

    @property
    def info(self) -> FormatInfo:
        """What the format is called."""
        return FormatInfo("csv", "CSV (table)", ".csv", False)

    def write(self, job: UnitJob, target: Path, options: UnitOptions, progress: Progress) -> Report:
        """Write `target` as a whole or not at all. Raises KbError, Cancelled."""
        started = time.monotonic()
        files = units = 0
        lines: list[ReportLine] = []
        with (
            new_file(target) as temporary,
            temporary.open("w", encoding="utf-8-sig", newline="") as out,
        ):
            writer = CsvWriter(out)
            writer.row(unit_rows.header(job))
            for file in chosen(job, options, progress):
                files += 1
                for unit in file.units:
                    if not unit.kind.translatable:
                        continue
                    cells = unit_rows.row(job, file, unit, options, guard=True)
                    if unit_rows.fits(cells):
                        units += 1
                        writer.row(cells)
                    else:
                        lines.append(unit_rows.too_long(file, unit))
        counts = (("files", files), ("units", units))
        return Report(str(target), counts, tuple(lines), time.monotonic() - started)

    def recognises(self, source: Path) -> bool:
        """Whether a file looks like this format; cheap, never raises."""
        return source.suffix.lower() in (".csv", ".tsv") and source.is_file()

    def read(self, source: Path, progress: Progress) -> Incoming:
        """Read and check a file. Raises KbError `bad_file` with path and row."""
        text = read_text(source)
        gathering = Gathering(self.info.id, source.name)
        head: unit_rows.Head | None = None
        for number, cells in rows(
            text,
            source.name,
            lambda cells: unit_rows.read_header(cells) is not None,
            unit_rows.MOST_HEADERS,
        ):
            if number % 500 == 1:
                progress.step(STEP_READ, number, 0)
            if head is None:
                head = unit_rows.read_header(cells)
            else:
                unit_rows.take(head, cells, number, gathering)
        if head is None:
            raise unit_rows.no_header(source.name)
        return gathering.result()
