"""The window that finds and replaces in the whole library."""
