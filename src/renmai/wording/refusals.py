"""What the house says when it refuses a wish: what, which, and what next."""

REFUSALS: dict[str, str] = {
    "book_newer": "The book in %(home)s was kept by a newer Renmai. Use that version; nothing was changed.",
    "book_fault": (
        "The book in %(home)s cannot be read or written (%(fault)s). See that the file is whole and yours, "
        "and that there is room."
    ),
    "no_such_person": "There is nobody under “%(person)s”. Look for the name with renmai search.",
    "several_people": (
        "“%(person)s” may be any of %(found)s people: %(candidates)s. Say it by number or by handle."
    ),
    "not_their_handle": "%(name)s does not carry “%(handle)s”, only %(known)s.",
    "no_such_item": "Today has no item “%(item)s”; it shows %(shown)s. Look at renmai today.",
    "same_person": "They are one person already.",
    "nothing_to_split": "Choose some of what is known of %(name)s, but not all: somebody must stay.",
    "no_such_decision": "There is no decision %(decision_id)s.",
    "no_such_import": "There is no import %(import_id)s.",
    "import_running": "The import of %(name)s has not ended. Stop it first, then undo it.",
    "nothing_to_undo": "There is nothing to undo.",
    "no_such_suggestion": (
        "Nothing was suggested under “%(key)s”, or “%(outcome)s” is not one of done, later and drop."
    ),
    "until_is_past": "“Later” wants a day after %(today)s; %(until)s is not.",
    "no_such_region": "“%(region)s” is no region with telephone numbers; write two letters like CN or GB.",
    "not_a_handle": "“%(handle)s” is no mail address, phone number, WeChat id (wechat:…) or profile link.",
    "no_name": "A name needs at least one letter.",
    "target_taken": (
        "There is something in %(target)s already. Name a new folder, or a new file ending in .zip."
    ),
    "port_taken": "Something else listens at port %(port)s already. Choose another with --port.",
    "book_in_use": (
        "“%(name)s” is in this book. The demo keeps to a book of its own: unset RENMAI_HOME, "
        "or name a new folder."
    ),
    # tables given to renmai engine
    "events_no_file": "There is no file %(path)s.",
    "events_empty_folder": "The folder %(path)s holds no .parquet file.",
    "events_not_parquet": "The file %(path)s cannot be read as Parquet.",
    "events_column_missing": "The column “%(column)s” is missing; there are: %(columns)s.",
    "events_column_type": "The column “%(column)s” is %(found)s; it must be %(wanted)s.",
    "no_such_engine": "There is no engine called “%(engine)s”; there is: %(engines)s.",
    "bad_memory_limit": "“%(limit)s” is no memory limit; write it like 800MB or 4GB, at least %(least)sMB.",
    "spark_not_installed": "Spark is not installed here. Get it with: pip install 'renmai[spark]'.",
    "no_java": "Spark runs on Java 17 or 21, and there is none here. Install one, or set JAVA_HOME.",
    "spark_does_not_start": (
        "Spark does not start at %(master)s, or nobody answers there; what it said is in %(log)s."
    ),
    "events_name_for_spark": (
        "Spark cannot read the file %(path)s by that name: no colon, and no _ or . at the beginning."
    ),
    "nothing_to_judge": (
        "There is nothing to judge: of %(pairs)s pairs known before the cut-off, "
        "%(in_touch)s were in touch after it."
    ),
}
