"""Introductions: how likely somebody I know leads me to somebody I want to know (R5).

A path is a chain of people from the owner to a target. Its chance is a product: that the first one agrees to
introduce me, that each two on it really know each other, that those on the way pass it on, that the target
answers. Only the first two are learnt from the book; what is assumed of strangers is said where it is used.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from renmai.domain.book.because import Because
from renmai.domain.ties.acquaintances import Acquaintance
from renmai.domain.ties.cadence import DAY_S
from renmai.domain.ties.replies import NO_HABIT, ReplyOutlook, outlook_of
from renmai.domain.ties.ties import Tie, TieClass, TieState

AGREES_FROM = {TieClass.WEAK: 0.2, TieClass.STRONG: 0.6}
AGREES_TO = {TieClass.WEAK: 0.6, TieClass.STRONG: 0.95}
"""How likely somebody agrees to introduce me, by class, for a strength of 0 and of 1."""
STILL = {TieState.ACTIVE: 1.0, TieState.COOLING: 0.9, TieState.DORMANT: 0.7}
"""What a tie that went quiet keeps of that: who hears of me only when I want something is slower to help."""
LEAST_STANDING = 0.8
"""What is left where they give me none of their attention; from a standing of a half on, all."""
I_OWE, I_WAIT = 0.8, 0.6
"""What is left where I owe them an answer, and where a letter of mine still waits for theirs (V7)."""
PASSES_ON = 0.5
"""How likely somebody I may not know passes a request on to a friend of theirs: assumed, not learnt."""
LEAST_ANSWERS, MOST_ANSWERS = 0.1, 0.9
"""Nobody is sure to answer somebody new, and nobody sure not to."""
STRANGER = outlook_of(NO_HABIT)
"""What is expected of somebody new: how friends answer says nothing of them."""
GOOD_ENOUGH = 0.4
"""From this chance on a tie of my own needs no introducer."""
UNSURE = 0.6
"""Below this an acquaintance is spoken of as a guess."""


@dataclass(frozen=True, slots=True)
class Chance:
    """A probability, 0 to 1, with the reasons it rests on, the most telling first."""

    probability: float
    because: tuple[Because, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rapport:
    """What the owner has with somebody: the tie, how they answer, whether a letter waits on either side."""

    name: str
    tie: Tie | None = None
    outlook: ReplyOutlook | None = None
    i_owe: bool = False
    i_wait: bool = False


@dataclass(frozen=True, slots=True)
class Path:
    """People from the owner to the target, by id; `hops` are the chances from each to the next."""

    people: tuple[int, ...]
    hops: tuple[Chance, ...]

    @property
    def probability(self) -> float:
        """Return the chance that the whole way is gone."""
        product = 1.0
        for hop in self.hops:
            product *= hop.probability
        return product

    @property
    def is_direct(self) -> bool:
        """Tell whether nobody stands between."""
        return len(self.people) == 2


def agrees(known: Rapport, *, as_of_epoch_s: int) -> Chance:
    """Return how likely somebody does the owner a favour such as an introduction (R5, V7).

    By class between two bounds, as far as the tie's strength reaches; less where it went quiet, where they
    give the owner little attention, where the owner owes them an answer or waits for theirs. Without a tie,
    or with a pseudo one, not at all: a name in the address book is nobody to ask (T1, T2).
    """
    tie = known.tie
    if tie is None or tie.tie_class not in AGREES_FROM:
        return Chance(0.0)
    tie_class, state = TieClass(tie.tie_class), TieState(tie.state)
    low, high = AGREES_FROM[tie_class], AGREES_TO[tie_class]
    probability = (low + (high - low) * tie.strength) * STILL[state]
    if tie.standing is not None:
        probability *= min(1.0, LEAST_STANDING + (1 - LEAST_STANDING) * 2 * tie.standing)
    probability *= (I_OWE if known.i_owe else 1.0) * (I_WAIT if known.i_wait else 1.0)
    return Chance(probability, tuple(_why_agrees(known, tie, state, probability, as_of_epoch_s)))


def _why_agrees(
    known: Rapport, tie: Tie, state: TieState, probability: float, as_of_epoch_s: int
) -> Iterator[Because]:
    figures: dict[str, object] = {"name": known.name, "agrees_share": probability}
    if tie.last_at_epoch_s is not None:
        figures["silent_ago_days"] = max(0, as_of_epoch_s - 1 - tie.last_at_epoch_s) // DAY_S
    if state is not TieState.ACTIVE:
        yield Because("asks_quiet", figures)
    else:
        yield Because("asks_close" if tie.tie_class == TieClass.STRONG else "asks_alive", figures)
    if known.i_owe:
        yield Because("asks_i_owe", {"name": known.name})
    if known.i_wait:
        yield Because("asks_i_wait", {"name": known.name})


def answers(known: Rapport) -> Chance:
    """Return how likely somebody answers when introduced to the owner: by how they answer letters to them.

    Only letters to them count (R6), shrunk towards how the owner's people answer; how often either side wrote
    says nothing of it. Of somebody with whom nothing ever passed nothing is known.
    """
    wrote_times = known.tie.acts_in if known.tie else 0
    outlook = known.outlook or STRANGER
    if not (outlook.asked or wrote_times):
        return Chance(
            STRANGER.chance, (Because("answers_assumed", {"name": known.name, "share": STRANGER.chance}),)
        )
    probability = min(MOST_ANSWERS, max(LEAST_ANSWERS, outlook.chance))
    figures: dict[str, object] = {"name": known.name, "share": probability}
    if outlook.asked:
        figures |= {"asked_count": outlook.asked, "answered_count": outlook.answered}
        return Chance(probability, (Because("answers_known", figures),))
    return Chance(probability, (Because("answers_unasked", figures | {"in_times": wrote_times}),))


def passes_on(known: Rapport) -> Chance:
    """Return how likely somebody passes a request on to a friend of theirs; the same is assumed of all."""
    return Chance(PASSES_ON, (Because("passes_assumed", {"name": known.name, "share": PASSES_ON}),))


def joined(real: float, one: str, other: str, then: Chance) -> Chance:
    """Return the chance of a hop between two others: that they know each other, and what the second does."""
    code = "knows_likely" if real >= UNSURE else "knows_perhaps"
    figures = {"name": one, "other": other, "real_share": real}
    return Chance(real * then.probability, (Because(code, figures), *then.because))


def edges(
    firsts: Mapping[int, float],
    pairs: Iterable[Acquaintance],
    targets: Mapping[int, float],
    *,
    me: int,
    nobody: Iterable[int] = (),
) -> Iterator[tuple[int, int, float]]:
    """Yield who may lead to whom with what probability, as the engine's paths take it.

    `firsts` are the chances of those the owner can ask, `targets` how likely each wanted one answers. Nobody
    in `nobody` is led through, no way goes on from a target, and none leads over others to somebody whom the
    owner can well ask.
    """
    skipped = frozenset(nobody) | {me}
    for person, probability in firsts.items():
        if person not in skipped and probability > 0:
            yield me, person, probability
    asked_myself = {person for person, probability in firsts.items() if probability >= GOOD_ENOUGH}
    for pair in pairs:
        if pair.a in skipped or pair.b in skipped or pair.probability <= 0:
            continue
        for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
            if one not in targets and (other in targets or other not in asked_myself):
                yield one, other, pair.probability * targets.get(other, PASSES_ON)


def told_first(paths: Iterable[Path]) -> list[Path]:
    """Return the paths with a good tie of the owner's own before all others, else the most probable first."""
    return sorted(
        paths,
        key=lambda path: (
            not (path.is_direct and path.probability >= GOOD_ENOUGH),
            -path.probability,
            path.people,
        ),
    )
