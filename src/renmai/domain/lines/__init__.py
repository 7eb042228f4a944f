"""Lines (C3): what one line of plain Chinese or English says: who, when, what, and what follows from it."""
