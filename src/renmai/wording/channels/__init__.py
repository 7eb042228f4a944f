"""What is said of channels, groups and what they yield."""
