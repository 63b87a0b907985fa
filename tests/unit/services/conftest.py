"""A fresh library for each test, empty (`ws` at `path`) or with something in every state."""

from tests.helpers.blocks import where
from tests.helpers.library import furnished, path, shop, shop_path, template, ws

__all__ = ["furnished", "path", "shop", "shop_path", "template", "where", "ws"]
