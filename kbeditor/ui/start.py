"""What the program is asked to begin with."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Start:
    """What to open first: a library, the sample, else the last one."""

    library: Path | None = None
    sample: bool = False
