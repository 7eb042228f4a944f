"""The headings of a person's sheet, and what stands in a calendar of the book."""

SHEETS: dict[str, str] = {
    "sheet_notes": "Notes",
    "sheet_needs": "Looks for",
    "sheet_offers": "Can give",
    "dated_birthday": "Birthday: %(name)s",
    "dated_anniversary": "Anniversary: %(name)s",
    "dated_meeting": "With %(names)s",
    "dated_promise": "Promised to %(name)s: %(what)s",
}
