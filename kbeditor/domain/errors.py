"""The one family of expected errors: each has a code, details and a plain sentence."""


class KbError(Exception):
    """Something expected went wrong: the person is told in one sentence, with the way out.

    `code` is stable (translated by the window), `details` fill the sentence's blanks,
    `str(error)` is the plain English sentence.
    """

    def __init__(self, code: str, sentence: str, **details: object) -> None:
        super().__init__(sentence.format(**details))
        self.code = code
        self.details = details
        self.template = sentence


class NotFound(KbError):
    """The thing asked for is not in the library (any more)."""

    def __init__(self, what: str, which: str) -> None:
        super().__init__(
            "not_found", "The {what} {which} is not in this library.", what=what, which=which
        )


class Conflict(KbError):
    """Somebody else changed the same thing meanwhile; nothing was written."""

    def __init__(self, what: str) -> None:
        super().__init__(
            "conflict",
            "{what} was changed elsewhere meanwhile; nothing was overwritten.",
            what=what,
        )


class Cancelled(KbError):
    """The person stopped a long work; nothing was changed."""

    def __init__(self) -> None:
        super().__init__("cancelled", "Stopped. Nothing was changed.")
