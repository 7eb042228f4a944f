"""Behind which of somebody's addresses an employer stands, mention by mention (T6)."""

from collections.abc import Iterable, Mapping

from django.db import connection

from renmai.domain.people.handles import Handle, HandleKind
from renmai.domain.people.mail_hosts import firm_host, is_private
from renmai.store.book.bulk import among
from renmai.store.people.carried import CarriedHandle


def employer_hosts(mention_ids: Iterable[int]) -> dict[int, str]:
    """Return for some mentions the domain of the employer behind their most telling mail address."""
    condition, listed = among("c.mention_id", mention_ids)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.mention_id, h.value FROM renmai_mentionhandle c "
            f"JOIN renmai_handle h ON h.id = c.handle_id WHERE {condition} AND h.kind = %s "
            "ORDER BY c.place DESC, h.value",
            [listed, str(HandleKind.MAIL)],
        )
        return _hosts(dict(cursor.fetchall()))


def hosts_carried(carried: Iterable[CarriedHandle]) -> dict[int, str]:
    """Return the same of mentions that were read with the handles they carry."""
    mails = [each for each in carried if each.kind == HandleKind.MAIL]
    told = sorted(mails, key=lambda each: (-(each.place or 0), each.value))
    return _hosts({each.mention_id: each.value for each in told})


def _hosts(addresses: Mapping[int, str]) -> dict[int, str]:
    hosts = {pk: Handle(HandleKind.MAIL, address).host for pk, address in addresses.items()}
    return {pk: firm_host(host) for pk, host in hosts.items() if not is_private(host)}
