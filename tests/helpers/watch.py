"""Hears everything that is said while a window is open and should not be."""

import logging

from PySide6.QtCore import QMessageLogContext, QtMsgType

BAD = frozenset({QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg})
HARMLESS = (
    "This plugin does not support",  # what the offscreen platform cannot do
    "Sandboxing disabled by user",
)
CHROMIUM = ("GPUInfo", "QRhi", "Failed to create RHI", "Vulkan", "GBM is not supported")


class Watch(logging.Handler):
    """Everything said while the window is open that should not be."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.wrong: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.wrong.append(f"log: {record.name}: {record.getMessage()}")

    def qt(self, kind: QtMsgType, _where: QMessageLogContext, message: str | None) -> None:
        """A message of Qt."""
        words = message or ""
        if kind not in BAD or words.startswith(HARMLESS):
            return
        if not any(part in words for part in CHROMIUM):
            self.wrong.append(f"Qt: {words}")

    def broke(self, report: str) -> None:
        """A bug was presented."""
        self.wrong.append(f"bug: {report}")
