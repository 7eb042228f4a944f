"""Small books for looking at: a mailbox written line by line, brought in through the front door."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from renmai.actions.capture.import_paths import import_paths
from tests.mail import mail

ME = "me@owner.example"
TODAY = datetime(2026, 4, 16, 12, tzinfo=UTC)


class Mailbox:
    """Collects mails between the owner and others, then imports them."""

    def __init__(self) -> None:
        self.raw: list[bytes] = []

    def add(self, sender, to, days_ago, text="Hello.", *, subject="Hello", answers=None, cc=(), **headers):
        """Write one mail and return its id; addresses are bare or `Name <address>`."""
        number = f"<{len(self.raw) + 1}@books.example>"
        fields = {
            "Message-ID": number,
            "From": sender,
            "To": to if isinstance(to, str) else ", ".join(to),
            **({"Cc": ", ".join(cc)} if cc else {}),
            "Subject": subject,
            "Date": format_datetime(TODAY - timedelta(days=days_ago)),
            **({"In-Reply-To": answers, "References": answers} if answers else {}),
            **{name.replace("_", "-"): value for name, value in headers.items()},
        }
        self.raw.append(mail(fields, text))
        return number

    def rounds(self, them, days, *, hours=5):
        """Write a question of mine and their answer on each of these days ago."""
        for day in days:
            asked = self.add(ME, them, day, "How is it going?", subject=f"Round {day}")
            self.add(them, ME, day - hours / 24, "It goes well.", subject=f"Re: Round {day}", answers=asked)

    def imported(self, viewer, folder, **others):
        """Bring everything in."""
        path = folder / f"box{len(self.raw)}"
        path.write_bytes(b"".join(self.raw))
        return import_paths(viewer, [path], now=TODAY, me=(ME,), **others)
