"""Lines (C3): what one line says, and keeping it."""
