"""Floor 6: cards become the promised JSON, once, for every door."""
