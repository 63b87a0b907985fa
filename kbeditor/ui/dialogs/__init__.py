"""Windows that ask or report something."""
