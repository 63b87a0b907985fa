"""A small folder with all that matters in it: two locales, tables, links of every kind."""

from kbeditor.domain.exchange import ImportOptions, ImportTarget
from kbeditor.domain.progress import Silent
from kbeditor.exchange.markdown_folder.importer import MarkdownImporter
from tests.helpers.golden import GOLDEN, Golden
from tests.helpers.plans import describe


def test_the_handbook_becomes_what_the_golden_file_says(golden: Golden) -> None:
    plan = MarkdownImporter().plan(
        GOLDEN / "exchange" / "handbook",
        ImportTarget("en", ("en",), True),
        ImportOptions(),
        Silent(),
    )
    golden.check("exchange/handbook.txt", describe(plan))
