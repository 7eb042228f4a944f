"""Floor 3: everything one can look at; each takes the viewer and returns frozen cards."""
