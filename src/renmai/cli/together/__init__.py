"""Commands about cooperations and promises."""
