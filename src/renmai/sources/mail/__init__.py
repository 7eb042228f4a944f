"""Mail: mailboxes (mbox), maildirs and single messages (.eml), from any mail program."""

from renmai.sources.mail.source import SOURCE

__all__ = ["SOURCE"]
