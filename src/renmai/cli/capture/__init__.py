"""The command that reads mail, contact cards and calendars in."""
