"""Why no path or introduction could be given."""

NETWORK_REFUSALS: dict[str, str] = {
    "no_such_target": "Nobody in the book but you is called “%(target)s”, works there or does that.",
    "target_taken": (
        "There is something in %(target)s already. Name a new folder, or a new file ending in .zip."
    ),
    "no_introducer": (
        "%(name)s cannot have come through %(other)s: that would be themselves, or somebody who came "
        "through them."
    ),
}
