"""Commands about ties: their figures, tiers, and how right they are."""
