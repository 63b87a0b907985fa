"""The one list of exchange formats: what can be exported to and imported from."""

from kbeditor.domain.exchange import Exporter, Importer
from kbeditor.domain.units import UnitFormat
from kbeditor.exchange.csv_units import CsvFormat
from kbeditor.exchange.json_bundle.reading import BundleImporter
from kbeditor.exchange.json_bundle.writing import BundleExporter
from kbeditor.exchange.markdown_folder.importer import MarkdownImporter
from kbeditor.exchange.package import PackageFormat
from kbeditor.exchange.po import PoFormat
from kbeditor.exchange.xliff12 import Xliff12Format
from kbeditor.exchange.xliff20 import Xliff20Format
from kbeditor.exchange.xlsx import XlsxFormat

EXPORTERS: tuple[Exporter, ...] = (BundleExporter(),)

# Asked in this order who recognises a file or folder: the pickiest first.
IMPORTERS: tuple[Importer, ...] = (BundleImporter(), MarkdownImporter())

# What goes to translators and comes back; asked in this order, too, who recognises a file.
UNIT_FORMATS: tuple[UnitFormat, ...] = (
    PoFormat(),
    Xliff20Format(),
    Xliff12Format(),
    CsvFormat(),
    XlsxFormat(),
    PackageFormat(),
)
