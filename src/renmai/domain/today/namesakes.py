"""Namesakes: who went quiet while somebody of the same name writes is most likely one person."""

from collections.abc import Iterable, Mapping


def without_livelier_namesakes(
    quiet: Iterable[tuple[int, str, int | None]], latest_of_name: Mapping[str, int]
) -> list[int]:
    """Return the people who went quiet, without those whom a namesake has written after.

    That is most likely the same person at a newer address, and nobody to be greeted anew.

    :param quiet: person id, name as it is sorted by, when they last reached out
    :param latest_of_name: when anybody of a name last reached out
    """
    return [
        person_id
        for person_id, name, last_in in quiet
        if last_in is None or latest_of_name.get(name, last_in) <= last_in
    ]
