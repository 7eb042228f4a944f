"""Why something of an outreach could not be noted."""

OUTREACH_REFUSALS: dict[str, str] = {
    "no_such_outreach": "There is no outreach %(number)s. Look at renmai reach.",
    "outreach_is_over": "“%(goal)s” ended on %(ended_on)s; renmai undo opens it again, or begin anew.",
    "outreach_nothing_new": (
        "You brought “%(news)s” on %(on)s already. Bring something new for them, or wait until there is."
    ),
    "no_such_way": "“%(way)s” is no way to reach somebody; there is: %(ways)s.",
    "no_such_end": "An outreach does not end as “%(end)s”; there is: %(ends)s.",
    "no_such_chance": "The chance below which you let go is a number from 0 to 100; “%(text)s” is not.",
    "before_it_began": "%(day_on)s is before it began, on %(began_on)s.",
    "rest_is_past": "It can rest until a day to come; %(until_on)s is not.",
}
