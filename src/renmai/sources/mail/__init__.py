"""Mail exported as mbox, maildir or single messages."""

from renmai.sources.mail.read import Mail

SOURCE = Mail()
