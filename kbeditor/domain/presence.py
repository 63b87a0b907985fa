"""Who else has a library open, and what they are writing in it."""

from dataclasses import dataclass

from kbeditor.domain.records import TextRef


@dataclass(frozen=True, slots=True)
class Session:
    """One window of one person. `text` is what is open there, `writing` whether it was written in
    lately. `id` is new each time.
    """

    id: str
    who: str
    machine: str
    text: TextRef | None = None
    writing: bool = False
