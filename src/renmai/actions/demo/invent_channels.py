"""Invent how the owner of the invented network met its people, and two groups (R1 to R3)."""

from datetime import date, datetime, timedelta

from renmai.actions.reach.record_group import record_group
from renmai.actions.reach.record_group_entry import record_group_entry
from renmai.actions.reach.record_group_members import record_members
from renmai.actions.reach.record_met_through import record_met_through
from renmai.domain.book.owners import Viewer
from renmai.domain.reach.channels import Channel
from renmai.store.people import people

CHAPTER, TABLE = "湖滨校友会", "Makers' Table"
JOINED_DAYS = 400
TERMS = {
    CHAPTER: {"channel": "schoolmates", "fee": "300 CNY", "period": "year", "about": "每季一次茶会"},
    TABLE: {
        "channel": "online",
        "fee": "15 GBP",
        "period": "month",
        "about": "small makers, one call a month",
    },
}
RENEWS_IN = {CHAPTER: 9, TABLE: 23}
MEMBERS = {
    CHAPTER: "郭振华\n祁连\n许延之\n钱立群\n汪以宁\n白露生",
    TABLE: "Hanna Vogel\nAmélie Roche\nKaspar Lind\nNoor Haddad\nYuki Tanabe\nOona Lehto",
}
MET_IN = {CHAPTER: ("郭振华", "许延之"), TABLE: ("Hanna Vogel", "Amélie Roche", "Kaspar Lind")}
MET_BY = {
    Channel.SOCIAL: (("季明舒", "唐若宁", "Marcus Bell", "Fabrizio Conti"), "春季厨具展"),
    Channel.ONLINE: (("Daniel Osei", "Ingrid Aasen"), ""),
    Channel.PUBLIC: (("Tomás Ferreira",), ""),
}
ENTRIES = (
    (CHAPTER, "gave", "备了三十只杯子", 3.0, "", -60),
    (CHAPTER, "brought", "一位做酒店采购的学长", 0.0, "", -40),
    (TABLE, "gave", "a talk on cracking bamboo", 2.0, "", -30),
)
"""For which group, which way, what, how many hours, worth what, how many days ago."""


def invent_channels(viewer: Viewer, *, now: datetime, today: date) -> None:
    """Note two groups and how some of the invented people were met; who is not in the book is passed over."""
    met = [name for names, _event in MET_BY.values() for name in names]
    known = people.ids_named(viewer.owner_id, [*met, *(name for names in MET_IN.values() for name in names)])
    joined = today - timedelta(days=JOINED_DAYS)
    numbers = {}
    for name, terms in TERMS.items():
        renewing = {**terms, "renews_on": today + timedelta(days=RENEWS_IN[name])}
        numbers[name] = record_group(viewer, name, renewing, now=now, on=joined)
        record_members(viewer, numbers[name], MEMBERS[name], now=now, on=joined)
        if ids := [known[each] for each in MET_IN[name] if each in known]:
            record_met_through(viewer, ids, "", group=numbers[name], now=now, on=today)
    for channel, (names, event) in MET_BY.items():
        if ids := [known[each] for each in names if each in known]:
            record_met_through(viewer, ids, channel, event=event, now=now, on=today)
    for group, way, what, hours, amount, ago in ENTRIES:
        on = today + timedelta(days=ago)
        record_group_entry(viewer, numbers[group], way, what, hours=hours, amount=amount, now=now, on=on)
