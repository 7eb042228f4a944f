"""Template tags: how a tie, a day and a reason look wherever they stand."""
