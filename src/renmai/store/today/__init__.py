"""Today (P1): the few people worth an act on a day."""
