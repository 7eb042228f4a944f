"""Whose an address is by the names under which it writes: one human's, several humans', nobody's."""

import re
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher

from renmai.domain.people.names import are_surely_different, has_han, is_full_name, name_words, pieces, shown

FEWEST_COPIES = 5
"""Copied by so many different people, an address that never wrote and bears no human's name is a team's."""
SELDOM = 5
"""A name that stands on one letter, and on less than one in so many, is a slip."""
_NEAR = 0.7
_SHORTEST = 3
_NOBODYS = """
team teams group groups list lists mailing maillist maling ml maintainers maintainer support service
services sales office department dept committee board staff crew desk helpdesk hotline info news
newsletter notifications notification noreply robot bot ci kernel linux devel developers upstream
upstreaming discussion discussions room rooms conference conf meeting projector video studio hall lobby
inc ltd llc gmbh corp corporation company foundation association society club project projects press
shop store customer customers accounting admin administrator system systems server mailer via website
web form wordpress undisclosed recipients open moderated architecture driver drivers
"""
_NO_HUMANS = frozenset(_NOBODYS.split())
_NO_HUMANS_HAN = re.compile(
    r"(?:部|组|团队|小组|中心|办公室|会议室|会议厅|客服|公司|集团|大学|学院|银行|协会|委员会|秘书处|工作室|投影|大厅|报告厅|多功能厅|邮件列表|群)"
    r"|室\d{0,6}$|\d室|\d楼"
)


def is_human_name(name: str) -> bool:
    """Tell whether a name is a human's given name and surname, not a team's, a firm's or a room's."""
    if not is_full_name(name):
        return False
    if has_han(name):
        return _NO_HUMANS_HAN.search(name) is None
    return not any(word in _NO_HUMANS or any(c.isdigit() for c in word) for word in pieces(name))


def names_nobody(names: Iterable[str], local: str) -> bool:
    """Tell whether an address bears no human's name: neither beside it nor before its @."""
    return not any(map(is_human_name, names)) and not is_human_name(" ".join(re.split(r"[._-]+", local)))


def is_contested(letters: Mapping[str, int], local: str) -> bool:
    """Tell whether surely different humans write from one address, so that it is nobody's for certain.

    :param letters: how many were written under each name
    """
    total = sum(letters.values())
    told = sorted(
        name
        for name, count in letters.items()
        if is_human_name(name) and (count > 1 or count * SELDOM >= total)
    )
    spelt = "".join(pieces(local))
    return any(
        _are_two_writers(one, other, spelt) for n, one in enumerate(told) for other in told[n + 1 : n + 50]
    )


def _are_two_writers(one: str, other: str, spelt: str) -> bool:
    """Tell whether two names at one address are two humans'.

    Who shares a word is one human who is called otherwise (Leo Li, Li Yang), but for a couple: one surname
    and two given names at an address that spells neither.
    """
    if not are_surely_different(one, other):
        return False
    if has_han(one):
        return True
    a, b = pieces(shown(one)), pieces(shown(other))
    if set(a) & set(b):
        is_couple = a[-1] == b[-1] and not _are_near(a[0], b[0])
        return is_couple and not any(len(word) >= _SHORTEST and word in spelt for word in (a[0], b[0]))
    return not _are_near(" ".join(sorted(a)), " ".join(sorted(b)))


def _are_near(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other).ratio() >= _NEAR


def told_apart(names: Iterable[str]) -> dict[str, str]:
    """Return the writer whom each name of a contested address means; of whom it is not sure, none.

    A writer is called by the first of the names in order that mean them.
    """
    known = sorted(set(names))
    writers: list[list[str]] = []
    for name in filter(is_human_name, known):
        fits = [writer for writer in writers if not any(are_surely_different(name, each) for each in writer)]
        if len(fits) == 1:
            fits[0].append(name)
        elif not fits:
            writers.append([name])
    found = {name: writer[0] for writer in writers for name in writer}
    for name in known:
        words = set(name_words(name))
        fits = [writer for writer in writers if any(words <= set(name_words(each)) for each in writer)]
        if name not in found and words and len(fits) == 1:
            found[name] = fits[0][0]
    return found
