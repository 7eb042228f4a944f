"""People (C2): who is who, under which names and handles."""
