"""Addresses that are likely the owner's own: somebody writes from them under the owner's full name."""

from django.db import connection

from renmai.domain.capture.interactions import Role
from renmai.domain.people.handles import Handle, HandleKind, HandleNature
from renmai.domain.people.names import is_full_name, name_words
from renmai.store.book import decisions
from renmai.store.book.bulk import among
from renmai.store.models import Mention, Owner, Person
from renmai.store.people.readings import sort_key_of

NOT_MINE = "not_mine"
"""The kind of the decision that an address under the owner's name is not theirs."""


def named_like_me(owner_id: int) -> list[Handle]:
    """Return the mail addresses from which somebody of the owner's full name writes, as it is written."""
    names = {Owner.objects.values_list("name", flat=True).get(pk=owner_id)}
    names.update(
        Mention.objects.filter(person__owner_id=owner_id, person__is_me=True).values_list("name", flat=True)
    )
    own = {name_words(name) for name in names if is_full_name(name)}
    keys = {sort_key_of(name) for name in names if is_full_name(name)}
    alike = Person.objects.filter(owner_id=owner_id, sort_key__in=keys, is_me=False, is_person=True)
    people = [pk for pk, name in alike.values_list("pk", "name") if name_words(name) in own]
    condition, listed = among("m.person_id", people)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT h.kind, h.value FROM renmai_mention m "
            "CROSS JOIN renmai_mentionhandle c CROSS JOIN renmai_handle h "
            "WHERE c.mention_id = m.id AND h.id = c.handle_id AND h.kind = %s AND h.nature = %s "
            "AND EXISTS (SELECT 1 FROM renmai_participation p WHERE p.mention_id = m.id AND p.role = %s) "
            f"AND {condition} ORDER BY h.value",
            [str(HandleKind.MAIL), str(HandleNature.PERSONAL), Role.SENDER, listed],
        )
        found = [Handle(*row) for row in cursor.fetchall()]
    denied = {each.anchor for each in decisions.standing(owner_id, NOT_MINE)} if found else set()
    return [handle for handle in found if str(handle) not in denied]
