"""Floor 7: the web page."""
