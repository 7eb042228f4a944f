"""The book: its owner, its decisions, what every wing shares."""
