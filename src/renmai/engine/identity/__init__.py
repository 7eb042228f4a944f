"""Identity: which mentions are one person, by certain evidence or by likelihood."""
