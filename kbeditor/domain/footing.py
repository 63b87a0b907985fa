"""What a library's file stands on, and how it is written there."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Footing:
    """`drive` is the file system of a network drive, "" on a drive of this machine.

    `logged`: changes go to a log beside the file first, so that nobody waits for who writes. Where
    a drive does not bear that, the file itself is written, and who reads waits.
    """

    drive: str = ""
    logged: bool = True
