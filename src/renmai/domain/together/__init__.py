"""Together (V8): cooperation, promises and the ladder."""
