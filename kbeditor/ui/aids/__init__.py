"""What helps with the current block: suggestions, terms, checks, notes, concordance."""
