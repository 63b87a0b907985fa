"""The one list of what publishing can export."""

from kbeditor.domain.exchange import Exporter
from kbeditor.publishing.html_site import HtmlSite
from kbeditor.shipped import resources

EXPORTERS: tuple[Exporter, ...] = (HtmlSite(resources() / "site"),)
