"""People (C2): who is likely one human, kept until something comes in or is decided."""
