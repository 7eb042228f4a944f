"""The roof: settings and entry points; joins, decides nothing."""
