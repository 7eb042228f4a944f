"""Who is who, as far as it is certain: mentions that are one person by shared handles and decisions.

Certain are: two traces with the same personal handle; the owner's own handles; what the owner joined. Never
certain are: a name; a handle that several people read (role, list, robot); a handle on two cards that surely
are two people's by their names or birthdays (a family's landline, an office's number). Two cards with one
full name and one whole birthday are one person's whatever else they carry, and so are two with one given
name that share a mobile number, or any handle and the birthday: a surname may change. What the owner took
apart, or said is not one, stays apart. An address from which several humans write joins nobody: the names
on their letters tell them apart. A disguised address (`ada at firm.example`) joins as the address it shows
would. The answer does not depend on the order of anything that is passed in.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from renmai.domain.people.cards import CardSubject, born_as, cards_of_one, has_year
from renmai.domain.people.decided import ANCHOR_OF_MENTION, Apart, Decided, Merge, Split
from renmai.domain.people.handles import Handle, HandleKind, HandleNature, is_tagged, undisguised
from renmai.domain.people.known import Known
from renmai.domain.people.names import are_surely_different, is_real_name
from renmai.domain.people.writers import is_human_name, told_apart


class Cluster(NamedTuple):
    """Mentions that are one person, by key; `decisions` bind it; a role, list or robot is no person."""

    keys: tuple[str, ...]
    is_me: bool
    is_person: bool
    decisions: tuple[int, ...]


def clusters(
    mentions: Iterable[Known], *, me: Iterable[Handle] = (), decisions: Sequence[Decided] = ()
) -> list[Cluster]:
    """Return who is who.

    :param decisions: oldest first; where two contradict each other the later one holds
    """
    known = sorted(mentions, key=lambda mention: mention.key)
    mine = _with_tags(known, frozenset(me))
    circle = _Circle(known, mine)
    circle.obey(decisions)
    circle.join_all(
        (k for k, m in enumerate(known) if m.is_me or _carries_any(m, mine)),
        groups=circle.owners,
    )
    for handle, carriers in sorted(_carriers(known, mine, HandleNature.PERSONAL).items()):
        circle.share(handle, carriers)
    for _, carriers in sorted(_carriers(known, mine, HandleNature.SHARED).items()):
        circle.tell_apart(carriers)
    for carriers in (*_born_alike(known), *_readers(known, mine, circle.told).values()):
        circle.join_all(carriers, groups=[])
    return circle.clusters()


def _with_tags(known: Sequence[Known], me: frozenset[Handle]) -> frozenset[Handle]:
    """Return the owner's handles with the same addresses under tags of theirs."""
    me = frozenset(map(undisguised, me))
    carried = {
        undisguised(handle) for mention in known for handle, _ in mention.handles if "+" in handle.value[1:]
    }
    return me | {handle for handle in carried if any(is_tagged(handle, mine) for mine in me)}


def _carries_any(mention: Known, handles: frozenset[Handle]) -> bool:
    return any(undisguised(handle) in handles for handle, _ in mention.handles)


def _carriers(
    known: Sequence[Known], mine: frozenset[Handle], wanted: HandleNature
) -> dict[Handle, list[int]]:
    """Return who carries each handle of a nature; the owner's have been dealt with."""
    carriers: defaultdict[Handle, list[int]] = defaultdict(list)
    for k, mention in enumerate(known):
        for handle, nature in mention.handles:
            address = undisguised(handle)
            if nature == wanted and address not in mine and k not in carriers[address][-1:]:
                carriers[address].append(k)
    return carriers


def _born_alike(known: Sequence[Known]) -> list[list[int]]:
    """Return the cards that agree in name and birthday; without its year only beside one without handles."""
    alike = defaultdict(list)
    for k, mention in enumerate(known):
        if mention.is_card and not mention.is_place and (key := born_as(_card(mention))):
            alike[key].append(k)
    return [
        cards
        for (_, day), cards in sorted(alike.items())
        if has_year(day) or any(not known[k].handles for k in cards)
    ]


