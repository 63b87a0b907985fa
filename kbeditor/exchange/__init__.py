"""Between a library and other tools' files."""
