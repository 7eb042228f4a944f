"""What the letters of these tests hold, and the days and languages they are read in."""

import re
from datetime import datetime
from email.utils import format_datetime

from tests.mail import mail

ME = "me@example.org"
LAST_DAY = "2026-03-02"
ENGLISH, CHINESE = {"LC_ALL": "en_GB.UTF-8"}, {"LC_ALL": "zh_CN.UTF-8"}


def letter(sender: str, recipient: str, at: datetime, subject: str, text: str, answers: str = "") -> bytes:
    """Return one mail of an mbox."""
    fields = {
        "From": sender,
        "To": recipient,
        "Subject": subject,
        "Date": format_datetime(at),
        "Message-ID": f"<{re.sub('[^a-z0-9]', '', sender.lower())}.{int(at.timestamp())}@example.org>",
        **({"In-Reply-To": answers} if answers else {}),
    }
    return mail(fields, text)
