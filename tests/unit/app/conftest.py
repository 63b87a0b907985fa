"""A fresh library for each test, empty (`ws` at `path`) or with something in every state."""

from tests.helpers.keeping import clock, keeper, kept, paths, preferences
from tests.helpers.library import furnished, path, shop, shop_path, template, ws

__all__ = [
    "clock",
    "furnished",
    "keeper",
    "kept",
    "path",
    "paths",
    "preferences",
    "shop",
    "shop_path",
    "template",
    "ws",
]
