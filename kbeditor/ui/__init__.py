"""The window: Qt widgets over `kbeditor.app`; nothing below this floor knows Qt."""
