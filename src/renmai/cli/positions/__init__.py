"""Commands about positions, and what would stay after leaving one."""
