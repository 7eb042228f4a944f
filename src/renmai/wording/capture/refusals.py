"""Why an import could not be done or undone."""

CAPTURE_REFUSALS: dict[str, str] = {
    "no_such_import": "There is no import %(import_id)s. Look at renmai imports.",
    "import_running": "The import of %(name)s has not ended. Stop it first, then undo it.",
    "no_such_region": "“%(region)s” is no region with telephone numbers; write two letters like CN or GB.",
}
