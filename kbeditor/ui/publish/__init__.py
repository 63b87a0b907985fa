"""Publishing the help centre: the window, its parts, themes, the site in the browser."""
