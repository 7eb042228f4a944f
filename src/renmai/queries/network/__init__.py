"""Network (R5, T9): who knows whom, who can introduce, who speaks of the owner."""
