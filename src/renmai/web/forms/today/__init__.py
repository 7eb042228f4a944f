"""Forms of Today."""
