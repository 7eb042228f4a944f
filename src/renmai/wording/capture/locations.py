"""Where in a file something stands."""

LOCATIONS: dict[str, str] = {
    "at_byte": "byte %(byte)s",
    "at_line": "line %(line)s",
    "at_message": "message %(message)s",
    "at_row": "row %(row)s",
    "at_card_line": "card %(card)s, line %(line)s",
    "at_mail_byte": "mail %(mail)s, byte %(byte)s",
}
