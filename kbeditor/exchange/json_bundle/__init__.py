"""The JSON bundle: a whole library, or a part of it, as readable files (see docs/formats.md)."""
