"""Why an entry of Today could not be answered."""

TODAY_REFUSALS: dict[str, str] = {
    "no_such_item": "Today has no item “%(item)s”; it shows %(shown)s. Look at renmai today.",
    "no_such_suggestion": (
        "Nothing was suggested under “%(key)s”, or “%(outcome)s” is not one of done, later and drop."
    ),
    "until_is_past": "“Later” wants a day after %(today_on)s; %(until_on)s is not.",
}
