"""What is done with the whole of what pages show."""
