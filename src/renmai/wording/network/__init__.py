"""What is said of the network: paths, circles, reputation."""
