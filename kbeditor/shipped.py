"""Where the files that ship with the program are: in a checkout or inside an installed wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "_shipped"
_ROOT = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent


def resources() -> Path:
    """The folder with icons, themes, window texts, site templates and schemas."""
    return _ROOT / "resources"


def sample_data() -> Path:
    """The folder with the sample help centre's sources."""
    return _ROOT / "sample_data"
