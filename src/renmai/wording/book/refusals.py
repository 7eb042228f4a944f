"""Why something could not be done with the book, or a word, day or number not be read."""

BOOK_REFUSALS: dict[str, str] = {
    "book_newer": "The book in %(home)s was kept by a newer Renmai. Use that version; nothing was changed.",
    "book_fault": (
        "The book in %(home)s cannot be read or written (%(fault)s). See that the file is whole and yours, "
        "and that there is room."
    ),
    "erase_not_me": "%(name)s is you; the whole book is erased by deleting its folder.",
    "backup_of_postgres": (
        "This book is in PostgreSQL. Back it up with PostgreSQL's own program: pg_dump --format=custom "
        "--file=book.dump DATABASE; renmai export writes everything out as well."
    ),
    "restore_of_postgres": (
        "This book is in PostgreSQL. Restore it with PostgreSQL's own program: pg_restore --clean "
        "--dbname=DATABASE book.dump. An export goes into a new book with renmai import."
    ),
    "backup_without_room": (
        "There is no room for a backup in %(folder)s. Make room, or name another folder with --to."
    ),
    "backup_not_whole": "The copy was not whole (%(fault)s) and was thrown away. Run renmai doctor.",
    "not_a_backup": (
        "%(path)s is no backup or export of a book that could be restored (%(fault)s). Nothing was changed."
    ),
    "backup_not_there": "%(path)s is no file of a backup, and no export of a book. Nothing was changed.",
    "not_an_export": "%(path)s is no whole export of a book (%(fault)s). Nothing was changed.",
    "backup_wants_passphrase": "%(path)s is encrypted; it opens with its passphrase only.",
    "wrong_passphrase": (
        "That passphrase does not open %(path)s, or the file was changed. Nothing was changed."
    ),
    "nothing_readable": (
        "Nothing of the book in %(home)s can be read any more. Go back to a backup with renmai restore; "
        "renmai backup list shows them. Nothing was changed."
    ),
    "book_server_fault": (
        "The database of DATABASE_URL, on %(server)s, cannot be used (%(fault)s). See that PostgreSQL runs "
        "there, and that DATABASE_URL names the right host, port, user, password and database."
    ),
    "no_words": "Say what it is, in a few words.",
    "no_such_word": "“%(word)s” is none of: %(words)s.",
    "not_a_day": "“%(text)s” is no day; write it like 2026-03-02.",
    "not_an_hour": "“%(text)s” is no hour; write it like 18:30.",
    "setting_no_day": ("%(name)s is “%(text)s”, which is no day; write it like 2026-03-02, or leave it out."),
    "setting_no_database": (
        "DATABASE_URL names no database that a book can be in; write it like "
        "postgres://name@host/database, or leave it out."
    ),
    "setting_wants_postgres": (
        "DATABASE_URL names a PostgreSQL database; install what speaks to it: pip install 'renmai[postgres]'."
    ),
    "setting_no_address": (
        "%(name)s is “%(text)s”, which is no address; write it like https://host/v1/embeddings, "
        "or leave it out."
    ),
    "setting_no_model": (
        "RENMAI_EMBEDDINGS_URL is set and %(name)s is not; name the model, or leave both out."
    ),
    "setting_no_folder": (
        "The book's folder cannot be used: %(text)s: %(fault)s. RENMAI_HOME names another one."
    ),
    "setting_no_book_there": (
        "%(folder)s holds other things and no book. Name an empty folder with RENMAI_HOME, or run renmai "
        "init to keep a book beside them; the folder is then closed to everybody else."
    ),
    "setting_open_to_others": (
        "Others on this machine may read %(folder)s, and only they can close it. Name another folder with "
        "RENMAI_HOME."
    ),
    "text_too_long": "That is %(length)s letters long; at most %(most)s fit.",
    "not_on_offer": "“%(text)s” is none of those that can be chosen.",
    "no_such_number": "Nothing goes by the number “%(text)s”.",
    "no_such_decision": "There is no decision %(decision_id)s.",
    "no_such_line": "No line is kept under number %(decision_id)s; renmai history lists them.",
    "nothing_to_undo": "There is nothing to undo.",
    "nothing_undone": "Nothing was undone that could be brought back.",
    "something_rests": (
        "Decision %(decision_id)s cannot be undone yet: %(resting)s rests on it. Undo that first."
    ),
    "rests_on_undone": "It rests on decision %(base)s, which is undone. Bring that back first.",
    "port_taken": "Something else listens at port %(port)s already. Choose another with --port.",
    "book_in_use": (
        "“%(name)s” is in this book. The demo keeps to a book of its own: unset RENMAI_HOME, "
        "or name a new folder."
    ),
    "nothing_said": "Say what it is: “%(field)s” must not be empty.",
    "day_is_to_come": "%(day)s is still to come: it is %(today)s. Which day was it?",
    "no_such_due_day": "%(on)s is too far off to be meant.",
}
