"""What is said of what is done together: cooperations, promises, the ladder."""
