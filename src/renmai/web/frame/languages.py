"""The language of a new book before its owner has agreed to one: that of the browser."""

LANGUAGE, AGREED = "language", "agreed"
"""The session's key of the browser's language, and the cookie that tells that the owner has agreed to one."""
