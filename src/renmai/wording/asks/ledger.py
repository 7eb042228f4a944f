"""What is said of favours: the balance, which informs and never bills, and the thanks still owed."""

LEDGER: dict[str, str] = {
    "size_small": "small",
    "size_middle": "middle",
    "size_large": "large",
    "outcome_granted": "granted",
    "outcome_declined": "declined",
    "outcome_ignored": "never answered",
    "ledger_empty": "No favour is noted either way.",
    "ledger_even": "About even between you and %(name)s.",
    "ledger_owing": (
        "%(name)s has done about %(points)s points more for you, give or take %(spread_points)s."
    ),
    "ledger_owed": (
        "You have done about %(points)s points more for %(name)s, give or take %(spread_points)s."
    ),
    # on Today
    "thank_favour": "%(name)s did this for you on %(on)s: “%(what)s”. You have not said thank you yet.",
    "thank_gift": "%(name)s gave you this on %(on)s: “%(what)s”. You have not said thank you yet.",
    "thank_more": "Thanks are owed %(more_times)s more.",
    "step_thank": "Say thank you, and what came of it; ask for nothing.",
    "draft_thank": "Dear %(name)s,\nthank you for this: %(what)s. It helped me more than you may think.",
}
