"""The text editor: highlighting, formatting, finding, saving; the editor pane puts it together."""
