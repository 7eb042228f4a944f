"""What the house says when it refuses a wish: what, which, and what next."""

REFUSALS: dict[str, str] = {
    "book_newer": "The book in %(home)s was kept by a newer Renmai. Use that version; nothing was changed.",
    "book_fault": (
        "The book in %(home)s cannot be read or written (%(fault)s). See that the file is whole and yours, "
        "and that there is room."
    ),
    "book_server_fault": (
        "The database of DATABASE_URL, on %(server)s, cannot be used (%(fault)s). See that PostgreSQL runs "
        "there, and that DATABASE_URL names the right host, port, user, password and database."
    ),
    "no_such_person": "There is nobody under “%(person)s”. Look for the name with renmai search.",
    "several_people": (
        "“%(person)s” may be any of %(found)s people: %(candidates)s. Say it by number or by handle."
    ),
    "not_their_handle": "%(name)s does not carry “%(handle)s”, only %(known)s.",
    "no_such_target": "Nobody in the book but you is called “%(target)s”, works there or does that.",
    "no_such_item": "Today has no item “%(item)s”; it shows %(shown)s. Look at renmai today.",
    "no_tie_to_correct": "%(name)s is you, a list or a robot, and carries no tie.",
    "no_words": "Say what it is, in a few words.",
    "no_such_amount": ("“%(amount)s” is no amount; write it like 200 CNY, in one of: %(currencies)s."),
    "no_such_favour": "There is no favour received under %(favour)s.",
    "no_such_ask": "There is no ask under %(ask)s.",
    "no_such_wish": "There is no wish to ask under %(wish)s.",
    "no_such_exchange": "There is no favour, ask or wish under %(exchange)s.",
    "ask_wants_because": "The check does not say go; leave one line of why you ask all the same.",
    "no_such_word": "“%(word)s” is none of: %(words)s.",
    "no_such_strength": "A strength is a number from 0 to 100.",
    "position_without_organisation": "Say where: a position needs an organisation.",
    "position_ends_early": "It cannot end on %(until_on)s, before it began on %(since_on)s.",
    "text_too_long": "That is %(length)s letters long; at most %(most)s fit.",
    "not_on_offer": "“%(text)s” is none of those that can be chosen.",
    "not_a_day": "“%(text)s” is no day; write it like 2026-03-02.",
    "setting_no_day": ("%(name)s is “%(text)s”, which is no day; write it like 2026-03-02, or leave it out."),
    "setting_no_book_there": (
        "%(folder)s holds other things and no book. Name an empty folder with RENMAI_HOME, or run renmai "
        "init to keep a book beside them; the folder is then closed to everybody else."
    ),
    "setting_open_to_others": (
        "Others on this machine may read %(folder)s, and only they can close it. Name another folder with "
        "RENMAI_HOME."
    ),
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
    "no_such_number": "Nothing goes by the number “%(text)s”.",
    "position_of_nobody": "%(name)s is a list, a desk or a robot, and holds no position.",
    "no_such_position": "There is no position %(key)s; renmai position lists them.",
    "no_such_position_proposal": "Nothing is proposed under %(key)s any more; renmai position lists what is.",
    "same_person": "They are one person already.",
    "nothing_to_split": "Choose some of what is known of %(name)s, but not all: somebody must stay.",
    "no_such_decision": "There is no decision %(decision_id)s.",
    "no_such_import": "There is no import %(import_id)s.",
    "import_running": "The import of %(name)s has not ended. Stop it first, then undo it.",
    "nothing_to_undo": "There is nothing to undo.",
    "no_such_suggestion": (
        "Nothing was suggested under “%(key)s”, or “%(outcome)s” is not one of done, later and drop."
    ),
    "until_is_past": "“Later” wants a day after %(today_on)s; %(until_on)s is not.",
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
    "value_needs_words": "Say what it is in at least one word and at most %(most)s letters.",
    "value_is_over": "It would be over on %(until_on)s, before %(today_on)s.",
    "no_value_of": "%(name)s is you, a list or a robot; your own you note under “me”.",
    "no_such_value": "No need, offer or achievement %(number)s stands. Look at renmai value.",
    "no_value_line": (
        "That line does not tell who looks for what, or who has what. Write it like “Ada is looking for a "
        "printer” or “张三在找供应链”."
    ),
    "embeddings_failed": (
        "The embeddings endpoint %(url)s did not answer as it should (%(fault)s); matches go by words alone."
    ),
    "no_such_proposal": "Nothing under “%(key)s” waits for an answer.",
    "no_such_match": "No need and offer under “%(key)s” stand.",
    # tables given to renmai engine
    "events_no_file": "There is no file %(path)s.",
    "events_empty_folder": "The folder %(path)s holds no .parquet file.",
    "events_not_parquet": "The file %(path)s cannot be read as Parquet.",
    "events_column_missing": "The column “%(column)s” is missing; there are: %(columns)s.",
    "events_column_type": "The column “%(column)s” is %(found)s; it must be %(wanted)s.",
    "edges_files_differ": "The files in %(path)s do not hold the same columns in the same types.",
    "nobody_in_edges": "Nobody in the edges goes by “%(person)s”.",
    "path_to_oneself": "“%(person)s” stands at both ends; a path leads from one person to another.",
    "mentions_column_missing": "The column “%(column)s” is missing; there are: %(columns)s.",
    "mentions_column_type": "The column “%(column)s” is %(found)s; it must be %(wanted)s.",
    "mentions_without_id": "%(count)s rows have no mention (rows %(rows)s); every row needs one of its own.",
    "mentions_id_twice": (
        "The mention “%(mention)s” stands there twice (%(count)s rows are one too many: %(rows)s); "
        "every row needs one of its own."
    ),
    "no_such_engine": "There is no engine called “%(engine)s”; there is: %(engines)s.",
    "no_such_ego": "No sound event names “%(ego)s” as sender or recipient.",
    "bad_memory_limit": "“%(limit)s” is no memory limit; write it like 800MB or 4GB, at least %(least)sMB.",
    "engine_out_of_memory": (
        "This is too much for %(limit)s of memory. Allow more with --memory-limit, or let Spark do it."
    ),
    "spark_not_installed": "Spark is not installed here. Get it with: pip install 'renmai[spark]'.",
    "no_java": "Spark runs on Java 17 or 21, and there is none here. Install one, or set JAVA_HOME.",
    "spark_does_not_start": (
        "Spark does not start at %(master)s, or nobody answers there; what it said is in %(log)s."
    ),
    "events_name_for_spark": (
        "Spark cannot read the file %(path)s by that name: no colon, and no _ or . at the beginning."
    ),
    # needs, offers and words given to renmai engine match
    "match_no_file": "There is no file %(path)s.",
    "match_unreadable": "The file %(path)s could not be read: %(fault)s.",
    "match_not_jsonl": (
        "No line of %(path)s is a JSON object with an id and a text, as JSON Lines would have it."
    ),
    "match_bad_toml": "The table of words %(path)s is no TOML: %(fault)s.",
    "match_bad_field": "“%(field)s” in the table of words must be a field: a table with things in it.",
    "match_bad_line": "The line %(line)s of the table of words needs zh or en: words as one text.",
    "match_bad_met_by": (
        "The line %(line)s of the table of words is met by “%(what)s”, which is no thing in it."
    ),
    "match_odd_key": "The line %(line)s of the table of words has “%(what)s”; it may have zh, en and met_by.",
    "nothing_to_judge": (
        "There is nothing to judge: of %(pairs)s pairs known before the cut-off, "
        "%(in_touch)s were in touch after it."
    ),
    # notes of the owner on people
    "nobody_to_note": "%(name)s is you, a list or a robot; nothing is noted of them.",
    "nothing_said": "Say what it is: “%(field)s” must not be empty.",
    "no_such_due_day": "%(on)s is too far off to be meant.",
    "no_such_margin": (
        "What is left to the other side is a number from −100 to 100, in percent; “%(text)s” is not."
    ),
    "no_such_stage": "“%(stage)s” is no stage; there is: %(stages)s.",
    "no_such_move": "“%(title)s” is %(stage)s and cannot become %(wanted)s.",
    "no_such_cooperation": "There is no cooperation %(number)s. Look at renmai cooperate.",
    "no_such_tier": "There is no tier of %(tier)s; there is: 5, 50, 100.",
    "no_such_promise": "There is no promise %(number)s. Look at renmai promise.",
    "promise_is_over": "“%(what)s” ended on %(ended_on)s; renmai undo opens it again, or promise it anew.",
    "no_introducer": (
        "%(name)s cannot have come through %(other)s: that would be themselves, or somebody who came "
        "through them."
    ),
}
