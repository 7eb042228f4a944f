"""What could not be read in a file, and what to do about it."""

PROBLEMS: dict[str, str] = {
    "empty": "The file is empty.",
    "no_such_file": "There is no such file.",
    "unrecognised": "Nothing here reads this kind of file. What can be read: %(known_sources)s.",
    "media_left_out": "Left out as pictures, sound, films or PDF beside the rest: %(count)s.",
    "table_unknown": (
        "This looks like a table, but its headings do not tell which column holds a name and which an "
        "address or a number: %(headings)s. Say what they hold, with --columns or on the page of the import."
    ),
    "table_other_headings": (
        "The headings in row %(row)s are none that are known: “%(headings)s”. Nothing was read."
    ),
    "table_row_torn": (
        "A quote in row %(row)s does not close, so the row was left out (lines: %(lines)s). "
        "The rest was read."
    ),
    "table_row_misquoted": (
        "The quotes in row %(row)s do not match. It was read as far as they allow. Are its values right?"
    ),
    "table_too_many_values": (
        "Row %(row)s has %(found)s values for %(headings)s headings, so it cannot be told which is which. "
        "It was left out."
    ),
    "table_charset_guessed": (
        "The file does not say its charset. It was read as %(charset)s. Are the names right?"
    ),
    "table_no_name": (
        "Row %(row)s names nobody, nor any way to reach them. It is kept, but stands for no one."
    ),
    "table_day_unclear": (
        "“%(text)s” in row %(row)s is no day, or could be two. "
        "Write it as 1980-04-20, or --04-20 without a year."
    ),
    "table_number_rounded": (
        "A spreadsheet rounded the number in row %(row)s to “%(text)s”, so it was not taken. "
        "Export the file again."
    ),
    "table_value_unreadable": (
        "“%(text)s” in row %(row)s is no mail address and no phone number. The rest of the row was read."
    ),
    "unreadable": "The file could not be opened: %(reason)s.",
    "archive_nested": (
        "An archive inside an archive is not opened. Unpack the outer one and bring in what is inside."
    ),
    "archive_bomb": "Unpacked, this would grow out of all proportion, so it was not read any further.",
    "import_out_of_proportion": (
        "This brings far more records and acts than files of its size do, so it was not read any further."
    ),
    "gzip_cut_short": "The packed file ends too early. What stood before byte %(byte)s was read.",
    "gzip_damaged": "The packed file is damaged. What stood before byte %(byte)s was read.",
    "zip_damaged": "The zip file, or this file in it, is damaged. What could be read of it was read.",
    "disk_nearly_full": (
        "Only %(free_mb)s MB are free on the disk, so the import stopped. What had come in stays; make room "
        "and import it again."
    ),
    "zip_overlaps": "In this zip files lie over one another, which only a trap does. None of it was read.",
    "zip_encrypted": "It is locked with a password. Unpack it yourself and bring in what is inside.",
    "zip_too_many": "The zip holds %(found)s files. The first %(most)s were read.",
    "record_too_slow": (
        "Reading this takes longer than any letter should, as if it were made to. It was left out."
    ),
    "record_broken": (
        "The program could not make sense of this (%(fault)s). It was left out; the rest goes on."
    ),
    "who_are_you": (
        "It is not known yet which addresses are yours, so nothing can be said of your ties. "
        "The likeliest are %(handles)s."
    ),
    "likely_same": "%(one)s and %(other)s are likely one person; renmai same asks once they are in.",
    "likely_mine": (
        "Somebody writes under your own name from %(handles)s. Is that you? "
        "Name it in the settings, or with --me at the next import."
    ),
    "you_are_not_met": (
        "Nothing in the book is from or to %(mine)s, so nothing can be said of your ties. "
        "The likeliest to be yours are %(handles)s; name them with renmai import … --me."
    ),
    "import_failed": "The import broke off. What had come in stays; import it again to complete it.",
    "import_given_up": (
        "It was begun twice, and each time the program that read it ended before its end. It is not begun "
        "again by itself; what had come in stays."
    ),
}
