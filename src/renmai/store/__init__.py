"""Floor 1: the only room that speaks to the database; rows become domain values at its door."""
