"""The window: Qt widgets over `kbeditor.app`; nothing below this floor knows Qt."""

from kbeditor.ui.keeping_constants import keep_constants
from kbeditor.ui.own_import import keep_own_import

keep_constants()  # before the first call of Qt, wherever it comes from
keep_own_import()  # before anything else imports Qt
