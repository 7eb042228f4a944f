"""Floor 0: what is true of relationships, as frozen values and pure functions of the standard library."""
