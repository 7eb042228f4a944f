"""What is known of each mention, as arrays that pairs of mentions can be compared in."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from renmai.domain.people.handles import Handle, HandleKind, HandleNature, nature_of, undisguised
from renmai.domain.people.names import has_han, is_real_name
from renmai.engine.identity.handles import account_of, is_free, read_handle, whose
from renmai.engine.identity.spelling import (
    initials_and_surname,
    marks_of_local,
    words_of_local,
    words_of_name,
    words_of_text,
)
from renmai.engine.identity.words import NOBODY, WORLD, Floats, WordColumn, gain_of, words_of

MOST_NAME_WORDS, MOST_PLACE_WORDS, MOST_TITLE_WORDS, MOST_WITH, MOST_HANDLES = 5, 10, 5, 12, 6
MOST_SPELLINGS, MOST_ALIASES, MOST_LOCALS = 6, 3, 6
_SHORTEST_LOCAL = 4
_GENERIC = """
mail email mails emails github gitlab code git root user users name spam home work contact hello me mine
myself self private personal public post mailbox inbox box web www news list lists mailinglist mailinglists ml
linux kernel bsd unix lkml patches patch dev devel developer opensource oss foss software hacking account main
other info admin team office letters misc stuff net online internet youxiang geren wode siren
"""
_ANYBODYS = frozenset(_GENERIC.split())
_DAY = re.compile(r"\s*(?:(\d{4})|-)-?(\d{1,2})(?:-?(\d{1,2}))?(?:[T ].*|\.0)?|\s*(\d{4})")


@dataclass(frozen=True, slots=True)
class Labels:
    """Things that are the same or not: `ids` is mentions × places, `gain` what agreement on each tells."""

    ids: NDArray[np.int32]
    gain: Floats


@dataclass(frozen=True, slots=True)
class Traits:
    """What is known of each mention, by its place in order. `day` is year, month, day; 0 is unknown."""

    latin: WordColumn
    han: WordColumn
    whole: Labels
    spellings: NDArray[np.int32]
    aliases: NDArray[np.int32]
    locals: WordColumn
    handles: Labels
    hosts: Labels
    mails: NDArray[np.bool_]
    is_full: NDArray[np.bool_]
    """Whether the name is a family name beside a given one, not a nickname or a name used on a machine."""
    place: WordColumn
    title: WordColumn
    organisation: WordColumn
    beside: Labels
    day: NDArray[np.int16]
    birthday: Labels
    prior: float
    """Log-odds that two mentions picked blindly are one person's, when each person has two."""


def parsed_day(text: str | None) -> tuple[int, int, int]:
    """Return the year, month and day of an ISO date, 0 for what is not said; 19801209 is read too."""
    match = _DAY.fullmatch(text) if text else None
    if match is None:
        return 0, 0, 0
    year, month, day, alone = (int(part or 0) for part in match.groups())
    return year or alone, month, day


def handles_of(
    rows: Sequence[Sequence[str]], names: Sequence[object]
) -> tuple[list[list[tuple[Handle, str]]], int]:
    """Return the handles of each mention with whose each is, and how many texts could not be read.

    A name that is a mail address is one of them.
    """
    handles: list[list[tuple[Handle, str]]] = []
    unreadable = 0
    for texts, name in zip(rows, names, strict=True):
        spoken = read_handle(str(name)) if name and "@" in str(name) else None
        kept = [(spoken, whose(spoken))] if spoken is not None and spoken.kind == HandleKind.MAIL else []
        for text in dict.fromkeys(texts):
            handle = read_handle(text)
            if handle is None:
                unreadable += bool(text.strip())
            elif (handle, whose(handle)) not in kept:
                kept.append((handle, whose(handle)))
        handles.append(kept)
    return handles, unreadable


