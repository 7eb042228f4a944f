"""What one import may bring, in proportion to the bytes it was given: laid open, in lines, records, acts."""

from renmai.sources.base import Adapted

FREE_BYTES = 64 << 20  # below this nobody needs to look at the ratio
MOST_TIMES = 50  # text packs 5 to 30 times; a bomb a thousand times
MOST_BYTES = 64 << 30  # of one unpacked file
LINE_WEIGHT = 64  # a line takes as long as so many bytes, be it empty
MOST_TIMES_WEIGHED = 3 * MOST_TIMES
FREE_UNITS = 2_000_000  # beside some for each byte of the files as they lie on the disk
UNITS_A_BYTE = 4  # so that no plain file comes near it; a million of units take half a minute at most
UNITS_AN_ITEM, UNITS_AN_ACT, UNITS_A_PART = 64, 8, 2


def is_bomb(packed_bytes: int, open_bytes: int) -> bool:
    """Tell whether so few bytes becoming so many is a trap, by ratio or by sheer size."""
    return open_bytes > MOST_BYTES or (open_bytes > FREE_BYTES and open_bytes > packed_bytes * MOST_TIMES)


def is_heavy(packed_bytes: int, open_bytes: int, lines: int) -> bool:
    """Tell whether what was laid open is a trap by its bytes, or by how many lines they are."""
    weight = open_bytes + lines * LINE_WEIGHT
    is_all_lines = weight > FREE_BYTES and weight > packed_bytes * MOST_TIMES_WEIGHED
    return is_all_lines or is_bomb(packed_bytes, open_bytes)


class ImportBudget:
    """What all the files of one import may come to; who is beyond it ends the file at hand."""

    def __init__(self) -> None:
        self.given_bytes = self.open_bytes = self.lines = self.units = 0

    def give(self, size: int) -> None:
        """Note a file as it lies on the disk."""
        self.given_bytes += size

    def lay_open(self, new_bytes: int, lines: int) -> None:
        """Count what was unpacked."""
        self.open_bytes += new_bytes
        self.lines += lines

    def spend_on_item(self) -> None:
        """Count a record or a problem that was read."""
        self.units += UNITS_AN_ITEM

    def spend_on(self, meant: Adapted) -> None:
        """Count what a record means: its acts, who takes part in them, whom it lists."""
        acts = meant.interactions
        parts = sum(len(act.participations) for act in acts) + len(meant.mentions)
        self.units += len(acts) * UNITS_AN_ACT + parts * UNITS_A_PART

    def are_bytes_spent(self) -> bool:
        """Tell whether archives became too much together."""
        return is_heavy(self.given_bytes, self.open_bytes, self.lines)

    def are_units_spent(self) -> bool:
        """Tell whether more was brought than files of that size bring."""
        return self.units > FREE_UNITS + self.given_bytes * UNITS_A_BYTE


class OpenBudget:
    """What one packed file may become: counted, not as it declares; reading it again costs nothing anew."""

    def __init__(self, of_import: ImportBudget, packed_bytes: int = 0) -> None:
        self.packed_bytes = packed_bytes
        self.open_bytes = self.lines = 0
        self._of_import = of_import
        self._furthest: dict[int, int] = {}

    def count(self, member: int, until: int, given: bytes) -> None:
        """Count bytes that were read of a member, up to one of its places."""
        new = given[-new_bytes:] if (new_bytes := until - self._furthest.get(member, 0)) > 0 else b""
        self._furthest[member] = max(until, self._furthest.get(member, 0))
        lines = max(new.count(b"\n"), new.count(b"\r"))
        self.open_bytes += len(new)
        self.lines += lines
        self._of_import.lay_open(len(new), lines)

    def is_spent(self) -> bool:
        """Tell whether that is out of all proportion."""
        return self._of_import.are_bytes_spent() or is_heavy(self.packed_bytes, self.open_bytes, self.lines)
