"""Notes in Markdown, a file for each person, with what is known of them above the text."""

from renmai.sources.people_notes.source import SOURCE

__all__ = ["SOURCE"]
