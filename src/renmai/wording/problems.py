"""What could not be read in a file, and what to do about it."""

PROBLEMS: dict[str, str] = {}
