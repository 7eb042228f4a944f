"""What speaks for two mentions being one person, and what against, for many pairs at once."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from renmai.engine.identity.traits import Labels, Traits
from renmai.engine.identity.words import (
    NOBODY,
    Floats,
    Ints,
    WordColumn,
    is_beginning,
    is_initial,
    is_short_form,
    likeness,
)

ALIKE = 0.62
"""Words spelt more alike than this may be one word with a spelling mistake: one letter in four or more."""
SHORT_FORM, BEGINNING, MOST_ALIKE, INITIAL = 0.8, 0.5, 0.95, 0.1
MOST_FOR_PLACE = 15.0
TELLING = 7
"""A name used on a machine tells more if it is as long as this or has digits in it: neil is any Neil."""
FOR = (
    "handle", "handle_alike", "local", "local_short", "spelt", "spelt_short", "host", "name", "name_alike",
    "name_whole", "initials",
    "birthday", "birthday_near", "birthday_part", "place", "title", "organisation", "beside",
)  # fmt: skip
AGAINST = (
    "handle_other", "host_same_address_other", "name_other", "name_more", "nickname_other", "birthday_other",
    "place_other", "title_other", "organisation_other",
)  # fmt: skip
FEATURES = FOR + AGAINST
Put = Callable[[str, Floats | NDArray[np.bool_]], None]

Numbers = NDArray[np.signedinteger[Any]]
PLACE_OF = {name: place for place, name in enumerate(FEATURES)}


class Met(NamedTuple):
    """How the words of two mentions meet, by pair: gains in nats, the rest in words."""

    same: Floats
    alike: Floats
    initials: Floats
    left_one: Floats
    left_other: Floats
    both: NDArray[np.bool_]
    none: NDArray[np.bool_]


class SideEvidence(NamedTuple):
    """What the words of one side of each pair come to."""

    same: Floats
    alike: Floats
    initials: Floats
    left: Floats
    met: Floats
    has: NDArray[np.bool_]


def compared(traits: Traits, one: Ints, other: Ints) -> Floats:
    """Return the evidence on each pair, pairs × FEATURES, every figure at least 0."""
    evidence = np.zeros((len(one), len(FEATURES)))

    def put(name: str, column: Floats | NDArray[np.bool_]) -> None:
        evidence[:, PLACE_OF[name]] = column

    _names(traits, one, other, put)
    _addresses(traits, one, other, put)
    _birthdays(traits, one, other, put)
    for name, words in (
        ("place", traits.place),
        ("title", traits.title),
        ("organisation", traits.organisation),
    ):
        if not len(words.gain):
            continue
        same, least, both = _overlap(words, one, other)
        put(name, np.minimum(same, MOST_FOR_PLACE))
        put(f"{name}_other", np.where(both, 1 - np.minimum(same / np.maximum(least, 1e-9), 1), 0.0))
    put("beside", _shared(traits.beside, one, other).sum(axis=1))
    return evidence


def _names(traits: Traits, one: Ints, other: Ints, put: Put) -> None:
    met = _meet(traits.latin, one, other, with_forms=True)
    if len(traits.han.gain):
        characters = _meet(traits.han, one, other, with_forms=False)
        met = Met(*(np.where(characters.both, *ways) for ways in zip(characters, met, strict=True)))
    whole = _shared(traits.whole, one, other).max(axis=1)
    put("name", met.same)
    put("name_alike", met.alike)
    put("name_whole", whole)
    put("initials", met.initials)
    are_full = traits.is_full[one] & traits.is_full[other]
    put("name_other", np.where(are_full, np.minimum(met.left_one, met.left_other), 0))
    put("name_more", np.where(are_full, np.abs(met.left_one - met.left_other), 0))
    put("nickname_other", met.none & ~are_full)


def _addresses(traits: Traits, one: Ints, other: Ints, put: Put) -> None:
    handle = _shared(traits.handles, one, other).max(axis=1)
    host = _shared(traits.hosts, one, other).max(axis=1)
    both = traits.mails[one] & traits.mails[other]
    is_same = handle > 0
    put("handle", handle)
    put("handle_other", both & ~is_same)
    put("host", np.where(is_same, 0.0, host))
    if not len(traits.locals.gain):
        put("host_same_address_other", (host > 0) & ~is_same)
        return
    locals_ = traits.locals
    tells = np.append((locals_.size >= TELLING) | locals_.is_number, False)
    same, same_short, spelt, spelt_short = (
        np.maximum(
            _called(column, locals_, one, other, tells == telling),
            _called(column, locals_, other, one, tells == telling),
        )
        for column, telling in (
            ([*locals_.ids.T, *traits.aliases.T], True),
            ([*locals_.ids.T, *traits.aliases.T], False),
            ([*traits.spellings.T], True),
            ([*traits.spellings.T], False),
        )
    )
    met = _meet(locals_, one, other, with_forms=False)
    is_whole = _shared(traits.whole, one, other).max(axis=1) > 0
    spelt, spelt_short = (np.where(is_whole, 0.0, column) for column in (spelt, spelt_short))
    is_met = is_same.copy()
    for name, column in (
        ("local", same),
        ("spelt", spelt),
        ("spelt_short", spelt_short),
        ("local_short", same_short),
    ):
        put(name, np.where(is_met, 0.0, column))
        is_met |= column > 0
    put("handle_alike", np.where(is_met | is_whole, 0.0, met.alike))
    put("host_same_address_other", (host > 0) & ~is_same & (same == 0))


def _called(
    ways: Sequence[Numbers], locals_: WordColumn, one: Ints, other: Ints, is_wanted: NDArray[np.bool_]
) -> Floats:
    """Return what it tells that an address of the second is written in one of the ways of the first."""
    gain = np.append(locals_.gain, 0.0) * is_wanted
    mine = [column[one] for column in ways]
    best = np.zeros(len(one))
    for column in locals_.ids.T:
        local = column[other]
        best = np.maximum(best, np.where(_is_any(local, mine), gain[local], 0.0))
    return best


def _is_any(number: Numbers, among: Sequence[Numbers]) -> NDArray[np.bool_]:
    """Tell where a number is one of those beside it; NOBODY is none."""
    is_any = np.zeros(len(number), dtype=np.bool_)
    for column in among:
        is_any |= number == column
    is_any &= number != NOBODY
    return is_any


def _birthdays(traits: Traits, one: Ints, other: Ints, put: Put) -> None:
    a, b = traits.day[one].astype(np.int64), traits.day[other].astype(np.int64)
    gain = np.append(traits.birthday.gain, 0.0)
    has_year = (a[:, 0] > 0) & (b[:, 0] > 0)
    is_known = (a[:, 1] > 0) & (b[:, 1] > 0) & (a[:, 2] > 0) & (b[:, 2] > 0)
    parts = a == b
    same_day = is_known & parts[:, 1] & parts[:, 2]
    same = same_day & (parts[:, 0] | ~has_year)
    tells = np.minimum(gain[traits.birthday.ids[one, 0]], gain[traits.birthday.ids[other, 0]])
    whole = is_known & has_year & ~same
    swapped = whole & parts[:, 0] & (a[:, 1] == b[:, 2]) & (a[:, 2] == b[:, 1])
    near = swapped | (whole & (_digits_apart(a, b) <= 1))
    part = whole & ~near & (parts.sum(axis=1) == 2)
    year_only = has_year & ~is_known
    put("birthday", np.where(same, tells, 0.0))
    put("birthday_near", near)
    put("birthday_part", part)
    put(
        "birthday_other",
        (whole & ~near & ~part) | (is_known & ~has_year & ~same) | (year_only & ~parts[:, 0]),
    )


def _digits_apart(a: Ints, b: Ints) -> Ints:
    """Return in how many digits two days written out differ; two neighbours exchanged count as one."""
    one, other = (day[:, 0] * 10_000 + day[:, 1] * 100 + day[:, 2] for day in (a, b))
    digits = [[(number // 10**place) % 10 for place in range(8)] for number in (one, other)]
    x, y = (np.stack(rows, axis=1) for rows in digits)
    differ = x != y
    count = differ.sum(axis=1)
    exchanged = (differ[:, :-1] & differ[:, 1:] & (x[:, :-1] == y[:, 1:]) & (x[:, 1:] == y[:, :-1])).any(
        axis=1
    )
    apart: Ints = np.where((count == 2) & exchanged, 1, count)
    return apart


def _shared(labels: Labels, one: Ints, other: Ints) -> Floats:
    """Return what each of the first mention's labels tells if the second has it too; pairs × places."""
    shared = np.zeros((len(one), labels.ids.shape[1]))
    if len(labels.gain):
        gain = np.append(labels.gain, 0.0)
        theirs = [column[other] for column in labels.ids.T]
        for place, column in enumerate(labels.ids.T):
            mine = column[one]
            shared[:, place] = np.where(_is_any(mine, theirs), gain[mine], 0.0)
    return shared


