"""What could not be read in a file, and what to do about it."""

PROBLEMS: dict[str, str] = {
    "empty": "The file is empty.",
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
    "mail_cut_short": (
        "The file ends in the middle of mail %(number)s, at byte %(byte)s. Export it again to have the rest."
    ),
    "mail_without_headers": (
        "Mail %(number)s has no headers that say who wrote it or when, so it was left out."
    ),
    "mail_too_deep": "Mail %(number)s is nested too deep to reach its text. Who wrote to whom was kept.",
    "mail_without_date": (
        "This mail has no date that can be true: “%(date)s”. It is kept, but counts for nothing."
    ),
    "mail_without_sender": (
        "This mail does not say who sent it: “%(from)s”. It is kept, but counts for nothing."
    ),
    "mail_many_recipients": "This mail went to %(found)s people. The first %(most)s were noted.",
}
