"""What the network is found to be: how its circles are called, what hangs on whom."""

NETWORK: dict[str, str] = {
    "circle_none": "On their own",
    "network_reach": "Your %(ties)s ties count as %(own)s people who do not know each other.",
    "network_hangs": "What joins the circle around %(name)s runs mostly through %(name)s.",
    "network_opens": "Through %(name)s alone you can reach %(opened_people)s you do not know.",
    "network_one_place": "%(place_share)s of your ties are at %(organisation)s.",
}
