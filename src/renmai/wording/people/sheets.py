"""The headings of a person's sheet."""

SHEETS: dict[str, str] = {
    "sheet_notes": "Notes",
    "sheet_needs": "Looks for",
    "sheet_offers": "Can give",
}
