"""What could not be read in a file, and what to do about it."""

PROBLEMS: dict[str, str] = {
    "empty": "The file is empty.",
    "no_such_file": "There is no such file.",
    "unrecognised": "This is no address book, mailbox or calendar that can be read here.",
    "unreadable": "The file could not be opened: %(reason)s.",
    "archive_nested": (
        "An archive inside an archive is not opened. Unpack the outer one and bring in what is inside."
    ),
    "archive_bomb": "Unpacked, this would grow out of all proportion, so it was not read any further.",
    "gzip_cut_short": "The packed file ends too early. What stood before byte %(byte)s was read.",
    "gzip_damaged": "The packed file is damaged. What stood before byte %(byte)s was read.",
    "zip_damaged": "The zip file, or this file in it, is damaged. What could be read of it was read.",
    "zip_encrypted": "It is locked with a password. Unpack it yourself and bring in what is inside.",
    "zip_too_many": "The zip holds %(found)s files. The first %(most)s were read.",
    "vcard_stray_lines": "Lines that belong to no card were left out: %(lines)s.",
    "vcard_broken_line": "This line is not readable: “%(text)s”. The rest of the card was read.",
    "vcard_more_broken_lines": "More lines of this card are not readable: %(lines)s.",
    "vcard_no_end": "This card does not end. What there is of it was read; export it again to have the rest.",
    "vcard_too_big": (
        "This card is bigger than %(megabytes)s MB. What did not fit was left out, the rest was read."
    ),
    "vcard_charset_guessed": (
        "This card does not name its charset. It was read as %(charset)s. Is the name right?"
    ),
    "vcard_uid_twice": "Another card in this file has the same UID, “%(uid)s”. Both were read.",
    "vcard_no_name": "This card names nobody, nor any way to reach them. It is kept, but stands for no one.",
    "mail_cut_short": (
        "The file ends in the middle of mail %(number)s, at byte %(byte)s. Export it again to have the rest."
    ),
    "mail_without_headers": (
        "Mail %(number)s has no headers that say who wrote it or when, so it was left out."
    ),
    "mail_headers_too_long": (
        "The headers of mail %(number)s are longer than 4 MB, so its text was not read. "
        "Who wrote to whom was kept."
    ),
    "mail_too_deep": "Mail %(number)s is nested too deep to reach its text. Who wrote to whom was kept.",
    "mail_without_date": "This mail says nowhere when it was written. It is kept, but counts for nothing.",
    "mail_with_wrong_date": (
        "This mail has no date that can be true: “%(date)s”. It is kept, but counts for nothing."
    ),
    "mail_without_sender": "This mail does not say who sent it. It is kept, but counts for nothing.",
    "mail_many_recipients": "This mail went to %(found)s people. The first %(most)s were noted.",
    "calendar_event_cut_off": (
        "An event begins here and never ends, so it was left out. Export the calendar again to have it."
    ),
    "calendar_cut_off": "The calendar ends too early. The events before this line were read.",
    "calendar_event_too_large": (
        "This event is bigger than 2 MB even without its attachments, so it was left out."
    ),
    "calendar_answer_only": (
        "“%(title)s” is only somebody's answer to an invitation and says nothing of the meeting itself."
    ),
    "event_without_start": "The event “%(title)s” does not say when it begins, so it was left out.",
    "event_start_unreadable": (
        "The event “%(title)s” begins at a time that makes no sense, so it was left out."
    ),
    "event_date_impossible": "The event “%(title)s” begins before 1970 or after 2100, so it was left out.",
    "recurrence_finer_than_a_day": (
        "“%(title)s” comes back more than four times a day. Only its first time was kept."
    ),
    "recurrence_not_understood": (
        "The rule by which “%(title)s” comes back makes no sense. Only its first time was kept."
    ),
    "recurrence_in_another_calendar": (
        "“%(title)s” comes back by a calendar that is not followed here. Only its first time was kept."
    ),
    "recurrence_cut": "“%(title)s” comes back %(total)s times. The latest %(kept)s were kept.",
    "attendee_unreadable": (
        "Somebody invited to “%(title)s” is written down unreadably. The others were noted."
    ),
    "attendees_left_out": "So many were invited to “%(title)s” that %(left_out)s of them were not noted.",
    "time_zone_unknown": (
        "“%(title)s” is in a time zone that nobody defines, “%(zone)s”. It was read in your own."
    ),
    "who_are_you": (
        "It is not known yet which addresses are yours, so nothing can be said of your ties. "
        "The likeliest are %(handles)s."
    ),
    "you_are_not_met": (
        "Nothing in the book is from or to %(mine)s, so nothing can be said of your ties. "
        "The likeliest to be yours are %(handles)s; name them with renmai import … --me."
    ),
    "import_failed": "The import broke off. What had come in stays; import it again to complete it.",
}
