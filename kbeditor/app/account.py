"""Who writes: the name that stands on revisions unless the person says another."""

import getpass
import os

from kbeditor.app.preferences import Preferences


def who(preferences: Preferences) -> str:
    """The name from the settings, else the account's."""
    return str(preferences.get("who")) or account_name()


def account_name() -> str:
    """The name of the account one is logged in with; empty where the system knows none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return os.environ.get("USER", "")
