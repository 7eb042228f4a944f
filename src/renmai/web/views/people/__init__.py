"""Pages about who somebody is."""