def _card(mention: Known) -> CardSubject:
    return CardSubject(mention.name, mention.birthday)


def _readers(known: Sequence[Known], mine: frozenset[Handle], told: set[int]) -> dict[Handle, list[int]]:
    """Return the mentions that are nobody in particular by the address they stand for, shown as one place."""
    readers = defaultdict(list)
    for k, mention in enumerate(known):
        if k not in told and not _is_human(mention, mine) and mention.handles and not mention.is_me:
            readers[undisguised(mention.handles[0][0])].append(k)
    return readers


def _is_human(mention: Known, mine: frozenset[Handle]) -> bool:
    """Tell whether a mention names a human: by a handle of their own, or a card with a human's name."""
    if mention.is_place:
        return False
    if _carries_any(mention, mine) or any(nature == HandleNature.PERSONAL for _, nature in mention.handles):
        return True
    is_told_apart = is_human_name(mention.name) and HandleNature.SHARED in {n for _, n in mention.handles}
    return is_told_apart or (is_real_name(mention.name) and (mention.is_card or not mention.handles))


class _Circle:
    """A union-find in which some sets must not meet."""

    def __init__(self, known: Sequence[Known], mine: frozenset[Handle]) -> None:
        self.known = known
        self.mine = mine
        self.parent = list(range(len(known)))
        self.sides: list[set[tuple[int, bool]]] = [set() for _ in known]
        self.place = {mention.key: k for k, mention in enumerate(known)}
        self.leavers: set[int] = set()
        self.parted: set[int] = set()
        self.binding: dict[int, list[int]] = {}
        self.owners: list[int] = []
        self.told: set[int] = set()

    def root(self, k: int) -> int:
        while self.parent[k] != k:
            self.parent[k] = self.parent[self.parent[k]]
            k = self.parent[k]
        return k

    def join(self, a: int, b: int) -> bool:
        """Make two sets one unless the owner took them apart; tell whether they are one now."""
        a, b = self.root(a), self.root(b)
        if a == b:
            return True
        less, more = sorted((self.sides[a], self.sides[b]), key=len)
        if any((decision, not is_leaving) in more for decision, is_leaving in less):
            return False
        top, under = min(a, b), max(a, b)
        more |= less
        self.parent[under] = top
        self.sides[top], self.sides[under] = more, set()
        return True

    def join_all(self, carriers: Iterable[int], *, groups: list[int]) -> None:
        """Join all who may be joined; who was taken out of one group stands in another.

        Whom a split names come first, and of those the traces: where a card stayed but the mails left, a
        mail that comes later goes after the mails.
        """
        for k in sorted(carriers, key=self._precedence):
            if not any(self.join(group, k) for group in groups):
                groups.append(k)

    def _precedence(self, k: int) -> tuple[bool, bool, bool, int]:
        return k not in self.parted, self.known[k].is_card, k in self.leavers, k

    def share(self, handle: Handle, carriers: list[int]) -> None:
        """Join those who share a handle, but not two cards that surely are two people's."""
        cards = [k for k in carriers if self.known[k].is_card]
        is_mobile = handle.kind == HandleKind.PHONE
        groups = cards_of_one(((k, _card(self.known[k])) for k in cards), has_one_mobile=is_mobile)
        if len(groups) < 2:
            self.join_all(carriers, groups=[])
            return
        for group in groups:
            self.join_all(group, groups=[])
        traces = [k for k in carriers if not self.known[k].is_card]
        if handle.kind == HandleKind.MAIL:
            self.join_all(traces, groups=[])
        named = {self.known[k].name for k in traces if is_real_name(self.known[k].name)}
        whose = [g for g in groups if named and all(not self._differs(g, name) for name in named)]
        if len(whose) == 1 and traces:
            self.join_all([whose[0][0], *traces], groups=[])

    def tell_apart(self, carriers: list[int]) -> None:
        """Join those who share an address of several humans by the names on what they wrote."""
        writer_of = told_apart(self.known[k].name for k in carriers)
        groups = defaultdict(list)
        for k in carriers:
            if writer := writer_of.get(self.known[k].name):
                groups[writer].append(k)
        for writer in sorted(groups):
            self.join_all(groups[writer], groups=[])
            self.told.update(groups[writer])

    def _differs(self, group: list[int], name: str) -> bool:
        return are_surely_different(self.known[group[0]].name, name)

    def obey(self, decisions: Sequence[Decided]) -> None:
        """Apply what the owner decided, latest first, so that an earlier decision yields to a later one."""
        carriers = defaultdict(list)
        for k, mention in enumerate(self.known):
            for handle, _ in mention.handles:
                carriers[str(handle)].append(k)
        splits = [d for d in decisions if isinstance(d, Split)]
        self.leavers = {self.place[key] for d in splits for key in d.leaving if key in self.place}
        stayers = {self.place[key] for d in splits for key in d.staying if key in self.place}
        self.parted = self.leavers | stayers
        for decision in reversed(decisions):
            if isinstance(decision, Merge):
                one, other = (self._at(anchor, carriers) for anchor in (decision.keep, decision.other))
                if one is not None and other is not None and self.join(one, other):
                    self.binding[decision.decision] = [one, other]
            elif isinstance(decision, Apart):
                self._hold_apart(decision, carriers)
            else:
                self._part(decision)

    def _at(self, anchor: str, carriers: dict[str, list[int]]) -> int | None:
        place = self._named(anchor)
        return (
            place
            if place is not None
            else min(carriers.get(anchor, ()), key=lambda k: (k in self.leavers, k), default=None)
        )

    def _places_of(self, anchor: str, carriers: dict[str, list[int]]) -> set[int]:
        place = self._named(anchor)
        return set(carriers.get(anchor, ())) if place is None else {place}

    def _named(self, anchor: str) -> int | None:
        """Return the place of the mention that an anchor names by its key, None where none is there."""
        is_key = anchor.startswith(ANCHOR_OF_MENTION)
        return self.place.get(anchor.removeprefix(ANCHOR_OF_MENTION)) if is_key else None

    def _hold_apart(self, said: Apart, carriers: dict[str, list[int]]) -> None:
        """Keep two apart for ever, unless they were made one later; a card that names both proves nothing."""
        one, other = (self._places_of(anchor, carriers) for anchor in said[1:])
        one, other = one - other, other - one
        if {self.root(k) for k in one} & {self.root(k) for k in other}:
            return
        for side, is_other in ((one, False), (other, True)):
            for k in side:
                self.sides[self.root(k)].add((said.decision, is_other))

    def _part(self, split: Split) -> None:
        leaving = [self.place[key] for key in split.leaving if key in self.place]
        staying = [self.place[key] for key in split.staying if key in self.place]
        was_healed = bool({self.root(k) for k in leaving} & {self.root(k) for k in staying})
        if was_healed:
            self.join_all(leaving + staying, groups=[])
            return
        for side, is_leaving in ((staying, False), (leaving, True)):
            self.join_all(side, groups=[])
            for k in side:
                self.sides[self.root(k)].add((split.decision, is_leaving))
        self.binding[split.decision] = leaving + staying

    def clusters(self) -> list[Cluster]:
        members = defaultdict(list)
        for k in range(len(self.known)):
            members[self.root(k)].append(k)
        owner = self.root(self.owners[0]) if self.owners else None
        bound = self._bound()
        return [
            Cluster(
                keys=tuple(self.known[k].key for k in group),
                is_me=root == owner,
                is_person=root == owner or any(_is_human(self.known[k], self.mine) for k in group),
                decisions=tuple(sorted(bound[root])),
            )
            for root, group in members.items()
        ]

    def _bound(self) -> dict[int, set[int]]:
        bound = defaultdict(set)
        for decision, places in self.binding.items():
            for k in places:
                bound[self.root(k)].add(decision)
        return bound
