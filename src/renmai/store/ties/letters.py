"""Letters between the owner and others, read person by person; the few that wait are kept beside the ties."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from django.db import connection

from renmai.domain.capture.interactions import Kind, Role
from renmai.domain.people.greetings import FormsOfAddress, forms_of_address
from renmai.domain.ties.excerpts import is_called
from renmai.domain.ties.letters import INVITED, Letter, Open
from renmai.store.book.bulk import Cursor, among, insert

MY_MENTIONS = (
    "SELECT me.id FROM renmai_mention me JOIN renmai_person mine ON mine.id = me.person_id"
    " WHERE mine.owner_id = %s AND mine.is_me"
)
FROM_THE_SPAN = "renmai_interaction i CROSS JOIN renmai_participation mine CROSS JOIN renmai_participation p"
FROM_THE_PEOPLE = (
    "renmai_participation p CROSS JOIN renmai_interaction i CROSS JOIN renmai_participation mine"
)
"""In which order to join: from a span of time, or from a few people; CROSS JOIN holds SQLite to it."""
COLUMNS = (
    "owner_id",
    "person_id",
    "interaction_id",
    "is_from_me",
    "at_epoch_s",
    "usual_s",
    "tries",
    "other_way",
)


class MySide(NamedTuple):
    """What I wrote, whomever to: my acts by id, those that anybody answered, my last in each conversation."""

    acts: frozenset[str]
    answered: frozenset[str]
    last_in_thread: dict[str, int]


def my_side(owner_id: int, *, since_epoch_s: int, until_epoch_s: int) -> MySide:
    """Return what the owner wrote in a span of time."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT i.external_id, i.thread, i.at_epoch_s FROM renmai_interaction i
            JOIN renmai_participation p ON p.interaction_id = i.id AND p.role = %s
            WHERE i.owner_id = %s AND i.at_epoch_s >= %s AND i.at_epoch_s < %s AND i.nature = 'direct'
              AND p.mention_id IN ({MY_MENTIONS})
            """,
            [Role.SENDER, owner_id, since_epoch_s, until_epoch_s, owner_id],
        )
        rows = cursor.fetchall()
        acts = frozenset(row[0] for row in rows)
        cursor.execute(
            "SELECT external_id, reply_to FROM renmai_interaction WHERE owner_id = %s AND at_epoch_s >= %s "
            "AND at_epoch_s < %s AND nature = 'direct' AND reply_to <> ''",
            [owner_id, since_epoch_s, until_epoch_s],
        )
        answered = frozenset(asked for act, asked in cursor.fetchall() if asked in acts and act not in acts)
    last: dict[str, int] = {}
    for act, thread, at_epoch_s in rows:
        conversation = thread or act
        last[conversation] = max(at_epoch_s, last.get(conversation, 0))
    return MySide(acts, answered, last)


class Audience(NamedTuple):
    """Interactions that a mailing list got too, and those that address no other person than the owner."""

    on_lists: frozenset[int]
    to_me_alone: frozenset[int]


def audiences(owner_id: int, *, since_epoch_s: int, until_epoch_s: int) -> Audience:
    """Return which letters of a span a mailing list got too, and which address the owner alone."""
    span = "i.owner_id = %s AND i.at_epoch_s >= %s AND i.at_epoch_s < %s"
    on_lists = f"""
        SELECT DISTINCT p.interaction_id FROM renmai_interaction i
        JOIN renmai_participation p ON p.interaction_id = i.id
        WHERE {span} AND p.mention_id IN (
            SELECT carried.mention_id FROM renmai_mentionhandle carried
            JOIN renmai_handle h ON h.id = carried.handle_id
            WHERE h.owner_id = %s AND h.nature = 'list')
    """
    to_me_alone = f"""
        SELECT p.interaction_id FROM renmai_interaction i
        JOIN renmai_participation p ON p.interaction_id = i.id AND p.role = 'to'
        JOIN renmai_mention m ON m.id = p.mention_id
        JOIN renmai_person who ON who.id = m.person_id AND who.is_person
        WHERE {span} AND who.owner_id = %s
        GROUP BY p.interaction_id
        HAVING COUNT(DISTINCT who.id) = 1 AND MAX(CASE WHEN who.is_me THEN 1 ELSE 0 END) = 1
    """
    found = []
    with connection.cursor() as cursor:
        for select in (on_lists, to_me_alone):
            cursor.execute(select, [owner_id, since_epoch_s, until_epoch_s, owner_id])
            found.append(frozenset(row[0] for row in cursor.fetchall()))
    return Audience(*found)


def letters_by_person(
    owner_id: int,
    *,
    since_epoch_s: int,
    until_epoch_s: int,
    audience: Audience,
    read_since_epoch_s: int,
    person_ids: Iterable[int] | None = None,
) -> Iterator[tuple[int, list[Letter]]]:
    """Yield everybody, or only some, one by one with the direct acts between them and the owner in a span.

    :param read_since_epoch_s: from when on questions are read for whether they call the owner by name
    """
    only, params, tables = "", [], FROM_THE_SPAN
    called = my_forms_of_address(owner_id)
    if person_ids is not None:
        condition, listed_ids = among("m.person_id", person_ids)
        only = f"AND p.mention_id IN (SELECT m.id FROM renmai_mention m WHERE {condition})"
        params, tables = [listed_ids], FROM_THE_PEOPLE
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT COALESCE(person.counts_with_id, person.id) AS whose, i.id, mine.role, p.role,
                   i.external_id, i.at_epoch_s, i.kind, i.reply_to,
                   i.thread, i.asks, i.words, i.audience, i.subject,
                   CASE WHEN i.asks AND i.at_epoch_s >= %s THEN i.excerpt ELSE '' END
            FROM {tables} CROSS JOIN renmai_mention theirs CROSS JOIN renmai_person person
            WHERE p.interaction_id = i.id AND mine.interaction_id = i.id
              AND theirs.id = p.mention_id AND person.id = theirs.person_id
              AND i.owner_id = %s AND i.at_epoch_s >= %s AND i.at_epoch_s < %s AND i.nature = 'direct'
              AND person.is_person AND NOT person.is_me AND mine.mention_id IN ({MY_MENTIONS}) {only}
              AND (mine.role = %s OR p.role = %s OR i.kind NOT IN ('mail', 'message'))
            ORDER BY whose, i.at_epoch_s, i.id
            """,
            [
                *(read_since_epoch_s, owner_id, since_epoch_s, until_epoch_s, owner_id),
                *(*params, Role.SENDER, Role.SENDER),
            ],
        )
        for person_id, rows in groupby(_rows(cursor), key=lambda row: row[0]):
            yield person_id, list(_once(_letter(row, audience, called) for row in rows))


