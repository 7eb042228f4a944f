"""LinkedIn's archive: connections, messages, invitations, recommendations and endorsements."""

from renmai.sources.linkedin_archive.source import SOURCE

__all__ = ["SOURCE"]
