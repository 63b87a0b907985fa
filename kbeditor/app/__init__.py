"""One open library with its services and its undo; settings, paths, logs."""