def my_forms_of_address(owner_id: int) -> tuple[FormsOfAddress, ...]:
    """Return how letters may turn to the owner: by each name that stands beside an address of theirs."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT DISTINCT m.name FROM renmai_mention m WHERE m.id IN ({MY_MENTIONS}) AND m.name <> ''",
            [owner_id],
        )
        names = [name for (name,) in cursor.fetchall()]
    return tuple(dict.fromkeys(map(forms_of_address, sorted(names))))


def _rows(cursor: Cursor) -> Iterator[tuple[Any, ...]]:
    while batch := cursor.fetchmany(5000):
        yield from batch


def _letter(row: tuple[Any, ...], before: Audience, called: Sequence[FormsOfAddress]) -> Letter:
    """Return one row as a letter: from me where I am its sender, else with the role under which I got it.

    A meeting to which one of us was only invited stands under the role of the one invited.
    """
    person_id, interaction_id, my_role, their_role, act, at_epoch_s, kind = row[:7]
    reply_to, thread, asks, words, audience, subject, excerpt = row[7:]
    is_from_me = my_role == Role.SENDER
    return Letter(
        interaction_id,
        act,
        at_epoch_s,
        person_id,
        is_from_me,
        their_role if is_from_me or (kind == Kind.MEETING and their_role in INVITED) else my_role,
        kind,
        reply_to,
        thread,
        bool(asks),
        words,
        audience,
        subject,
        interaction_id in before.on_lists,
        interaction_id in before.to_me_alone,
        bool(excerpt) and not is_from_me and is_called(excerpt, called),
    )


def _once(letters: Iterable[Letter]) -> Iterator[Letter]:
    """Yield one letter for each act, under its most direct role: I may be in To and in Cc at once."""
    for _, same in groupby(letters, key=lambda letter: letter.interaction_id):
        yield min(same, key=lambda letter: (not letter.is_from_me, letter.role != Role.TO))


def keep_open_letters(
    cursor: Cursor, owner_id: int, found: Iterable[tuple[int, Open]], person_ids: Iterable[int] | None
) -> None:
    """Replace what waits, of everybody or of some."""
    if person_ids is None:
        cursor.execute("DELETE FROM renmai_openletter WHERE owner_id = %s", [owner_id])
    else:
        condition, listed_ids = among("person_id", person_ids)
        cursor.execute(f"DELETE FROM renmai_openletter WHERE {condition}", [listed_ids])
    rows = []
    for person_id, each in found:
        usual_s = each.my_usual.typical_s if each.my_usual.is_known else None
        for letter, mine, tries, way in (
            (each.owed, usual_s, 0, ""),
            (each.awaited, None, each.tries, each.other_way),
        ):
            if letter is not None:
                rows.append(
                    (
                        owner_id,
                        person_id,
                        letter.interaction_id,
                        letter.is_from_me,
                        letter.at_epoch_s,
                        mine,
                        tries,
                        way,
                    )
                )
    insert(cursor, "renmai_openletter", COLUMNS, rows)