def _overlap(words: WordColumn, one: Ints, other: Ints) -> tuple[Floats, Floats, NDArray[np.bool_]]:
    """Return what the shared words tell, what all of the lesser side would, and whether both have any."""
    gain = np.append(words.gain, 0.0)
    theirs = [column[other] for column in words.ids.T]
    same, all_mine, all_theirs = (np.zeros(len(one)) for _ in range(3))
    for place, column in enumerate(words.ids.T):
        mine = column[one]
        tells = gain[mine]
        all_mine += tells
        all_theirs += gain[theirs[place]]
        same += np.where(_is_any(mine, theirs), tells, 0.0)
    return same, np.minimum(all_mine, all_theirs), (all_mine > 0) & (all_theirs > 0)


def _meet(words: WordColumn, one: Ints, other: Ints, *, with_forms: bool) -> Met:
    """Return how the words of each pair meet: each word takes the one of the other mention it is most like.

    :param with_forms: let short forms and initials of a name count as alike
    """
    mine, theirs = _columns(words, one), _columns(words, other)
    has_mine, has_theirs = ([column != NOBODY for column in side] for side in (mine, theirs))
    is_same_mine = [_is_any(column, theirs) for column in mine]
    is_same_theirs = [_is_any(column, mine) for column in theirs]
    best_mine, best_theirs = (
        [np.where(same, 1.0, 0.0) for same in side] for side in (is_same_mine, is_same_theirs)
    )
    for x, a in enumerate(mine):
        for y, b in enumerate(theirs):
            rows = np.flatnonzero(has_mine[x] & has_theirs[y] & ~is_same_mine[x] & ~is_same_theirs[y])
            alike = _alike(words, a[rows].astype(np.int64), b[rows].astype(np.int64), with_forms=with_forms)
            best_mine[x][rows] = np.maximum(best_mine[x][rows], alike)
            best_theirs[y][rows] = np.maximum(best_theirs[y][rows], alike)
    one_side = _side(words, mine, has_mine, best_mine)
    other_side = _side(words, theirs, has_theirs, best_theirs)
    both = one_side.has & other_side.has
    return Met(
        same=(one_side.same + other_side.same) / 2,
        alike=np.minimum(one_side.alike, other_side.alike),
        initials=np.minimum(one_side.initials, other_side.initials),
        left_one=np.where(both, one_side.left, 0),
        left_other=np.where(both, other_side.left, 0),
        both=both,
        none=both & (one_side.met == 0),
    )


