"""The window: Qt widgets over `kbeditor.app`; nothing below this floor knows Qt."""

from kbeditor.ui.keeping_constants import keep_constants

keep_constants()  # before the first call of Qt, wherever it comes from
