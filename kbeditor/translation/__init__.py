"""Blocks, freshness, alignment and checks of translations: pure."""
