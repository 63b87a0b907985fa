"""Verifying an exported site, for which no library is needed."""

from pathlib import Path

from kbeditor.domain.progress import Progress
from kbeditor.domain.releases import Checked
from kbeditor.publishing.verify import verify


def verify_bundle(bundle: Path, progress: Progress) -> Checked:
    """Compare every file of an exported site with its manifest. Raises KbError, Cancelled."""
    return verify(bundle, progress)
