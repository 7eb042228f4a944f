"""What traces say of a position, and where that is known from."""

POSITIONS: dict[str, str] = {
    "position_by_signature": "Signed “%(line)s”.",
    "position_by_card": "The card says “%(line)s”.",
    "position_by_mail": "Wrote from %(host)s %(acts_times)s, %(first_on)s to %(last_on)s.",
    "position_by_calendar": "Came to meetings as %(host)s %(acts_times)s, %(first_on)s to %(last_on)s.",
    "position_source_said": "noted by you",
    "position_source_signature": "from a signature",
    "position_source_card": "from a card",
    "position_source_mail": "from a mail address",
    "position_source_calendar": "from a calendar",
}
