"""Specimens: invented cards of every kind, for the styleguide and for tests of how a page looks."""

from datetime import UTC, date, datetime

from renmai.domain.book.because import Because
from renmai.domain.people.occasions import LunarDay
from renmai.queries.book.cards import DecisionCard
from renmai.queries.pages.cards import FactCard, HandleCard, PersonCard, TimelineEntry
from renmai.queries.people.cards import OccasionCard
from renmai.queries.ties.cards import PersonRow, Strip, TieCard
from renmai.queries.today.cards import TodayItem
from renmai.sources.registry import BUILT_IN
from renmai.web.pictures.charts import calibration_plot, gains_plot

ANY_SOURCE = BUILT_IN[0]
_WEEKLY_ME = (0, 0, 0, 2, 0, 2, 0, 1, 0, 0, 0, 4, 2, 0, 2, 0, 0, 1, 2, 0, 1, 0, 2, 2, 1, 3)
_WEEKLY_THEM = (1, 1, 0, 1, 0, 0, 2, 1, 2, 2, 0, 0, 1, 2, 2, 1, 0, 2, 1, 0, 2, 1, 0, 1, 2, 2)
_KIND_NUMBERS = {
    "reply": Because(
        "reply_asked_usual", {"name": "简宁", "subject": "起订量与打样", "ago_days": 3, "usual_hours": 20}
    ),
    "cooling": Because("cooling_rhythm", {"name": "望舒", "rhythm_days": 12, "silent_days": 31}),
    "revive": Because("revive_span", {"name": "小满", "spanned_days": 1461, "silent_days": 580}),
    "new": Because("new_met", {"name": "Tomasz", "subject": "FoodTech Forum", "ago_days": 2}),
}


def months(mine: tuple[int, ...], theirs: tuple[int, ...]) -> Strip:
    """Return a strip of the last twelve months."""
    return Strip(starts_on=date(2025, 5, 1), step="month", from_me=mine, from_them=theirs)


def tie(tie_class: str, state: str, strength: float, before: float | None) -> TieCard:
    """Return an invented tie."""
    return TieCard(
        tie_class=tie_class,
        state=state,
        strength=strength,
        strength_before=before,
        reciprocity=0.81,
        standing=0.62,
        acts_out=86,
        acts_in=97,
        days_active=141,
        first_on=date(2019, 4, 2),
        last_out_on=date(2026, 3, 2),
        last_in_on=date(2026, 3, 16),
        rhythm_days=12.0,
        because=(_KIND_NUMBERS["cooling"],),
        tie_class_computed=tie_class,
        strength_computed=strength,
    )


STRONG = tie("strong", "active", 0.83, 0.81)
COOLING = tie("strong", "cooling", 0.61, 0.78)
WEAK = tie("weak", "active", 0.54, 0.41)
DORMANT = tie("strong", "dormant", 0.12, 0.13)
PSEUDO = tie("pseudo", "active", 0.03, None)
LOUD = months((3, 2, 3, 2, 2, 1, 3, 2, 2, 1, 1, 0), (3, 3, 2, 3, 2, 2, 3, 3, 2, 2, 2, 0))
RISING = months((0, 0, 0, 0, 0, 0, 1, 2, 1, 2, 3, 1), (0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 3))
FADING = months((2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0), (1, 2, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0))
NOBODY = months((0,) * 12, (0,) * 12)
TWO_YEARS = Strip(
    starts_on=date(2024, 4, 22),
    step="week",
    from_me=(_WEEKLY_ME * 4)[:99] + (0,) * 5,
    from_them=(_WEEKLY_THEM * 4)[:99] + (0,) * 5,
)


def item(
    kind: str, name: str, subtitle: str, shown: tuple[TieCard, Strip], *, is_urgent: bool = False
) -> TodayItem:
    """Return an invented suggestion."""
    tie_card, strip = shown
    step = {"reply": "step_answer_question", "cooling": "step_greet_meet", "revive": "step_revive"}
    draft = {"reply": "draft_reply", "cooling": "draft_cooling_plain", "revive": "draft_revive_plain"}
    return TodayItem(
        key=f"{kind}:{name}",
        person_id=1,
        name=name,
        subtitle=subtitle,
        kind=kind,
        is_urgent=is_urgent,
        because=(_KIND_NUMBERS[kind],),
        step=Because(step.get(kind, "step_follow_up"), {"name": name}),
        draft=Because(draft[kind], {"name": name, "subject": "起订量与打样"}) if kind in draft else None,
        reply_to_subject="起订量与打样" if kind == "reply" else "",
        mail_to="jian@douyu.example" if kind == "reply" else "",
        tie=tie_card,
        strip=strip,
    )


ITEMS = (
    item("reply", "简宁", "豆屿咖啡 创始人", (WEAK, RISING), is_urgent=True),
    item("cooling", "顾望舒", "青岚茶业 采购总监", (COOLING, LOUD)),
    item("revive", "唐小满", "木浦设计 设计总监", (DORMANT, FADING)),
    item("new", "Tomasz Bielak-Hart", "EN 13432", (WEAK, RISING)),
)
OCCASIONS = (
    OccasionCard(
        person_id=2,
        name="罗景和",
        kind="birthday",
        on=date(2026, 4, 18),
        days_until=2,
        is_lunar=True,
        turning=61,
        lunar=LunarDay(3, 2),
    ),
    OccasionCard(
        person_id=3,
        name="Marta Lindqvist-Okoye",
        kind="birthday",
        on=date(2026, 4, 27),
        days_until=11,
        is_lunar=False,
        turning=None,
    ),
)


