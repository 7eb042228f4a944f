"""Why a tie or a tier could not be set."""

TIES_REFUSALS: dict[str, str] = {
    "tier_of_gone": "They are archived or deceased, and stand in no tier. Call them back first.",
    "no_tie_to_correct": "%(name)s is you, a list or a robot, and carries no tie.",
    "no_such_strength": "A strength is a number from 0 to 100.",
    "no_such_tier": "There is no tier of %(tier)s; there is: 5, 50, 100.",
}
