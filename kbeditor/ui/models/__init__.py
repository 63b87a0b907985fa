"""Item models over the library's slim rows: the tree, its filter, the matrix, search results."""
