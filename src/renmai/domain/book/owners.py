"""Whose book it is and how they read it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewer:
    """The owner who looks: their id, language (`zh-hans` or `en`), time zone and phone region (ISO 3166).

    `can_wait` is false where somebody else works out what takes long, as the server's worker does for every
    page: then a look takes what is kept. `awaits_look` while there are people and nobody's tie was ever
    worked out: nothing true can be said of a tie yet.
    """

    owner_id: int
    language: str = "zh-hans"
    time_zone: str = "UTC"
    region: str = "CN"
    can_wait: bool = True
    awaits_look: bool = False

    def end_of(self, day: date) -> int:
        """Return the first epoch second after `day` in the owner's zone: what `as of` that day means."""
        midnight = datetime.combine(day + timedelta(days=1), time(), ZoneInfo(self.time_zone))
        return int(midnight.astimezone(UTC).timestamp())

    def moment_on(self, day: date, now: datetime) -> datetime:
        """Return the moment on `day` at which the owner's clock shows what it shows `now`."""
        here = now.astimezone(ZoneInfo(self.time_zone))
        return datetime.combine(day, here.time(), here.tzinfo).astimezone(UTC)

    def day_of(self, at_epoch_s: int) -> date:
        """Return the owner's calendar day of a moment."""
        return datetime.fromtimestamp(at_epoch_s, ZoneInfo(self.time_zone)).date()
