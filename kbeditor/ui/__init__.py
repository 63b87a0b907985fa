"""The window: Qt widgets over `kbeditor.app`; nothing below this floor knows Qt."""

from kbeditor.ui.keeping_none import keep_none

keep_none()  # before the first call of Qt, wherever it comes from
