"""What the letters of these tests hold, and the days and languages they are read in."""

import re
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime

ME = "me@example.org"
LAST_DAY = "2026-03-02"
ENGLISH, CHINESE = {"LC_ALL": "en_GB.UTF-8"}, {"LC_ALL": "zh_CN.UTF-8"}


def letter(sender: str, recipient: str, at: datetime, subject: str, text: str, answers: str = "") -> bytes:
    """Return one mail of an mbox."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, recipient, subject
    mail["Date"] = format_datetime(at)
    mail["Message-ID"] = f"<{re.sub('[^a-z0-9]', '', sender.lower())}.{int(at.timestamp())}@example.org>"
    if answers:
        mail["In-Reply-To"] = answers
    mail.set_content(text)
    return (
        b"From someone@example.org Mon Mar  2 00:00:00 2026\n"
        + bytes(mail).replace(b"\nFrom ", b"\n>From ")
        + b"\n\n"
    )
