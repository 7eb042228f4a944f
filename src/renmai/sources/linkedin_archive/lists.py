"""The lists of the archive, told by their headings."""

from enum import StrEnum

MOST_HEADINGS = 60


class ArchiveList(StrEnum):
    """What a file of the archive lists."""

    CONNECTIONS = "connection"
    MESSAGES = "message"
    INVITATIONS = "invitation"
    RECOMMENDATIONS = "recommendation"
    ENDORSEMENTS_GOT = "endorsement_got"
    ENDORSEMENTS_GIVEN = "endorsement_given"
    OTHER = "other"


_HEADINGS = (
    (ArchiveList.CONNECTIONS, frozenset({"First Name", "Last Name", "Connected On"})),
    (ArchiveList.MESSAGES, frozenset({"CONVERSATION ID", "FROM", "TO", "DATE", "CONTENT"})),
    (ArchiveList.INVITATIONS, frozenset({"From", "To", "Sent At", "Direction"})),
    (ArchiveList.RECOMMENDATIONS, frozenset({"First Name", "Last Name", "Text", "Creation Date", "Status"})),
    (ArchiveList.ENDORSEMENTS_GOT, frozenset({"Skill Name", "Endorser First Name", "Endorser Last Name"})),
    (ArchiveList.ENDORSEMENTS_GIVEN, frozenset({"Skill Name", "Endorsee First Name", "Endorsee Last Name"})),
)
_OTHERS = (
    frozenset({"Company Name", "Title", "Description", "Location", "Started On", "Finished On"}),
    frozenset({"School Name", "Start Date", "End Date", "Notes", "Degree Name", "Activities"}),
    frozenset({"Email Address", "Confirmed", "Primary", "Updated On"}),
    frozenset({"Extension", "Number", "Type"}),
    frozenset({"Organization", "Followed On"}),
    frozenset({"Event Name", "Event Time", "Status", "External Url"}),
    frozenset({"Registered At", "Registration Ip", "Subscription Types"}),
    frozenset({"Date", "ShareLink", "ShareCommentary", "SharedUrl", "MediaUrl", "Visibility"}),
    frozenset({"Date", "Link", "Message"}),
    frozenset({"Date", "Type", "Link"}),
)
"""Lists of the archive that name nobody, told by all of their headings."""
_PROFILE = frozenset({"Maiden Name", "Headline", "Summary", "Instant Messengers"})


def list_of(headings: frozenset[str]) -> ArchiveList | None:
    """Return which list has these headings, None where none of the archive does."""
    if len(headings) > MOST_HEADINGS:
        return None
    if headings in _OTHERS or headings >= _PROFILE:
        return ArchiveList.OTHER
    return next((kind for kind, needed in _HEADINGS if needed <= headings), None)


def are_linkedins(headings: frozenset[str]) -> bool:
    """Tell the headings of the archive from others."""
    return list_of(headings) is not None
