"""People who are to be erased, and the bytes that tell whether something of them is left."""

from pathlib import Path
from typing import NamedTuple


class Canary(NamedTuple):
    """Somebody invented, whose every trace can be looked for byte by byte."""

    name: str
    mail: str
    phone: str
    words: str

    def traces(self) -> list[bytes]:
        """Return the bytes to look for, in lower case."""
        digits = self.phone.replace(" ", "")
        return [text.lower().encode() for text in (self.name, self.mail, self.phone, digits, self.words)]


CANARY = Canary("Canary Bird", "canary@nest.example", "+86 139 1234 5678", "yellow feathers")


def card_of(canary: Canary) -> str:
    """Return a canary's card."""
    return (
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:{canary.mail}\r\nFN:{canary.name}\r\nEMAIL:{canary.mail}\r\n"
        f"TEL:{canary.phone}\r\nNOTE:{canary.words}\r\nEND:VCARD\r\n"
    )


def found_in(folder: Path, canary: Canary) -> list[str]:
    """Look byte by byte through every file of a folder; return those that hold a trace, by their place."""
    left = []
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            content = path.read_bytes().lower()
            left += [f"{path.relative_to(folder)}: {each!r}" for each in canary.traces() if each in content]
    return left
