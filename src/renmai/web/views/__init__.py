"""Views: each translates a request, makes one call, and translates the answer back."""
