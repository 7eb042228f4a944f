"""Lines (C3): what a line says, as a page shows it."""
