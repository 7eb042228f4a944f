"""Namesakes: who went quiet while somebody who is likely the same human writes is not greeted anew."""

from collections.abc import Collection, Iterable, Mapping


def without_livelier_namesakes(
    quiet: Iterable[tuple[int, int | None]],
    likely_same: Mapping[int, Collection[int]],
    last_in: Mapping[int, int],
) -> list[int]:
    """Return the people who went quiet, without those who most likely write under another address.

    :param quiet: person id, when they last reached out
    :param likely_same: who is likely one human with whom, under one name as it is written
    :param last_in: when somebody last reached out
    """
    return [
        person_id
        for person_id, at_epoch_s in quiet
        if at_epoch_s is None
        or all(last_in.get(other, at_epoch_s) <= at_epoch_s for other in likely_same.get(person_id, ()))
    ]
