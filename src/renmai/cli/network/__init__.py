"""Commands about the network: circles, ways to somebody, who spoke of you."""
