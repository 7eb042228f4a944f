"""Why `renmai engine` could not read a table, or not compute with it."""

ENGINE_REFUSALS: dict[str, str] = {
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
}
