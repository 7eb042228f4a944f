"""Tables of people with plain headings: written by hand, or exported by another manager of contacts."""

from renmai.sources.contact_list.source import SOURCE

__all__ = ["SOURCE"]
