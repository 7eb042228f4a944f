"""SMS Backup & Restore: the XML in which Android phones keep their texts and calls."""

from renmai.sources.sms_backup.source import SOURCE

__all__ = ["SOURCE"]
