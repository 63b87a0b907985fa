"""The translation view: source and target block by block, one of them open for writing."""
