"""Names for files after what they hold, that every file system takes and none confuses."""

import re
import unicodedata
from collections.abc import Collection

LONGEST_BYTES = 120
"""Well under the 255 that file systems allow, with room for a number, an ending, and a zip of a folder."""
_UNSAFE = frozenset('<>:"/\\|?*')
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)


def file_name(text: str, number: int, ending: str, taken: Collection[str]) -> str:
    """Return a name after a text; with its number where the text says nothing, or another file has the name.

    :param taken: the names given so far, case folded, as some file systems tell no cases apart
    """
    letters = unicodedata.normalize("NFC", text)
    spaced = "".join(" " if letter in _UNSAFE or not letter.isprintable() else letter for letter in letters)
    plain = " ".join(spaced.split()).strip(" .")
    encoded = plain.encode("utf-8", "ignore")[:LONGEST_BYTES]
    name = encoded.decode("utf-8", "ignore").rstrip(" .")
    if not name or _DEVICE.match(name) or f"{name}{ending}".casefold() in taken:
        name = f"{name} ({number})".strip()
    return f"{name}{ending}"
