"""Floor 3: the web page."""
