"""Invent what the owner of the invented network does together with its people: V8, T8 and T9 come alive."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from renmai.actions.network.record_commendation import record_commendation
from renmai.actions.network.record_introducer import record_introducer
from renmai.actions.ties.record_tier import record_tier
from renmai.actions.together.record_cooperation import record_cooperation
from renmai.actions.together.record_progress import record_progress
from renmai.actions.together.record_promise import record_promise
from renmai.actions.together.terms import CooperationTerms
from renmai.domain.book.owners import Viewer
from renmai.store.people import people

Steps = tuple[tuple[int, str], ...]
COOPERATIONS: tuple[tuple[str, CooperationTerms, Steps], ...] = (
    (
        "贺川",
        CooperationTerms(
            title="滤篮第一版", their_gain="淡季有活，模具归他", my_gain="能量产的滤篮", margin_percent=15.0,
            need="淡季不停工", next_idea="竹柄刷",
        ),
        ((-420, "agreed"), (-400, "running"), (-300, "done"), (-290, "reviewed")),
    ),
    (
        "贺川",
        CooperationTerms(
            title="竹柄刷第二批", their_gain="开模费分三期，先收一期", my_gain="一万支，秋天到货",
            margin_percent=12.0, need="淡季不停工", next_step="把封样寄过去",
        ),
        ((-75, "agreed"), (-50, "running")),
    ),
    (
        "季明舒",
        CooperationTerms(
            title="青枝首批五百套", their_gain="上架一套别家没有的厨具", my_gain="样板客户",
            margin_percent=22.0, need="年底前要有新品上架", next_step="把交期写进合同",
        ),
        ((-30, "idea"), (-24, "proposal"), (-9, "agreed")),
    ),
    (
        "何晓岚",
        CooperationTerms(title="客房里的小厨具", my_gain="六家酒店的订单"),
        ((-70, "idea"), (-60, "proposal")),
    ),
    (
        "Marcus Bell",
        CooperationTerms(
            title="Two shops, one shelf", their_gain="a shelf that sells through",
            my_gain="proof that it sells", margin_percent=30.0, need="something new for May",
            next_idea="one spring container",
        ),
        ((-330, "running"), (-220, "done"), (-210, "reviewed")),
    ),
    (
        "Marcus Bell",
        CooperationTerms(
            title="The spring container", their_gain="freight shared with the trays",
            my_gain="half the freight", margin_percent=26.0, next_idea="autumn, with lids",
        ),
        ((-160, "agreed"), (-120, "done")),
    ),
    (
        "Elin Sandqvist",
        CooperationTerms(
            title="Two thousand beech sets", their_gain="the only brush in oak boxes",
            my_gain="a chain in the north", margin_percent=3.0, is_exclusive=True,
        ),
        ((-6, "proposal"),),
    ),
    (
        "Tomás Ferreira",
        CooperationTerms(title="A day of photographs", their_gain="pictures for his own book"),
        ((-4, "idea"),),
    ),
    (
        "唐若宁",
        CooperationTerms(
            title="「旧厨具」专栏", their_gain="六期稿子", my_gain="一百个读者来信",
            next_idea="出成小册子",
        ),
        ((-500, "running"), (-180, "done"), (-170, "reviewed")),
    ),
)  # fmt: skip
"""With whom, what, and which stage it reached how many days ago."""
IN_VAIN = ("客房里的小厨具", (-55, -41, -27))
DUE = {"竹柄刷第二批": 1, "青枝首批五百套": 6}
TIERS = {
    5: ("顾南乔", "贺川", "苏敏", "周叔平"),
    50: ("Marcus Bell", "季明舒", "唐若宁", "Priya Raman", "沈砚"),
    100: ("欧阳静", "Daniel Osei"),
}
PROMISES = (
    ("沈砚", "展签的字样稿", -6, 1),
    ("Priya Raman", "two dates for the talk", -12, -3),
    ("郭振华", "校友茶会的杯子，三十只", -5, 9),
)
"""To whom, what, how many days ago it was promised, and in how many it is due."""
INTRODUCED = (
    ("贺川", "周叔平", "茶会上介绍的，说他做模具不糊弄"),
    ("何晓岚", "周叔平", "茶社的老客人"),
    ("罗一鸣", "贺川", "他说发货就找一鸣"),
    ("欧阳静", "罗一鸣", ""),
    ("祁连", "郭振华", "校友会上"),
    ("Elin Sandqvist", "Marcus Bell", "he sent her the first set"),
    ("Ingrid Aasen", "Elin Sandqvist", "both sell to the same shop in Bergen"),
)
COMMENDED = (
    ("周叔平", "他做的刷子，用三年不开裂", "茶社的客人", -20),
    ("Marcus Bell", "the only maker who answers the same day", "two shops in Leeds", -45),
)


def invent_together(viewer: Viewer, *, now: datetime, today: date) -> None:
    """Note what is done together with the invented people; who is not in the book is passed over."""
    known = people.ids_named(viewer.owner_id, _named())
    _cooperate(viewer, known, now=now, today=today)
    for tier, names in TIERS.items():
        for name in filter(known.get, names):
            record_tier(viewer, known[name], tier, now=now, on=today - timedelta(days=90))
    for name, what, ago, until in PROMISES:
        if name in known:
            on, due_on = today + timedelta(days=ago), today + timedelta(days=until)
            record_promise(viewer, known[name], what, due_on=due_on, now=now, on=on)
    for name, introducer, how in INTRODUCED:
        if name in known and introducer in known:
            record_introducer(viewer, known[name], known[introducer], how=how, now=now, on=today)
    for name, what, to_whom, ago in COMMENDED:
        if name in known:
            on = today + timedelta(days=ago)
            record_commendation(viewer, known[name], what, to_whom=to_whom, now=now, on=on)


def _cooperate(viewer: Viewer, known: Mapping[str, int], *, now: datetime, today: date) -> None:
    for name, terms, ((first_ago, first), *later) in COOPERATIONS:
        if name not in known:
            continue
        begun_on, title = today + timedelta(days=first_ago), terms["title"]
        number = record_cooperation(viewer, known[name], terms, stage=first, now=now, on=begun_on)
        for ago, stage in later:
            record_progress(viewer, number, stage=stage, now=now, on=today + timedelta(days=ago))
        for ago in IN_VAIN[1] if title == IN_VAIN[0] else ():
            record_progress(viewer, number, is_attempt=True, now=now, on=today + timedelta(days=ago))
        if title in DUE:
            due = CooperationTerms(due_on=today + timedelta(days=DUE[title]))
            record_progress(viewer, number, terms=due, now=now, on=today)


def _named() -> set[str]:
    """Return everybody who is named here."""
    introduced = {name for one, other, _ in INTRODUCED for name in (one, other)}
    tiered = {name for names in TIERS.values() for name in names}
    together = {name for name, *_ in COOPERATIONS}
    promised = {name for name, *_ in PROMISES}
    return introduced | tiered | together | promised | {name for name, *_ in COMMENDED}
