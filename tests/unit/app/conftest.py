"""A fresh library for each test, empty (`ws` at `path`) or with something in every state."""

from tests.helpers.keeping import clock, keeper, kept, paths, preferences
from tests.helpers.library import furnished, path, shop, shop_path, template, ws

__all__ = [
    *("clock", "keeper", "kept", "paths", "preferences"),
    *("furnished", "path", "shop", "shop_path", "template", "ws"),
]