def traits_of(
    columns: Mapping[str, Sequence[object]], handles: Sequence[Sequence[tuple[Handle, str]]]
) -> Traits:
    """Return the traits of mentions whose columns are those of the contract, `None` where nothing is said."""
    count = len(handles)
    names = [str(name or "") for name in columns["name"]]
    read = [words_of_name(name) if is_real_name(name) else ((), ()) for name in names]
    shown = [[undisguised(handle) for handle, _ in row] for row in handles]
    mails = [[handle for handle in row if handle.kind == HandleKind.MAIL] for row in shown]
    own = [[handle for handle in row if nature_of(handle) == HandleNature.PERSONAL] for row in mails]
    latin = [one[0] or _from_mail(mail) for one, mail in zip(read, own, strict=True)]
    given_names = [name if one[0] else "" for name, one in zip(names, read, strict=True)]
    locals_of = [_locals(mail) for mail in own]
    is_full = [
        bool(one[1]) or (len(one[0]) > 1 and " " in name.strip())
        for name, one in zip(names, read, strict=True)
    ]
    days = [parsed_day(None if day is None else str(day)) for day in columns["birthday"]]
    return Traits(
        latin=words_of(latin, MOST_NAME_WORDS),
        han=words_of([one[1] for one in read], 2),
        whole=_labels([[" ".join(sorted(words))] if len(words) > 1 else [] for words in latin], 1),
        spellings=_among([initials_and_surname(words) for words in latin], locals_of, MOST_SPELLINGS),
        aliases=_among([_aliases(name) for name in given_names], locals_of, MOST_ALIASES),
        locals=words_of(locals_of, MOST_LOCALS),
        handles=_labels(
            [[account_of(h) for h, nature in row if nature == HandleNature.PERSONAL] for row in handles],
            MOST_HANDLES,
        ),
        hosts=_labels([sorted({h.host for h in row if not is_free(h.host)}) for row in mails], 2),
        mails=np.array([bool(row) for row in mails], dtype=np.bool_),
        is_full=np.array(is_full, dtype=np.bool_),
        place=_text(columns["place"], MOST_PLACE_WORDS),
        title=_text(columns["title"], MOST_TITLE_WORDS),
        organisation=_text(columns["organisation"], MOST_TITLE_WORDS),
        beside=_labels([_beside(row) for row in columns["with"]], MOST_WITH),
        day=np.array(days, dtype=np.int16).reshape(count, 3),
        birthday=_birthdays(days),
        prior=float(-np.log(count + WORLD)),
    )


def _text(column: Sequence[object], most: int) -> WordColumn:
    return words_of([words_of_text(str(text)) if text else () for text in column], most)


def _labels(rows: Sequence[Sequence[str]], most: int) -> Labels:
    counts = Counter(label for row in rows for label in set(row))
    vocabulary = sorted(counts)
    number = {label: n for n, label in enumerate(vocabulary)}
    ids = np.full((len(rows), most), NOBODY, dtype=np.int32)
    for k, row in enumerate(rows):
        for place, label in enumerate(sorted(row, key=lambda label: (counts[label], label))[:most]):
            ids[k, place] = number[label]
    return Labels(ids, gain_of(np.array([counts[v] for v in vocabulary], dtype=np.float64), len(rows)))


def _birthdays(days: Sequence[tuple[int, int, int]]) -> Labels:
    """Return whole birthdays, or month and day alone, with what agreement on each tells."""
    texts = [["-".join(map(str, day))] if day[1] and day[2] else [] for day in days]
    labels = _labels(texts, 1)
    return labels


def _from_mail(mails: Sequence[Handle]) -> tuple[str, ...]:
    """Return the words of a name where only an address tells it."""
    for handle in mails:
        local = handle.value.rpartition("@")[0]
        words = words_of_local(local) or marks_of_local(local)[-1:]
        if len(words[0]) >= _SHORTEST_LOCAL:
            return words
    return ()


def _locals(mails: Sequence[Handle]) -> tuple[str, ...]:
    """Return what somebody's addresses call them in front of the @."""
    marks = {mark for handle in mails for mark in marks_of_local(handle.value.rpartition("@")[0])}
    return tuple(sorted(mark for mark in marks if _may_tell(mark)))


def _aliases(name: str) -> tuple[str, ...]:
    """Return what a name of one word is if it is one used on a machine."""
    is_one_word = " " not in name.strip() and not has_han(name) and is_real_name(name)
    return tuple(mark for mark in marks_of_local(name) if _may_tell(mark)) if is_one_word else ()


def _may_tell(mark: str) -> bool:
    return len(mark) >= _SHORTEST_LOCAL and mark not in _ANYBODYS


def _among(
    rows: Sequence[Sequence[str]], locals_of: Sequence[tuple[str, ...]], most: int
) -> NDArray[np.int32]:
    """Return ways to write a name by the numbers of the locals that are written so, as far as any is."""
    number = {word: n for n, word in enumerate(sorted({word for row in locals_of for word in row}))}
    ids = np.full((len(rows), most), NOBODY, dtype=np.int32)
    for k, row in enumerate(rows):
        for place, form in enumerate(row[:most]):
            ids[k, place] = number.get(form, NOBODY)
    return ids


def _beside(row: object) -> list[str]:
    names = row if isinstance(row, list) else []
    return sorted({" ".join(sorted(words_of_name(str(name))[0])) for name in names if name})
