"""What the command line shows: coloured tables on a terminal, plain columns of text in a pipe."""

import io
import json
import re
import sys
from collections.abc import Sequence
from typing import Any, TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_UNLIMITED = 100_000
"""Columns of a pipe: nothing is folded or cut there."""


def prepare_streams() -> None:
    """A pipe takes UTF-8 whatever the system's old code page; no letter ends the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def clean(text: str) -> str:
    """Somebody's text without the control characters that could steer the terminal."""
    return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text)


def complain(sentence: str) -> None:
    """One line on stderr."""
    sys.stderr.write(f"kbeditor: {clean(' '.join(sentence.split()))}\n")


class Screen:
    """Where results go: standard output, at the time this is made."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stdout
        probe = Console(file=self._stream, highlight=False)
        self.is_terminal = probe.is_terminal
        self._console = (
            probe
            if self.is_terminal
            else Console(file=self._stream, highlight=False, width=_UNLIMITED, no_color=True)
        )

    def say(self, *parts: str | Text) -> None:
        """One line (folded on a terminal). Strings are shown as they are, not read as markup."""
        self._console.print(Text.assemble(*(_text(each) for each in parts)), soft_wrap=True)

    def paragraph(self, text: Text, indent: int = 0) -> None:
        """Text that is folded at words on a terminal, each line indented."""
        if self.is_terminal:
            text = Text("\n").join(
                Text(" " * indent) + line
                for line in text.wrap(self._console, max(20, self._console.width - indent))
            )
        else:
            text = Text(" " * indent) + text
        self.say(text)

    def table(
        self,
        titles: Sequence[str],
        rows: Sequence[Sequence[str | Text]],
        numbers: Sequence[int] = (),
    ) -> None:
        """Rows under their titles; columns whose index is in `numbers` are set to the right."""
        table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
        for index, title in enumerate(titles):
            right = index in numbers
            table.add_column(title, justify="right" if right else "left", no_wrap=right)
        for row in rows:
            table.add_row(*(_text(each) for each in row))
        if self.is_terminal:
            self._console.print(table)
            return
        with self._console.capture() as captured:
            self._console.print(table)
        for line in captured.get().splitlines():
            self._stream.write(line.rstrip() + "\n")

    def data(self, value: Any) -> None:
        """A JSON value, for programs."""
        self._stream.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def faint(text: str) -> Text:
    """Text that matters less."""
    return Text(clean(text), style="dim")


def strong(text: str, style: str = "bold") -> Text:
    """Text that matters more."""
    return Text(clean(text), style=style)


def _text(part: str | Text) -> Text:
    return part if isinstance(part, Text) else Text(clean(part))
