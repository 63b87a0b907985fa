"""Leading to articles that are listed by the state of their texts."""

from typing import Protocol, runtime_checkable

from kbeditor.ui.desk import Desk
from kbeditor.ui.models.matrix_filter import MatrixFilter


@runtime_checkable
class ShowsTexts(Protocol):
    """A pane that lists articles by the state of their texts."""

    def show_filtered(self, wanted: MatrixFilter) -> None:
        """Show these."""


def show_in_matrix(desk: Desk, wanted: MatrixFilter) -> None:
    """Show the matrix with only these articles in it."""
    matrix: object = desk.pane("matrix")
    if isinstance(matrix, ShowsTexts):
        matrix.show_filtered(wanted)
        desk.frame.show_pane("matrix")
