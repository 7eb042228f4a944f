"""What is said of ties: how they are, why, how right the program was, tiers."""
