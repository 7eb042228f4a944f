"""What is said of positions and of leaving one."""
