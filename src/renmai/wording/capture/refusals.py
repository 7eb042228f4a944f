"""Why an import could not be done or undone."""

CAPTURE_REFUSALS: dict[str, str] = {
    "no_such_import": "There is no import %(import_id)s. Look at renmai imports.",
    "no_such_column": "There is no table with a column “%(heading)s”. There are: %(headings)s.",
    "no_such_meaning": "“%(meaning)s” is nothing a column can hold. It may be: %(meanings)s.",
    "columns_name_nobody": (
        "With these columns a row would name nobody. Say which of them holds the name, an address or a "
        "number: %(headings)s."
    ),
    "import_running": "The import of %(name)s has not ended. Stop it first, then undo it.",
    "no_such_region": "“%(region)s” is no region with telephone numbers; write two letters like CN or GB.",
}
