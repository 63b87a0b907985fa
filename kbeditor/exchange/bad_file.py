"""The error of a file that cannot be imported: it names the file, the line and the reason."""

from kbeditor.domain.errors import KbError


class BadFile(KbError):
    """A file is wrong, so nothing was imported. `line` counts from 1, 0 where there is none.

    `reason` is a format of `details`, without the file's name and without a full stop.
    """

    def __init__(self, code: str, path: str, reason: str, line: int = 0, **details: object) -> None:
        where = "{path}, line {line}: " if line else "{path}: "
        super().__init__(code, where + reason + ".", path=path, line=line, **details)
