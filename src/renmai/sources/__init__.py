"""Floor 1: one closed room for each kind of place data come from; no Django, no database."""
