"""What the doctor finds, and what to do about it."""

DOCTOR: dict[str, str] = {
    "doctor_no_book": "There is no book yet. Make one with renmai init.",
    "doctor_behind": "The tables are %(missing)s changes behind. Run renmai init; nothing is lost by it.",
    "doctor_python": "Python %(version)s.",
    "doctor_python_bad": "Python %(version)s is too old. Renmai needs 3.11 or later.",
    "doctor_space": "%(free_mb)s MB are free where the book lies, %(folder)s.",
    "doctor_space_bad": "Only %(free_mb)s MB are free where the book lies, %(folder)s. Make room before "
    "importing.",
    "doctor_front_end": "The scripts of the web page are in place.",
    "doctor_front_end_bad": "The scripts of the web page are missing. Install Renmai again.",
    "doctor_privacy": "Only you can read %(folder)s.",
    "doctor_privacy_bad": "Others on this machine may read %(folder)s. Close it with chmod 700.",
    "doctor_database": "The database is whole (%(engine)s).",
    "doctor_database_bad": "The database is damaged (%(engine)s): %(fault)s. Run renmai rebuild: it keeps "
    "the damaged file, saves what can be read of it and says what is missing.",
    "doctor_search": "Everybody can be found by searching.",
    "doctor_search_bad": "Searching misses %(unindexed_people)s. Run renmai rebuild.",
    "doctor_search_damaged": "The search index is damaged (%(fault)s). Run renmai rebuild; nothing is lost "
    "by it.",
    "doctor_damaged": "Checking “%(check)s” met a damaged file (%(fault)s). Run renmai rebuild, which keeps "
    "that file, saves what can be read and says what is missing; or go back to a backup with renmai restore.",
    "doctor_check_failed": "“%(check)s” could not be checked (%(fault)s). See that there is room and that "
    "the files are yours, then run renmai doctor again.",
    "doctor_backup": "The newest backup is of %(on)s: %(path)s.",
    "doctor_backup_none": "There is no backup yet. Make one with renmai backup --to FOLDER.",
    "backup_asked": "asked for",
    "backup_migration": "before an upgrade",
    "backup_rebuild": "before a rebuild",
    "backup_restore": "before a restore",
    "doctor_me": "Your own addresses: %(handles)s.",
    "doctor_me_bad": "None of the addresses is known to be yours. Say so with renmai import --me "
    "you@example.org.",
    "doctor_unclean": "Somebody you erased may still stand in %(count)s files made here, first in "
    "%(path)s: the erasure was broken off, or could not reach them. Run renmai erase to go on with it.",
}
