"""Commands about channels, groups and what they yield."""
