"""Today's plan before it is worded: everybody who might be on it, weighed, and what was already answered."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from renmai.domain.book.owners import Viewer
from renmai.domain.people.greetings import FormsOfAddress, forms_of_address
from renmai.domain.people.handles import HandleKind, handle_of
from renmai.domain.people.mentions import AWAY, is_away
from renmai.domain.ties.cadence import DAY_S
from renmai.domain.ties.excerpts import whom_asked
from renmai.domain.ties.letters import OWED_DAYS
from renmai.domain.ties.replies import ReplyOutlook
from renmai.domain.ties.ties import Tie
from renmai.domain.today import candidates
from renmai.domain.today.candidates import Waiting
from renmai.domain.today.namesakes import without_livelier_namesakes
from renmai.domain.today.plan import Candidate, Outcome, Remembered, key_of, plan_today, split_key
from renmai.domain.today.unheard import unheard
from renmai.queries.book.prompt import Prompt
from renmai.queries.people.cards import OccasionCard
from renmai.queries.people.occasions import upcoming_occasions
from renmai.queries.ties.handed_in import HandedInCard, handed_in_cards
from renmai.queries.today.prompts import prompts
from renmai.store.people import likely
from renmai.store.people.anchors import anchors_of
from renmai.store.people.facts import facts_of_people
from renmai.store.people.portraits import Portrait, portraits
from renmai.store.ties.replies import outlooks
from renmai.store.ties.rows import values_of
from renmai.store.ties.tiers import chosen_since
from renmai.store.today import openings
from renmai.store.today.openings import Opening

COMING_DAYS = 30
MEMORY_DAYS = 365


class Planned(NamedTuple):
    """Today's list and what else the page shows: nudges not yet due, days to come, the people spoken of.

    `expected` is what to expect of those whose answer is awaited; `words` are those of the items that the
    owner's notes prompted, by key. `handed_in` is work that waits: told in a line, it is no item.
    """

    items: list[Candidate]
    still_waiting: list[Opening]
    coming: tuple[OccasionCard, ...]
    people: Mapping[int, Portrait]
    expected: Mapping[int, ReplyOutlook]
    words: Mapping[str, Prompt]
    handed_in: tuple[HandedInCard, ...]


def planned(viewer: Viewer, *, today: date) -> Planned:
    """Return the plan of a day from ties as they are kept; bring them up to that day first."""
    as_of = viewer.end_of(today)
    owed = openings.open_letters(viewer.owner_id, is_from_me=False, since_epoch_s=as_of - OWED_DAYS * DAY_S)
    awaited = openings.open_letters(viewer.owner_id, is_from_me=True, since_epoch_s=as_of - OWED_DAYS * DAY_S)
    work = handed_in_cards(viewer, today=today)
    told = {letter for card in work for letter in card.letters}
    owed, awaited = ([each for each in some if each.interaction_id not in told] for some in (owed, awaited))
    owed, awaited = _meant(owed, is_from_me=False), _meant(awaited, is_from_me=True)
    new = _newly_met(viewer.owner_id, as_of - (candidates.FOLLOW_UP_DAYS + 1) * DAY_S)
    known = [*_gone_quiet(viewer.owner_id), *new]
    coming = upcoming_occasions(viewer, today=today, within_days=COMING_DAYS)
    prompted = list(prompts(viewer, today=today))
    chosen = chosen_since(viewer.owner_id, until=today)
    ids = {letter.person_id for letter in (*owed, *awaited)} | set(known)
    ids |= {day.person_id for day in coming} | {prompt.person_id for prompt in prompted} | chosen.keys()
    people = {pk: each for pk, each in portraits(viewer.owner_id, ids).items() if not each.gone}
    ties = values_of(viewer.owner_id, ids)
    expected = outlooks(viewer.owner_id, {each.person_id for each in awaited})
    memory = list(_memory(viewer, today, people))
    weighed = _Weighed(viewer, today, as_of, people, ties, expected, chosen, _done_on(memory))
    first = [*known, *chosen]
    tried = openings.attempts(viewer.owner_id, set(first))
    noted = {key: each for each in prompted if (key := weighed.key_of(each))}
    found = [
        *weighed.letters(owed, candidates.owed),
        *weighed.letters(awaited, candidates.awaited),
        *(weighed.with_attempts(each, tried) for each in weighed.outreach(first)),
        *weighed.days(coming),
        *(weighed.noted(key, each) for key, each in noted.items()),
    ]
    away = {each.person_id for each in facts_of_people(viewer.owner_id, [AWAY]) if is_away(each.value, today)}
    items = plan_today(found, today=today, memory=memory, away=away)
    shown = {item.person_id for item in items}
    waiting = [each for each in awaited if each.asks and each.person_id in people.keys() - shown]
    return Planned(items, waiting, coming, people, expected, noted, work)


def _gone_quiet(owner_id: int) -> list[int]:
    """Return with whom ties cool or sleep, few of each, without those who most likely write elsewhere."""
    cooling, dormant = openings.cooling(owner_id), openings.dormant(owner_id)
    same = likely.under_one_name(owner_id, {each.person_id for each in (*cooling, *dormant)})
    latest = openings.last_in(owner_id, {other for others in same.values() for other in others})
    return [
        person_id
        for quiet in (cooling, dormant)
        for person_id in without_livelier_namesakes(quiet, same, latest)[: openings.AT_MOST]
    ]


def _newly_met(owner_id: int, since_epoch_s: int) -> list[int]:
    """Return with whom ties began after a moment, without those met on a mailing list alone.

    There one works before everybody, on one thing, which ends with it; nobody was met by that.
    """
    new = openings.newly_met(owner_id, since_epoch_s)
    beside_lists = openings.met_beside_lists(owner_id, new, since_epoch_s)
    return [person_id for person_id in new if person_id in beside_lists]


def _meant(letters: list[Opening], *, is_from_me: bool) -> list[Opening]:
    """Return the letters that address whom they wait for: who is called by name owes the answer."""
    read = openings.read(each.interaction_id for each in letters)

    def is_meant(letter: Opening) -> bool:
        """Tell whether nobody is called by name, or one question is put to whose answer is open."""
        excerpt, readers = read.get(letter.interaction_id, openings.Read("", []))
        one: list[FormsOfAddress] = []
        others: list[FormsOfAddress] = []
        for person_id, name, is_me in readers:
            is_the_one = person_id == letter.person_id if is_from_me else is_me
            (one if is_the_one else others).append(forms_of_address(name))
        asked = whom_asked(excerpt, (one, others))
        return not asked or 0 in asked

    return [each for each in letters if is_meant(each)]


class _Weighed:
    """Turns what the store found into candidates of one day."""

    def __init__(
        self,
        viewer: Viewer,
        today: date,
        as_of_epoch_s: int,
        people: Mapping[int, Portrait],
        ties: Mapping[int, Tie],
        expected: Mapping[int, ReplyOutlook],
        tiers_chosen: Mapping[int, tuple[int, date]],
        done_on: Mapping[int, date],
    ) -> None:
        self.viewer, self.today, self.as_of_epoch_s = viewer, today, as_of_epoch_s
        self.people, self.ties, self.outlooks, self.tiers = people, ties, expected, tiers_chosen
        self.done_on = done_on

    def letters(
        self, found: Iterable[Opening], weigh: Callable[..., Candidate | None]
    ) -> Iterator[Candidate]:
        """Yield the letters that are worth an act today."""
        for each in found:
            if each.person_id not in self.people:
                continue
            letter = Waiting(
                interaction_id=each.interaction_id,
                act=each.act,
                at_epoch_s=each.at_epoch_s,
                asks=each.asks,
                usual_s=each.usual_s,
                tries=each.tries,
                outlook=self.outlooks.get(each.person_id),
                other_way=each.other_way or _by_phone(self.people[each.person_id]),
            )
            candidate = weigh(
                each.person_id,
                self.people[each.person_id].anchor,
                self.ties.get(each.person_id),
                letter,
                as_of_epoch_s=self.as_of_epoch_s,
                today=self.today,
                sent_on=self.viewer.day_of(each.at_epoch_s),
            )
            if candidate:
                yield candidate

    def outreach(self, person_ids: Iterable[int]) -> Iterator[Candidate]:
        """Yield those to whom the owner might speak first."""
        for person_id in dict.fromkeys(person_ids):
            tie, portrait = self.ties.get(person_id), self.people.get(person_id)
            if portrait is None:
                continue
            if tie is None or tie.first_at_epoch_s is None or tie.last_at_epoch_s is None:
                yield from self._unheard(person_id, portrait, tie)
                continue
            first_on = self.viewer.day_of(tie.first_at_epoch_s)
            last_on = self.viewer.day_of(tie.last_at_epoch_s)
            done_on = self.done_on.get(person_id)
            tier, _ = self.tiers.get(person_id, (None, None))
            span = {"today": self.today, "last_on": last_on}
            found = (
                candidates.cooling(tie, portrait.anchor, tier=tier, done_on=done_on, **span),
                candidates.revived(tie, portrait.anchor, first_on=first_on, done_on=done_on, **span),
                candidates.newly_met(tie, portrait.anchor, first_on=first_on, **span),
            )
            yield from filter(None, found)

    def _unheard(self, person_id: int, portrait: Portrait, tie: Tie | None) -> Iterator[Candidate]:
        """Yield somebody of a tier with whom no contact can be seen."""
        if person_id in self.tiers:
            tier, chosen_on = self.tiers[person_id]
            since = max(chosen_on, self.done_on.get(person_id, chosen_on))
            found = unheard(person_id, portrait.anchor, tie, today=self.today, since=since, tier=tier)
            yield from filter(None, [found])

    def with_attempts(self, candidate: Candidate, tried: Mapping[int, tuple[int, int]]) -> Candidate:
        """Return the candidate with how often the owner already tried in vain."""
        if candidate.person_id not in tried:
            return candidate
        tries, at_epoch_s = tried[candidate.person_id]
        return replace(candidate, tries=tries, tried_on=self.viewer.day_of(at_epoch_s))

    def key_of(self, prompt: Prompt) -> str:
        """Return the name of what a prompt suggests; nothing where nobody in particular is meant."""
        portrait = self.people.get(prompt.person_id)
        return key_of(prompt.kind, portrait.anchor, prompt.basis) if portrait and portrait.is_person else ""

    def noted(self, key: str, prompt: Prompt) -> Candidate:
        """Return what a prompt suggests, weighed by the tie."""
        return Candidate(
            key=key,
            person_id=prompt.person_id,
            kind=prompt.kind,
            worth=candidates.worth_of(self.ties.get(prompt.person_id)) * prompt.share,
            urgency=prompt.urgency,
        )

    def days(self, coming: Sequence[OccasionCard]) -> Iterator[Candidate]:
        """Yield the days that come within a few days."""
        for each in coming:
            if each.person_id not in self.people:
                continue
            candidate = candidates.occasion(
                each.person_id,
                self.people[each.person_id].anchor,
                self.ties.get(each.person_id),
                kind=each.kind,
                on=each.on,
                today=self.today,
            )
            if candidate:
                yield replace(candidate, numbers={**candidate.numbers, **_of_the_day(each)})


def _by_phone(portrait: Portrait) -> str:
    """Return the telephone as the other way where the owner has a number."""
    return "phone" if any(handle_of(each).kind == HandleKind.PHONE for each in portrait.handles) else ""


def _of_the_day(occasion: OccasionCard) -> dict[str, object]:
    """Return what a wish must know: which day it is, by which calendar, which age."""
    known: dict[str, object] = {"kind": occasion.kind, "is_lunar": occasion.is_lunar}
    return known if occasion.turning is None else {**known, "turning": occasion.turning}


def _memory(viewer: Viewer, today: date, people: Mapping[int, Portrait]) -> Iterator[Remembered]:
    """Yield what the owner did with earlier suggestions about these people, up to the end of `today`."""
    whose = anchors_of(viewer.owner_id, people)
    until = datetime.fromtimestamp(viewer.end_of(today), UTC)
    for each in openings.settled(
        viewer.owner_id, whose, since=until - timedelta(days=MEMORY_DAYS), until=until
    ):
        kind, anchor = split_key(each.key)
        person_id = whose.get(each.anchor, whose.get(anchor))
        if person_id is not None:
            yield Remembered(
                key=each.key,
                person_id=person_id,
                kind=kind,
                outcome=each.outcome,
                on=viewer.day_of(int(each.at.timestamp())),
                until=date.fromisoformat(each.until) if each.until else None,
            )


def _done_on(memory: Iterable[Remembered]) -> dict[int, date]:
    """Return when the owner last called something done with each of these people: that was contact, too."""
    found: dict[int, date] = {}
    for each in memory:
        if each.outcome == Outcome.DONE:
            found[each.person_id] = max(each.on, found.get(each.person_id, each.on))
    return found
