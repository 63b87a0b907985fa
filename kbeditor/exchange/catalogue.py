"""The one list of exchange formats: what can be exported to and imported from."""

from kbeditor.domain.exchange import Exporter, Importer
from kbeditor.exchange.json_bundle.reading import BundleImporter
from kbeditor.exchange.json_bundle.writing import BundleExporter
from kbeditor.exchange.markdown_folder.importer import MarkdownImporter

EXPORTERS: tuple[Exporter, ...] = (BundleExporter(),)

# Asked in this order who recognises a file or folder: the pickiest first.
IMPORTERS: tuple[Importer, ...] = (BundleImporter(), MarkdownImporter())
