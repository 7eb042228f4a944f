"""Invents the demo's letters and meetings: dated acts of the owner and invented people, always the same."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from itertools import count
from random import Random
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from renmai.domain.people.names import has_han

SEED = 20260416


class InventedLetter(NamedTuple):
    """One letter; `headers` make it a newsletter or an automatic answer, `copies` are who got one."""

    message_id: str
    at: datetime
    sender: tuple[str, str]
    recipient: tuple[str, str]
    subject: str
    text: str
    answers: str = ""
    quoted: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    copies: tuple[tuple[str, str], ...] = ()


class InventedMeeting(NamedTuple):
    """One meeting of the owner with one person."""

    uid: str
    starts_at: datetime
    hours: int
    subject: str
    guest: tuple[str, str]


class Inventor:
    """Writes the network's past up to a day, in the owner's zone."""

    def __init__(self, network: Mapping[str, Any], *, today: date, time_zone: str) -> None:
        self.network, self.today, self.zone = network, today, ZoneInfo(time_zone)
        self.random = Random(SEED)
        self.numbers = count(1)

    def letters(self) -> list[InventedLetter]:
        """Return every letter, oldest first."""
        written = [letter for place, who in self._people() for letter in self._of_person(who, place)]
        written += [letter for each in self.network["newsletter"] for letter in self._newsletter(each)]
        written += [letter for each in self.network["joint"] for letter in self._joint(each)]
        return sorted(written, key=lambda letter: (letter.at, letter.message_id))

    def meetings(self) -> list[InventedMeeting]:
        """Return every meeting, oldest first."""
        found = []
        for _, who in self._people():
            if plan := who.get("meetings"):
                days = range(plan["until"], plan["from"] - 1, -plan["every"])
                guest = (who["name"], who["mail"])
                found += [
                    InventedMeeting(
                        f"{plan['subject']}{-day}@banmu.example",
                        self._at(day, plan["hour"]),
                        plan["hours"],
                        plan["subject"],
                        guest,
                    )
                    for day in days
                ]
        return sorted(found, key=lambda meeting: (meeting.starts_at, meeting.uid))

    def _people(self) -> Iterator[tuple[int, Mapping[str, Any]]]:
        return enumerate(self.network["person"])

    def _at(self, day: int, hour: float) -> datetime:
        midnight = datetime.combine(self.today + timedelta(days=day), time(), self.zone)
        return midnight + timedelta(hours=hour)

    def _id(self, domain: str) -> str:
        return f"<invented-{next(self.numbers)}@{domain}>"

    def _of_person(self, who: Mapping[str, Any], place: int) -> Iterator[InventedLetter]:
        if plan := who.get("history"):
            yield from self._history(who, plan, place)
        if who.get("letters"):
            yield from self._letters(who, who["letters"])
        for day in who.get("auto_replies", ()):
            yield from self._automatic_answer(who, day)

    def _history(
        self, who: Mapping[str, Any], plan: Mapping[str, Any], place: int
    ) -> Iterator[InventedLetter]:
        """Yield rounds of letter and answer at this pair's rhythm, their subjects in turn from the pool."""
        pool = self.network["pool"]["zh" if has_han(who["name"]) else "en"]
        day, turn = float(plan["from"]), place
        while day <= plan["until"]:
            topic = pool[turn % len(pool)]
            begins_with_me = plan["first"] == "me" or (plan["first"] == "both" and turn % 2 == 0)
            first_at = self._at(int(day), self.random.uniform(9, 17))
            answer_hours = plan["their_hours" if begins_with_me else "my_hours"] * self.random.uniform(
                0.5, 1.5
            )
            first = self._letter(who, begins_with_me, first_at, topic["subject"], topic["first"])
            yield first
            answered_at = first_at + timedelta(hours=answer_hours)
            yield self._letter(who, not begins_with_me, answered_at, topic["subject"], topic["answer"], first)
            day += plan["every"] * self.random.uniform(0.75, 1.25)
            turn += 1

    def _letters(
        self, who: Mapping[str, Any], plans: Sequence[Mapping[str, Any]]
    ) -> Iterator[InventedLetter]:
        """Yield the letters that stand written."""
        last = None
        for plan in plans:
            at = self._at(plan["day"], plan.get("hour", 10))
            answered = last if plan.get("answers") else None
            last = self._letter(who, plan["from"] == "me", at, plan["subject"], plan["text"], answered)
            yield last

    def _automatic_answer(self, who: Mapping[str, Any], day: int) -> Iterator[InventedLetter]:
        """Yield a letter of mine and the machine's answer to it."""
        asked = self._letter(
            who, True, self._at(day, 11), "Renewal", "Could you tell me when the renewal falls due?"
        )
        yield asked
        text = "I am out of the office and will read your message on my return."
        answer = self._letter(
            who, False, asked.at + timedelta(minutes=1), "Automatic reply: Renewal", text, asked
        )
        yield answer._replace(headers=(("Auto-Submitted", "auto-replied"),), quoted="")

    def _newsletter(self, plan: Mapping[str, Any]) -> Iterator[InventedLetter]:
        domain = plan["mail"].partition("@")[2]
        me = (self.network["me"]["name"], self.network["me"]["mails"][0])
        for day in range(plan["from"], 0, plan["every"]):
            yield InventedLetter(
                self._id(domain),
                self._at(day, 6),
                (plan["name"], plan["mail"]),
                me,
                plan["subject"],
                plan["text"],
                headers=(("List-Unsubscribe", f"<https://{domain}/out>"), ("Precedence", "bulk")),
            )

    def _joint(self, plan: Mapping[str, Any]) -> Iterator[InventedLetter]:
        """Yield rounds among several and me: one writes to all, I answer all, at times another does too."""
        people = {who["name"]: (who["name"], who["mail"]) for _, who in self._people() if "mail" in who}
        group = [people[name] for name in plan["people"]]
        me = (self.network["me"]["name"], self.network["me"]["mails"][0])
        for turn, day in enumerate(range(plan["from"], plan["until"], plan["every"])):
            opener, other = group[turn % len(group)], group[(turn + 1) % len(group)]
            rest = tuple(each for each in group if each != opener)
            first = InventedLetter(
                self._id(opener[1].partition("@")[2]), self._at(day, 10), opener, me,
                plan["subject"], plan["first"], copies=rest,
            )  # fmt: skip
            yield first
            answers = [(me, rest, 12)]
            if turn % 2:
                answers.append((other, (me, *(each for each in rest if each != other)), 15))
            for sender, copies, hour in answers:
                yield InventedLetter(
                    self._id(sender[1].partition("@")[2]), self._at(day, hour), sender, opener,
                    f"Re: {plan['subject']}", plan["answer"], first.message_id, first.text, (), copies,
                )  # fmt: skip

    def _letter(
        self,
        who: Mapping[str, Any],
        is_from_me: bool,
        at: datetime,
        subject: str,
        text: str,
        answered: InventedLetter | None = None,
    ) -> InventedLetter:
        me = (self.network["me"]["name"], who.get("my_mail", self.network["me"]["mails"][0]))
        them = (who["name"], who["mail"])
        sender, recipient = (me, them) if is_from_me else (them, me)
        return InventedLetter(
            self._id(sender[1].partition("@")[2]),
            at,
            sender,
            recipient,
            f"Re: {subject}" if answered else subject,
            text,
            answered.message_id if answered else "",
            answered.text if answered else "",
        )