def row(
    number: int, name: str, subtitle: str, shown: tuple[TieCard | None, Strip], last: date | None
) -> PersonRow:
    """Return an invented line of People."""
    return PersonRow(
        id=number,
        name=name,
        reading="",
        subtitle=subtitle,
        handles=(f"mailto:{number}@example.org",),
        tie=shown[0],
        tier=None,
        last_contact_on=last,
        strip=shown[1],
    )


ROWS = (
    row(1, "顾望舒", "青岚茶业 采购总监", (COOLING, LOUD), date(2026, 3, 16)),
    row(2, "Marta Lindqvist-Okoye", "Noordkade Trading, category buyer", (WEAK, RISING), date(2026, 4, 12)),
    row(3, "孟书岩", "校友会苏州分会 秘书长", (STRONG, LOUD), date(2026, 4, 10)),
    row(4, "唐小满", "木浦设计 设计总监", (DORMANT, FADING), date(2024, 9, 12)),
    row(5, "Hal Castellane", "Panel speaker, FoodTech Forum", (PSEUDO, NOBODY), None),
    row(6, "info@songxi.example", "", (None, NOBODY), None),
)
TIMELINE = (
    TimelineEntry(
        interaction_id=1,
        at=datetime(2026, 3, 16, 2, 5, tzinfo=UTC),
        kind="call",
        nature="direct",
        from_me=False,
        subject="礼盒破损率",
        excerpt="破损率 3.2%，想压到 1% 以下。",
        audience=1,
        duration_min=14,
        source=ANY_SOURCE,
    ),
    TimelineEntry(
        interaction_id=2,
        at=datetime(2026, 3, 2, 1, 0, tzinfo=UTC),
        kind="mail",
        nature="direct",
        from_me=True,
        subject="续约与改版方案",
        excerpt="谢谢你在内部替我们说话。改版方案附上，卡扣换了纹向。",
        audience=1,
        duration_min=0,
        source=ANY_SOURCE,
    ),
    TimelineEntry(
        interaction_id=3,
        at=datetime(2025, 11, 17, 4, 0, tzinfo=UTC),
        kind="meeting",
        nature="direct",
        from_me=None,
        subject="春茶排期",
        excerpt="",
        audience=4,
        duration_min=90,
        source=ANY_SOURCE,
    ),
)
PERSON = PersonCard(
    id=1,
    name="顾望舒",
    reading="gu wang shu",
    subtitle="青岚茶业 采购总监",
    is_me=False,
    is_person=True,
    tie=COOLING,
    strip=TWO_YEARS,
    quarters=(("2025-Q3", 10, 5), ("2025-Q4", 10, 19), ("2026-Q1", 6, 9)),
    silent_days=31,
    quiet_days=31,
    timeline=TIMELINE,
    timeline_total=183,
    handles=(
        HandleCard(
            text="mailto:gu.wangshu@qinglan.example",
            nature="personal",
            mention_id=1,
            name="顾望舒",
            origins=((ANY_SOURCE, "contacts.vcf", date(2026, 4, 2)),),
        ),
        HandleCard(
            text="tel:+8613900004127",
            nature="personal",
            mention_id=2,
            name="望舒",
            origins=((ANY_SOURCE, "contacts.vcf", date(2024, 11, 19)),),
        ),
    ),
    facts=(
        FactCard(
            kind="organisation",
            value="青岚茶业",
            source=ANY_SOURCE,
            import_name="contacts.vcf",
            on=date(2024, 11, 19),
        ),
    ),
    occasions=OCCASIONS[:1],
    merges=(
        DecisionCard(
            id=1, kind="merge", decided_at=datetime(2026, 4, 2, 3, tzinfo=UTC), text="gws@chenghai.example"
        ),
    ),
)
_BANDS = (
    (0.04, 0.03, 0.02, 0.05, 310), (0.15, 0.19, 0.11, 0.3, 63), (0.34, 0.31, 0.18, 0.48, 32),
    (0.56, 0.64, 0.43, 0.8, 22), (0.83, 0.78, 0.45, 0.94, 9),
)  # fmt: skip
_GAINS = ((0.05, 0.31, 0.22), (0.1, 0.52, 0.4), (0.2, 0.74, 0.61), (0.5, 0.95, 0.88), (1.0, 1.0, 1.0))
CALIBRATION = calibration_plot(
    [dict(zip(("predicted", "observed", "low", "high", "pairs"), band, strict=True)) for band in _BANDS]
)
GAINS = gains_plot(
    [
        {
            "share": share,
            "pairs": round(436 * share),
            "in_touch": 61 * gain,
            "gain": gain,
            "baselines": {"recency": 61 * latest},
        }
        for share, gain, latest in _GAINS
    ]
)
PARTS = {
    "calibration": CALIBRATION,
    "gains": GAINS,
    "item": ITEMS[0],
    "other": ITEMS[2],
    "rows": ROWS,
    "person": PERSON,
    "badges": (PSEUDO, WEAK, STRONG, COOLING, DORMANT),
    "reasons": tuple(_KIND_NUMBERS.values()),
}
