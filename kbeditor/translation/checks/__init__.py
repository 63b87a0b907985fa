"""Checks of translated blocks: pure functions, each with an id."""

from kbeditor.translation.checks.block import Check, LocalePair
from kbeditor.translation.checks.catalogue import CHECKS, check_block

__all__ = ["CHECKS", "Check", "LocalePair", "check_block"]
