"""What a spreadsheet would take for a formula, made plain text."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def harmless(text: str) -> str:
    """Return a cell that no spreadsheet runs: an apostrophe goes before what could be a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
