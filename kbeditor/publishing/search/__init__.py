"""The search of the published site: words, index, script files, and changing them in place."""
