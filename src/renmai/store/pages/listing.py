"""People in lists: the saved views, their counts, and one page of a view, strongest first."""

from collections.abc import Sequence

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from renmai.domain.ties.ties import REAL_CLASSES, TieClass, TieState
from renmai.store.models import Interaction, Mention, Participation, Person, Tie
from renmai.store.people.gone import gone_people


def _views(tie: str) -> dict[str, Q]:
    """Return the saved views as conditions on what `tie` leads to, from a person or from the tie itself."""

    def of(**figures: object) -> Q:
        return Q(**{tie + name: figure for name, figure in figures.items()})

    real = of(tie_class__in=REAL_CLASSES)
    return {
        "worth": real & ~of(state=TieState.DORMANT),
        "strong": of(tie_class=TieClass.STRONG),
        "weak": of(tie_class=TieClass.WEAK),
        "cooling": real & of(state=TieState.COOLING),
        "dormant_strong": of(tie_class=TieClass.STRONG, state=TieState.DORMANT),
        "pseudo": ~real,
        "all": Q(),
        "gone": Q(),
    }


VIEWS = _views("tie__")
VIEWS["pseudo"] |= Q(tie__isnull=True)
OF_TIES = _views("")
UNTIED = ("pseudo", "all")
"""The views that hold people without a tie, too."""


GONE_VIEW = "gone"
"""The view of those who are archived or deceased; no other view holds them, a search finds them."""


def people_count(owner_id: int) -> int:
    """Return how many people can carry a tie."""
    return _people_of(owner_id).count()


def everybody(owner_id: int, as_of_epoch_s: int) -> list[int]:
    """Return everybody who can carry a tie and was known at a moment, archived ones too, oldest first."""
    return list(_known_by(owner_id, as_of_epoch_s).order_by("pk").values_list("pk", flat=True))


def _people_of(owner_id: int) -> QuerySet[Person]:
    """Return everybody who can carry a tie: no lists, roles or robots, and not the owner."""
    return Person.objects.filter(owner_id=owner_id, is_person=True, is_me=False)


def _known_by(owner_id: int, as_of_epoch_s: int) -> QuerySet[Person]:
    """Return everybody who can carry a tie and was known at a moment the kept ties are of.

    A card says nothing of when it was met and counts as always known; whom only later acts name does not.
    """
    found = _people_of(owner_id)
    later = Interaction.objects.filter(owner_id=owner_id, at_epoch_s__gte=as_of_epoch_s)
    if not later.exists():
        return found
    cards = Mention.objects.filter(person=OuterRef("pk"), record__isnull=False)
    acts = Participation.objects.filter(mention__person=OuterRef("pk"))
    before = acts.filter(at_epoch_s__lt=as_of_epoch_s)
    return found.filter(Q(tie__isnull=False) | Exists(cards) | Exists(before) | ~Exists(acts))


def view_counts(owner_id: int, as_of_epoch_s: int) -> dict[str, int]:
    """Return how many people each saved view holds, from one count of ties and one of people."""
    counts = dict.fromkeys(VIEWS, 0)
    groups = (
        Tie.objects.filter(owner_id=owner_id).values_list("tie_class", "state").annotate(number=Count("pk"))
    )
    gone = gone_people(owner_id)
    of_gone = Tie.objects.filter(person_id__in=gone).values_list("tie_class", "state") if gone else ()
    for tie_class, state, number in (*groups, *((*each, -1) for each in of_gone)):
        if tie_class == TieClass.PSEUDO:
            continue
        counts[tie_class] += number
        counts["worth"] += number * (state != TieState.DORMANT)
        counts["cooling"] += number * (state == TieState.COOLING)
        counts["dormant_strong"] += number * (tie_class == TieClass.STRONG and state == TieState.DORMANT)
    counts["all"] = _known_by(owner_id, as_of_epoch_s).count() - len(gone)
    counts[GONE_VIEW] = len(gone)
    counts["pseudo"] = counts["all"] - counts["weak"] - counts["strong"]
    return counts


def within(owner_id: int, view: str, person_ids: Sequence[int], as_of_epoch_s: int) -> list[int]:
    """Return those of some people whom a view holds, in the order given; that of all with who is gone."""
    known = _known_by(owner_id, as_of_epoch_s)
    if view == GONE_VIEW:
        known = known.exclude(gone="")
    elif view != "all":
        known = known.filter(gone="")
    held = set(known.filter(VIEWS[view], pk__in=person_ids).values_list("pk", flat=True))
    return [person_id for person_id in person_ids if person_id in held]


def page_of(
    owner_id: int, view: str, as_of_epoch_s: int, *, skip: int, take: int, among: Sequence[int] | None = None
) -> list[int]:
    """Return one page of a view, strongest tie first, then by name; of everybody, or `among` some.

    Ties stand in an index by strength, so the first pages are read off it; who has none comes after all ties.
    """
    if view == GONE_VIEW:
        return [each for each in gone_people(owner_id) if among is None or each in among][skip : skip + take]
    ties = Tie.objects.filter(
        OF_TIES[view], owner_id=owner_id, person__is_person=True, person__is_me=False, person__gone=""
    )
    if among is not None:
        ties = ties.filter(person__in=among)
    ordered = ties.order_by("-strength", "person__sort_key", "person_id")
    found = list(ordered.values_list("person_id", flat=True)[skip : skip + take])
    if len(found) == take or view not in UNTIED:
        return found
    people = _known_by(owner_id, as_of_epoch_s).filter(tie__isnull=True, gone="")
    if among is not None:
        people = people.filter(pk__in=among)
    start = 0 if found else skip - ties.count()
    rest = people.order_by("sort_key", "pk").values_list("pk", flat=True)
    return [*found, *rest[start : start + take - len(found)]]
