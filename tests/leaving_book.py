"""A book of two jobs: letters before and after the owner left one firm for another, for the job-change test.

Ada outlived the change and writes to a private address, too; Bob fell silent with the old job; 陈默 and Dora
are of the new one, and each changed their own position meanwhile.
"""

from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime
from itertools import count
from pathlib import Path

from tests.mail import mail

OLD, NEW, HOME = "me@oldfirm.example", "me@newfirm.example", "me@gmail.com"
MINE = (OLD, NEW, HOME)
LEFT_ON = date(2024, 12, 20)
TODAY = date(2026, 4, 16)
NOW = datetime(2026, 4, 16, 12, tzinfo=UTC)
ADA, BOB = "Ada Byron <ada@bolt.example>", "Bob Marsh <bob@mill.example>"
CHEN = "陈默 <chenmo@qingzhi.example>"
DORA_OLD, DORA_NEW = "Dora Finch <dora@harbour.example>", "Dora Finch <dora.finch@fjord.example>"
EVE = "Eve Ray <eve@gmail.com>"


class Letters:
    """Collects letters both ways, answered the same day, then writes them as a mailbox."""

    def __init__(self) -> None:
        self.raw: list[bytes] = []
        self.numbers = count(1)

    def add(self, sender: str, to: str, at: datetime, text: str, answers: str = "") -> str:
        """Write one letter and return its id."""
        number = f"<{next(self.numbers)}@leaving.example>"
        fields = {
            "Message-ID": number,
            "From": sender,
            "To": to,
            "Subject": f"Order {at:%Y-%m}",
            "Date": format_datetime(at),
            **({"In-Reply-To": answers, "References": answers} if answers else {}),
        }
        self.raw.append(mail(fields, text))
        return number

    def rounds(
        self, me: str, them: str, first: date, last: date, *, every: int, hour: int = 10, signature: str = ""
    ) -> None:
        """Write a question of mine and their signed answer every so many days."""
        day = first
        while day <= last:
            at = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
            asked = self.add(me, them, at, "How is the order going?")
            text = f"It is on its way, as agreed.\n\n-- \n{signature}\n" if signature else "It is on its way."
            self.add(them, me, at + timedelta(hours=2), text, answers=asked)
            day += timedelta(days=every)

    def written(self, path: Path) -> Path:
        """Write the mailbox."""
        path.write_bytes(b"".join(self.raw))
        return path


def mailbox(path: Path) -> Path:
    """Write the book's letters."""
    book = Letters()
    first, ended = date(2023, 1, 9), date(2026, 4, 10)
    book.rounds(OLD, ADA, first, LEFT_ON, every=18, hour=20)
    book.rounds(HOME, "Ada Byron <ada@bolt.example>", date(2025, 1, 4), ended, every=28, hour=21)
    book.rounds(OLD, BOB, first, LEFT_ON, every=24)
    book.rounds(NEW, CHEN, date(2025, 1, 13), date(2025, 8, 1), every=20, signature="陈默\n青枝家居 采购主管")
    book.rounds(NEW, CHEN, date(2025, 8, 11), ended, every=20, signature="陈默\n青枝家居 采购总监")
    book.rounds(
        NEW, DORA_OLD, date(2025, 1, 15), date(2025, 6, 30), every=22, signature="Buyer, Harbour Market"
    )
    book.rounds(NEW, DORA_NEW, date(2025, 9, 1), ended, every=22, signature="Dora Finch\nHead Buyer at Fjord")
    book.rounds(HOME, EVE, date(2024, 1, 6), ended, every=30, hour=21)
    return book.written(path)
