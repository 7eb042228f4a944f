"""What is said of tiers: their names, their rhythm, who is late, who is proposed."""

TIERS: dict[str, str] = {
    "tier_5": "Key circle",
    "tier_50": "Close circle",
    "tier_100": "Wider circle",
    "tier_kept": "Within %(tier_days)s, as the tier of %(tier)s wants it; last in touch %(silent_ago_days)s.",
    "tier_late": (
        "The tier of %(tier)s wants to be in touch within %(tier_days)s; with %(name)s it has been "
        "%(silent_days)s."
    ),
    "tier_never": "%(name)s is in your tier of %(tier)s, and no contact is on record.",
    "tier_overdue": (
        "You keep %(name)s in your tier of %(tier)s, in touch within %(tier_days)s; it has been "
        "%(silent_days)s."
    ),
    "tier_too": "In your tier of %(tier)s it should not be more than %(tier_days)s.",
    "tier_too_full": (
        "The tier of %(tier)s holds %(total_people)s, %(over_people)s too many. Nobody can keep so "
        "many so close: let some step out."
    ),
    "tier_late_people": "%(late_people)s should have heard from you within %(tier_days)s.",
    "tier_proposed_strong": (
        "A strong tie, strength %(strength)s, with contact on %(active_count)s days: %(name)s might "
        "stand in your tier of %(tier)s."
    ),
    "tier_proposed_lively": (
        "A weak tie, but alive: strength %(strength)s. %(name)s might stand in your wider circle."
    ),
    "tier_proposed_out": (
        "The tier of %(from_tier)s is too full, and %(name)s is among its faintest, strength "
        "%(strength)s: the tier of %(tier)s would do."
    ),
}
