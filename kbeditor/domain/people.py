"""Who works on a library: names, and what each person does there."""

import unicodedata
from dataclasses import dataclass

ROLES = ("translator", "reviewer", "editor", "manager")
"""What a person can be, from the one who needs least to the one who needs all."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who works on the library.

    `locales`: the languages that a translator or reviewer works in; none means all.
    """

    id: str
    name: str
    role: str
    locales: tuple[str, ...] = ()


def name_key(name: str) -> str:
    """What makes two names the same person's: NFC, without case and outer spaces."""
    return unicodedata.normalize("NFC", " ".join(name.split())).casefold()
