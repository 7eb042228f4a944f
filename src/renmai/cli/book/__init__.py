"""Commands about the book itself: making, checking, exporting, serving it."""
