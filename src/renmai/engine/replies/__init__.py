"""Replies: the chance that an act is answered, how soon, and what silence means by then."""
