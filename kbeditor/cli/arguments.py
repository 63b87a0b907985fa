"""Arguments and options that several commands share."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kbeditor.domain.states import State


class StateWord(StrEnum):
    """A state as one types it."""

    PUBLISHED = "published"
    IN_REVIEW = "in_review"
    DRAFT = "draft"

    @property
    def state(self) -> State:
        """The state itself."""
        return State.from_code(self.value)


class OnlyWord(StrEnum):
    """Which blocks go to translators."""

    ALL = "all"
    TODO = "todo"
    OUTDATED = "outdated"
    MISSING = "missing"


class XliffWord(StrEnum):
    """The versions of XLIFF that are written."""

    OLD = "1.2"
    NEW = "2.0"


LibraryArgument = Annotated[
    Path, typer.Argument(metavar="LIBRARY", help="The library, a file such as shop.kb.")
]
NewLibraryArgument = Annotated[
    Path, typer.Argument(metavar="LIBRARY", help="The file to make; it must not exist yet.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]
AllOption = Annotated[
    bool, typer.Option("--all", help="List everything, also on a terminal (a pipe always does).")
]