def _columns(words: WordColumn, mentions: Ints) -> list[Ints]:
    """Return the words of some mentions, a column for each place that any of them fills."""
    columns = [column[mentions] for column in words.ids.T]
    return [column for place, column in enumerate(columns) if place == 0 or (column != NOBODY).any()]


def _alike(words: WordColumn, one: Ints, other: Ints, *, with_forms: bool) -> Floats:
    """Return how far two different words may be one, 0 to below 1."""
    alike = likeness(words, one, other)
    alike = np.where(alike < ALIKE, 0.0, np.minimum((alike - 0.5) * 2, MOST_ALIKE))
    if with_forms:
        alike = np.maximum(alike, np.where(is_short_form(words, one, other), SHORT_FORM, 0.0))
        alike = np.maximum(alike, np.where(is_beginning(words, one, other), BEGINNING, 0.0))
        alike = np.maximum(alike, np.where(is_initial(words, one, other), INITIAL, 0.0))
    return alike


def _side(
    words: WordColumn, columns: list[Ints], has: list[NDArray[np.bool_]], best: list[Floats]
) -> SideEvidence:
    """Return what one side's words come to, each with the best that it met."""
    gain = np.append(words.gain, 0.0)
    zero = np.zeros(len(columns[0]))
    side = SideEvidence(
        zero.copy(), zero.copy(), zero.copy(), zero.copy(), zero.copy(), np.zeros(len(zero), np.bool_)
    )
    for column, is_there, quality in zip(columns, has, best, strict=True):
        tells = gain[column]
        side.same[:] += np.where(quality == 1, tells, 0.0)
        side.alike[:] += np.where((quality > INITIAL) & (quality < 1), quality * tells, 0.0)
        side.initials[:] += quality == INITIAL
        side.left[:] += is_there & (quality == 0)
        side.met[:] += quality > 0
        side.has[:] |= is_there
    return side
