"""Lines (C3): one line is written down, asked about and kept."""
