"""The live preview: the published page's look, patched block by block while one types."""
