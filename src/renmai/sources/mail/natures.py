"""What a mail is worth as evidence: meant for those it names, sent to a mass, or written by a machine."""

from collections.abc import Mapping

from renmai.domain.capture.interactions import Nature

MOST_NAMED = 200  # whoever writes to more does not mean any one of them


def nature_of_mail(fields: Mapping[str, object], *, named: int, lists: int) -> str:
    """Judge a mail no machine wrote by its headers, by how many people it names and how many lists.

    A discussion on a list is direct for the people it names beside the list; what is sent through a list or
    in bulk and names nobody, or one receiver only without a list to discuss on, is mass.
    """
    if named > MOST_NAMED:
        return Nature.MASS
    precedence = str(fields.get("precedence", "")).lower()
    is_bulk = "list_unsubscribe" in fields or precedence in ("bulk", "junk")
    is_listed = (
        is_bulk or precedence == "list" or "list_id" in fields or "mailing_list" in fields or lists > 0
    )
    if is_listed and not named:
        return Nature.MASS
    is_discussed = lists > 0 or "mailing_list" in fields or "list_post" in fields
    if is_bulk and named <= 1 and not is_discussed and "in_reply_to" not in fields:
        return Nature.MASS
    return Nature.DIRECT
