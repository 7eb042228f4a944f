"""What is said of groups: periods, renewals, and whether to renew."""

GROUPS: dict[str, str] = {
    "period_year": "a year",
    "period_quarter": "a quarter",
    "period_month": "a month",
    "period_once": "once",
    "renewal_worth_it": (
        "Worth renewing: %(weak)s of %(met)s you met there became a tie, more than elsewhere "
        "(%(low_share)s to %(high_share)s are likely)."
    ),
    "renewal_not_worth_it": (
        "Better not to renew: %(weak)s of %(met)s you met there became a tie, fewer than elsewhere "
        "(%(low_share)s to %(high_share)s are likely)."
    ),
    "renewal_open": (
        "Too little is known to advise: %(weak)s of %(met)s you met there became a tie; "
        "%(low_share)s to %(high_share)s are likely."
    ),
    "renewal_nobody_met": "Nobody is noted as met there, so nothing can be advised.",
    "renewal_due": "%(name)s renews %(in_days)s, on %(due_on)s.",
    "renewal_due_for": "%(name)s renews %(in_days)s, on %(due_on)s, for %(fee)s.",
}
