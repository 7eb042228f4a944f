"""Forms of what is done together: cooperations and promises."""
