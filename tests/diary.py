"""A diary: interactions written as lines of text, so that a test's docstring can be its input."""

from datetime import UTC, datetime
from urllib.parse import quote

from renmai.domain.capture.interactions import Interaction, Kind, Participation, Role
from renmai.domain.people.handles import Handle
from renmai.domain.people.mentions import Mention

ME = Mention("Me", (Handle("mailto", "me@example.org"),))
TO_THEM, FROM_THEM = ("→", "->"), ("←", "<-")


def person(name: str) -> Mention:
    """Return the mention under which a diary knows somebody: their name at example.org."""
    local = quote(name.lower(), safe="").replace("%", "").lower()
    return Mention(name, (Handle("mailto", f"{local}@example.org"),))


def interaction(line: str, number: int) -> Interaction:
    """Return what one line says: `DAY[THH:MM] → NAME KIND [SUBJECT …]`; the arrow points at the receiver."""
    moment, arrow, name, kind, *subject = line.split()
    if arrow not in TO_THEM + FROM_THEM:
        raise ValueError(f"line {number} of the diary has no arrow: {line!r}")
    sender, recipient = (ME, person(name)) if arrow in TO_THEM else (person(name), ME)
    at = datetime.fromisoformat(moment if "T" in moment else f"{moment}T12:00")
    return Interaction(
        external_id=f"diary-{number}",
        kind=Kind.MAIL if kind == "email" else kind,
        at_epoch_s=int(at.replace(tzinfo=UTC).timestamp()),
        participations=(Participation(sender, Role.SENDER), Participation(recipient, Role.TO)),
        subject=" ".join(subject),
    )


def interactions(text: str) -> list[Interaction]:
    """Return every line of `text` that begins with a year, in its order."""
    lines = (line.strip() for line in text.splitlines())
    return [interaction(line, number) for number, line in enumerate(lines) if line[:4].isdigit()]
