"""What both views ask the library for."""

from collections.abc import Callable

Answer = Callable[[str, bytes], None]
Fetch = Callable[[str, Answer], None]
"""Asks for an attachment's (media type, bytes) by id; the answer comes once, later, on the GUI
thread: ("", b"") when there is none."""
