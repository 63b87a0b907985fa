"""The command line: it speaks to app and domain only, and never loads Qt."""
