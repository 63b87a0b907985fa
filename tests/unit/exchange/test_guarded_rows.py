"""Guarded cells of a table that a translator wrote on."""

from kbeditor.exchange.incoming_units import Gathering
from kbeditor.exchange.unit_rows import read_header, take


def test_a_guard_goes_also_from_what_needs_none_any_more() -> None:
    head = read_header(["id", "source (en)", "target (fr)", "source hash"])
    assert head is not None
    gathering = Gathering("csv", "out.csv")
    take(head, ["1", "'5 May", "'5 mai, le matin", "kb:quoted=h"], 2, gathering)
    take(head, ["2", "'5 May", "cinq mai", "kb:quoted=h"], 3, gathering)
    take(head, ["3", "The bus", "'Le' bus", "kb:quoted=h"], 4, gathering)
    take(head, ["4", "'5 May", "'5 mai, le soir", "kb:hash=h"], 5, gathering)
    assert [each.target for each in gathering.result().units] == [
        "5 mai, le matin",
        "cinq mai",
        "'Le' bus",
        "'5 mai, le soir",
    ]
