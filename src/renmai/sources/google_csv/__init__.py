"""Google Contacts: the CSV that contacts.google.com exports, with today's headings and those before 2024."""

from renmai.sources.google_csv.source import SOURCE

__all__ = ["SOURCE"]
