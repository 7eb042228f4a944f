"""Calendars: meetings and birthdays out of iCalendar files (.ics), from any calendar program."""

from renmai.sources.ics.source import SOURCE

__all__ = ["SOURCE"]
