"""Preview of an import: the same steps as the import itself, with nothing kept."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from renmai.domain.capture.interactions import Interaction, Nature, Role
from renmai.domain.capture.records import Problem, RawRecord
from renmai.domain.people.cards import CardSubject, born_as
from renmai.domain.people.handles import Handle, HandleNature, handle_of, nature_in_use
from renmai.domain.people.identity import clusters
from renmai.domain.people.known import Known, known_of
from renmai.domain.people.likeness import Company, enough_to_ask
from renmai.domain.people.mentions import LIST, ME, Mention
from renmai.domain.people.names import Spoken, best_name, is_real_name, shown
from renmai.domain.people.owner_candidates import OwnerCandidate, in_order
from renmai.store.book import decisions
from renmai.store.capture import already_kept
from renmai.store.capture.asked import LikelySame
from renmai.store.capture.inbox import ImportTally
from renmai.store.capture.meaning import RecordAdapter
from renmai.store.people.likely import TOLD, NamedPerson, everybody
from renmai.store.people.mentions import key_of_card, key_of_trace
from renmai.store.people.owner_candidates import WRITES_UNDER
from renmai.upkeep.people.likely import pairs_among


class Preview:
    """Stands where the inbox stands, and only counts."""

    def __init__(self, owner_id: int, adapt: RecordAdapter) -> None:
        self.owner_id = owner_id
        self.adapt = adapt
        self.tally = ImportTally()
        self.records: set[tuple[str, str, str]] = set()
        self.acts: set[str] = set()
        self.mentions: dict[str, tuple[Mention, bool]] = {}
        self.uses: Counter[str] = Counter()
        self.sent: Counter[str] = Counter()
        self.lists: set[Handle] = set()
        self.by_machine: set[Handle] = set()
        self.by_hand: set[Handle] = set()
        self.writing_hosts: set[str] = set()
        self.threads: defaultdict[str, set[int]] = defaultdict(set)
        self.newcomers: list[NamedPerson] = []
        self.keys_of: dict[int, tuple[str, ...]] = {}

    def keep(self, records: Sequence[RawRecord], files: Sequence[str]) -> list[Problem]:
        """Count what is new in a batch; return what was not understood."""
        self.records |= already_kept.known_records(self.owner_id, records)
        problems: list[Problem] = []
        new: list[tuple[RawRecord, Interaction]] = []
        for record, file in zip(records, files, strict=True):
            version = (record.source, record.external_id, record.digest)
            if version in self.records:
                continue
            self.records.add(version)
            self.tally.records_new += 1
            meant = self.adapt(record)
            problems.extend(replace(problem, file=problem.file or file) for problem in meant.problems)
            for place, mention in enumerate(meant.mentions):
                self._meet(key_of_card(record.source, record.external_id, place), mention, is_card=True)
            new.extend((record, act) for act in meant.interactions)
        self.tally.records_read += len(records)
        self.acts |= already_kept.known_acts(self.owner_id, (act.external_id for _, act in new))
        for record, act in new:
            if act.external_id not in self.acts:
                self.acts.add(act.external_id)
                self._count(record, act)
        return problems

    def _count(self, record: RawRecord, act: Interaction) -> None:
        self.tally.interactions_new += 1
        self.tally.span(act.at_epoch_s, act.at_epoch_s)
        for mention, role in act.participations:
            key = key_of_trace(mention, record.source, record.external_id)
            self.uses[key] += 1
            self.sent[key] += role == Role.SENDER
            self.threads[key].add(hash(act.thread or act.external_id))
            self._meet(key, mention, is_card=False)
            if role == Role.SENDER and act.nature == Nature.AUTOMATIC:
                self.by_machine.update(mention.handles)
                continue
            self.by_hand.update(mention.handles)
            if role == Role.SENDER and act.nature == Nature.DIRECT:
                self.writing_hosts.update(handle.host for handle in mention.handles)

    def _meet(self, key: str, mention: Mention, *, is_card: bool) -> None:
        self.mentions[key] = (mention, is_card)
        if any(fact.kind == LIST for fact in mention.facts):
            self.lists.update(mention.handles)

    def people_new(self, me: Iterable[Handle] = ()) -> list[str]:
        """Return the names of the humans that would be new.

        :param me: handles the owner would name as theirs with this import
        """
        known_keys = already_kept.known_mentions(self.owner_id, self.mentions)
        handles = {handle for mention, _ in self.mentions.values() for handle in mention.handles}
        known_handles = already_kept.known_handles(self.owner_id, handles)
        natures = self._natures(handles)
        known = {key: self._known(key, natures) for key in self.mentions}
        days = {mention.birthday for mention in known.values() if mention.is_card and mention.birthday}
        births = already_kept.known_births(self.owner_id, days) - {None} if days else set()
        names = []
        for cluster in clusters(known.values(), me=(*decisions.my_handles(self.owner_id), *me)):
            carried = {
                h
                for key in cluster.keys
                for h, nature in known[key].handles
                if nature == HandleNature.PERSONAL
            }
            if (
                not cluster.is_person
                or cluster.is_me
                or known_keys & set(cluster.keys)
                or known_handles & carried
                or any(
                    born_as(CardSubject(known[key].name, known[key].birthday)) in births
                    for key in cluster.keys
                )
            ):
                continue
            self._note_newcomer(cluster.keys, carried)
            spoken = (Spoken(known[key].name, self.uses[key], known[key].is_card) for key in cluster.keys)
            names.append(best_name(spoken, otherwise=min(carried).value if carried else ""))
        return sorted(names)

    def _note_newcomer(self, keys: Sequence[str], carried: Iterable[Handle]) -> None:
        """Keep somebody new as likelihood takes them; until they have a row, their number is below zero."""
        number = -len(self.newcomers) - 1
        told = {
            fact.kind: fact.value for key in keys for fact in self.mentions[key][0].facts if fact.kind in TOLD
        }
        names = sorted(keys, key=lambda key: (-self.uses[key], key))
        spoken = dict.fromkeys(shown(self.mentions[key][0].name) for key in names)
        self.newcomers.append(
            NamedPerson(number, tuple(filter(is_real_name, spoken)), tuple(sorted(map(str, carried))), told)
        )
        self.keys_of[number] = tuple(keys)

    def likely(self) -> list[LikelySame]:
        """Return who would come in and is likely somebody else, too, with both as they are told apart."""
        entries = {each.person_id: each for each in (*everybody(self.owner_id), *self.newcomers)}
        found = [pair for pair in pairs_among(entries.values(), self._together) if pair.one < 0]
        return [
            (_told(entries[pair.one]), _told(entries[pair.other]), pair.probability)
            for pair in enough_to_ask(found)
        ]

    def _together(self, pairs: Collection[tuple[int, int]]) -> dict[tuple[int, int], Company]:
        """Return whether two who would come in share a conversation; of others it is not known yet."""
        threads = {
            number: {thread for key in self.keys_of.get(number, ()) for thread in self.threads[key]}
            for pair in pairs
            for number in pair
        }
        return {pair: Company(bool(threads[pair[0]] & threads[pair[1]]), 0, True) for pair in pairs}

    def holds_owner(self) -> bool:
        """Tell whether a trace says itself under which handles to find the owner."""
        named = (mention for mention, _ in self.mentions.values() if mention.handles)
        return any(fact.kind == ME for mention in named for fact in mention.facts)

    def owner_candidates(self) -> tuple[OwnerCandidate, ...]:
        """Return the personal handles that took part most often, the likeliest to be the owner's first."""
        acts: Counter[Handle] = Counter()
        sent: Counter[Handle] = Counter()
        names: dict[Handle, str] = {}
        for key, uses in self.uses.items():
            mention = self.mentions[key][0]
            for handle in dict.fromkeys(mention.handles):
                acts[handle] += uses
                sent[handle] += self.sent[key]
                names[handle] = max(names.get(handle, ""), mention.name)
        natures = self._natures(acts)
        found = (
            OwnerCandidate(handle=handle, name=names[handle], acts=count, sent=sent[handle])
            for handle, count in acts.items()
            if natures[handle] == HandleNature.PERSONAL and handle.kind in WRITES_UNDER
        )
        return in_order(found, acts_total=self.tally.interactions_new)

    def _natures(self, handles: Iterable[Handle]) -> dict[Handle, HandleNature]:
        silent = {handle.host for handle in self.lists} - self.writing_hosts
        machines = self.by_machine - self.by_hand
        return {
            handle: nature_in_use(
                handle,
                is_called_list=handle in self.lists,
                is_host_of_lists=handle.host in silent,
                is_machine=handle in machines,
            )
            for handle in handles
        }

    def _known(self, key: str, natures: dict[Handle, HandleNature]) -> Known:
        mention, is_card = self.mentions[key]
        facts = ((fact.kind, fact.value) for fact in mention.facts)
        handles = ((handle, natures[handle]) for handle in dict.fromkeys(mention.handles))
        return known_of(key, mention.name, handles, facts, is_card=is_card)


def _told(person: NamedPerson) -> str:
    """Return somebody by name and handle, as one tells them from a namesake."""
    handle = handle_of(person.handles[0]).value if person.handles else ""
    name = person.names[0] if person.names else handle
    return f"{name} <{handle}>" if handle and handle != name else name
