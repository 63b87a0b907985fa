"""The window: it speaks to app and domain only."""
