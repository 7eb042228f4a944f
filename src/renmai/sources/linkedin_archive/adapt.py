"""What a row of the archive means: a person, or an act between them and the owner."""

from renmai.domain.capture.interactions import Interaction, Kind, Participation, Role
from renmai.domain.capture.records import RawRecord
from renmai.domain.people.mentions import ORGANISATION, Fact, Mention
from renmai.sources.address_book import reach
from renmai.sources.address_book.names import in_order, spelt, tidy
from renmai.sources.address_book.reach import LabelledWay, Way
from renmai.sources.base import Adapted, Reading
from renmai.sources.chat_acts import THE_OWNER, act_of_turn
from renmai.sources.csv_tables import TableRow
from renmai.sources.handles import chat_handle, link_handle, profile_handle
from renmai.sources.linkedin_archive.lists import ArchiveList
from renmai.sources.linkedin_archive.messages import PLATFORM
from renmai.sources.linkedin_archive.moments import moment_of
from renmai.sources.weight import weigh


def adapt(record: RawRecord, reading: Reading) -> Adapted:
    """Return the person a row is of, or the act it tells of; a row may be kept and mean nothing yet."""
    kind = record.fields.get("list")
    if kind is None:
        return Adapted(interactions=(act_of_turn(record, _member),))
    row = TableRow(0, dict(record.fields), 0)
    if kind == ArchiveList.INVITATIONS:
        return _invitation(record, row)
    if kind == ArchiveList.RECOMMENDATIONS:
        return _recommendation(record, row)
    if kind == ArchiveList.ENDORSEMENTS_GOT:
        return _mentioned(_person(row, "Endorser First Name", "Endorser Last Name", "Endorser Public Url"))
    if kind == ArchiveList.ENDORSEMENTS_GIVEN:
        return _mentioned(_person(row, "Endorsee First Name", "Endorsee Last Name", "Endorsee Public Url"))
    return _mentioned(_person(row, "First Name", "Last Name", "URL"))


def _mentioned(mention: Mention | None) -> Adapted:
    return Adapted(mentions=(mention,)) if mention else Adapted()


def _person(row: TableRow, given_heading: str, family_heading: str, url_heading: str) -> Mention | None:
    given, family = tidy(row.text(given_heading)), tidy(row.text(family_heading))
    name = in_order(spelt(family, given, ""), family, given)
    link = profile_handle(_url(row.text(url_heading)))
    ways = [LabelledWay(way) for way in reach.mails(row.text("Email Address"))]
    ways += [LabelledWay(Way(link))] if link else []
    handles, shared = reach.settled(ways)
    if not (name or handles):
        return None
    facts = [
        Fact(ORGANISATION, tidy(row.text("Company"))),
        Fact("title", tidy(row.text("Position", "Job Title"))),
    ]
    return Mention(name, handles, (*(fact for fact in facts if fact.value), *shared))


def _url(text: str) -> str:
    return text if not text or "//" in text[:8] else f"https://{text.removeprefix('/')}"


def _member(account: str, name: str) -> Mention:
    """Return who takes part in a conversation, by their profile or, where none is named, by their name."""
    if not account.startswith("https://"):
        handle = chat_handle(PLATFORM, account)
    else:
        handle = profile_handle(account) or link_handle(account)
    return Mention(tidy(name), (handle,) if handle else ())


def _invitation(record: RawRecord, row: TableRow) -> Adapted:
    """Return the act of an invitation that says something; one without words is a click and means nothing."""
    is_mine = row.text("Direction").upper() == "OUTGOING"
    name, url = ("To", "inviteeProfileUrl") if is_mine else ("From", "inviterProfileUrl")
    link = profile_handle(_url(row.text(url)))
    other = Mention(tidy(row.text(name)), (link,) if link else ())
    text = row.text("Message")
    if not text or not (other.name or other.handles):
        return Adapted()
    return _act(record, other, text, row.text("Sent At"), is_mine=is_mine)


def _recommendation(record: RawRecord, row: TableRow) -> Adapted:
    """Return the act of writing a recommendation: by the owner, or for the owner."""
    other = _person(row, "First Name", "Last Name", "URL")
    text = row.text("Text")
    if other is None or not text:
        return _mentioned(other)
    return _act(record, other, text, row.text("Creation Date"), is_mine=row.text("direction") == "given")


def _act(record: RawRecord, other: Mention, text: str, moment: str, *, is_mine: bool) -> Adapted:
    at = moment_of(moment)
    if at is None:
        return Adapted(mentions=(other,))
    sender, reader = (THE_OWNER, other) if is_mine else (other, THE_OWNER)
    weight = weigh(text.split("\n"))
    act = Interaction(
        external_id=f"{PLATFORM}:{record.external_id}",
        kind=Kind.MESSAGE,
        at_epoch_s=int(at.timestamp()),
        participations=(Participation(sender, Role.SENDER), Participation(reader, Role.TO)),
        excerpt=weight.excerpt,
        words=weight.words,
        asks=weight.asks,
        channel=PLATFORM,
    )
    return Adapted(interactions=(act,))
