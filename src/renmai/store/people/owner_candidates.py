"""Under which handles the owner may be met in the book, where nothing says so yet."""

from django.db import connection

from renmai.domain.capture.interactions import Role
from renmai.domain.people.handles import Handle, HandleKind, HandleNature
from renmai.domain.people.owner_candidates import OwnerCandidate, in_order
from renmai.store.models import Interaction

WRITES_UNDER = (HandleKind.MAIL, HandleKind.MESSENGER, HandleKind.DISGUISED)
MOST_LOOKED_AT = 50


def owner_candidates(owner_id: int) -> tuple[OwnerCandidate, ...]:
    """Return the addresses and names in chats that took part in most acts, the likeliest first."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT h.kind, h.value, MAX(m.name), COUNT(*), "
            "SUM(CASE WHEN p.role = %s THEN 1 ELSE 0 END) "
            "FROM renmai_handle h JOIN renmai_mentionhandle c ON c.handle_id = h.id "
            "JOIN renmai_mention m ON m.id = c.mention_id JOIN renmai_participation p ON p.mention_id = m.id "
            "WHERE h.owner_id = %s AND h.kind IN (%s, %s, %s) AND h.nature = %s "
            "GROUP BY h.id, h.kind, h.value ORDER BY COUNT(*) DESC, h.value LIMIT %s",
            [Role.SENDER, owner_id, *map(str, WRITES_UNDER), str(HandleNature.PERSONAL), MOST_LOOKED_AT],
        )
        found = [
            OwnerCandidate(handle=Handle(kind, value), name=name, acts=acts, sent=int(sent))
            for kind, value, name, acts, sent in cursor.fetchall()
        ]
    acts_total = Interaction.objects.filter(owner_id=owner_id).count()
    return in_order(found, acts_total=acts_total)
