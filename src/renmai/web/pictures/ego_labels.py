"""Labels of the map: names beside their marks, circles' names outside the rim, none over another."""

from collections.abc import Sequence
from math import cos, hypot, sin
from typing import NamedTuple

from renmai.domain.people.names import has_han

HAN, LATIN, LINE = 15.5, 8.0, 17.0
LONGEST, LONGEST_NARROW = 24, 13  # Latin letters
LARGER = 1.6
"""On a phone the map is small; letters that can be read are so much larger beside it."""
BOLD = 1.15
"""The names on the rim are bold, and so much wider than the widths above."""
OFF = 5.0
SEAL = 19.0
"""Half the side of the owner's seal in the middle."""
ALONG = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9, 0.0, 1.0)
"""Where along an arc its name may stand, the middle first."""
Box = tuple[float, float, float, float]


class Rim(NamedTuple):
    """The map's edge: its centre and radius, and how far to either side the picture goes."""

    x: float
    y: float
    radius: float
    left: float
    right: float


class Label(NamedTuple):
    """A text with where it begins or ends: `anchor` is start, middle or end as in SVG."""

    text: str
    x: float
    y: float
    anchor: str
    larger: float = 1.0
    wider: float = 1.0

    @property
    def box(self) -> Box:
        """The rectangle it covers: left, top, right, bottom."""
        width, line = width_of(self.text) * self.larger * self.wider, LINE * self.larger
        left = {"start": self.x, "middle": self.x - width / 2, "end": self.x - width}[self.anchor]
        return left, self.y - line * 0.8, left + width, self.y + line * 0.25


def width_of(text: str) -> float:
    """Return about how wide a text is, in units of the map."""
    return sum(HAN if has_han(letter) or ord(letter) > 0x2E80 else LATIN for letter in text)


def shortened(text: str, longest: int) -> str:
    """Return a name no wider than so many Latin letters, cut at its end."""
    room = longest * LATIN
    if width_of(text) <= room:
        return text
    kept = ""
    for letter in text:
        if width_of(kept + letter) > room - LATIN:
            break
        kept += letter
    return kept.rstrip(" ,-，") + "…"


def placed_labels(
    marks: Sequence[tuple[str, float, float, float]], rim: Rim, taken: Sequence[Box]
) -> list[Label | None]:
    """Return a label within the rim for each mark (name, x, y, size); null where there is no room for it."""
    boxes: list[Box] = [*taken, (rim.x - SEAL, rim.y - SEAL, rim.x + SEAL, rim.y + SEAL)]
    circles = [(x - size - 2, y - size - 2, x + size + 2, y + size + 2) for _, x, y, size in marks]
    found: list[Label | None] = []
    for place, (name, x, y, size) in enumerate(marks):
        others = boxes + circles[:place] + circles[place + 1 :]
        around = _beside(shortened(name, LONGEST), x, y, size)
        label = next((each for each in around if _is_free(each.box, others, rim)), None)
        found.append(label)
        if label:
            boxes.append(label.box)
    return found


def _beside(name: str, x: float, y: float, size: float) -> list[Label]:
    off, middle = size + OFF, round(y + LINE * 0.28, 1)
    return [
        Label(name, round(x + off, 1), middle, "start"),
        Label(name, round(x - off, 1), middle, "end"),
        Label(name, x, round(y - off - 1, 1), "middle"),
        Label(name, x, round(y + off + LINE * 0.7, 1), "middle"),
    ]


def _is_free(box: Box, others: Sequence[Box], rim: Rim) -> bool:
    left, top, right, bottom = box
    farthest = max(hypot(x - rim.x, y - rim.y) for x in (left, right) for y in (top, bottom))
    return farthest < rim.radius - OFF and not any(
        left < r and right > el and top < b and bottom > t for el, t, r, b in others
    )


def rim_labels(name: str, begin: float, end: float, rim: Rim) -> tuple[Label, Label]:
    """Return where a circle's name stands outside the rim, on a wide page and on a narrow one.

    At the sides there is no room beside the rim, so the name moves along its arc towards a corner.
    """
    wide = Label(shortened(name, LONGEST), 0, 0, "middle", wider=BOLD)
    narrow = Label(shortened(name, LONGEST_NARROW), 0, 0, "middle", LARGER, BOLD)
    return _best(wide, begin, end, rim), _best(narrow, begin, end, rim)


def _best(label: Label, begin: float, end: float, rim: Rim) -> Label:
    """Return the label where least of it leaves the picture or lies on the map, pushed into the picture."""
    found = min(
        (_on_rim(label, begin + (end - begin) * share, rim) for share in ALONG),
        key=lambda each: round(_fault(each, rim)),
    )
    left, _, right, _ = found.box
    shift = max(0.0, rim.left - left) - max(0.0, right - rim.right)
    return found._replace(x=round(found.x + shift, 1))


def _fault(label: Label, rim: Rim) -> float:
    left, top, right, bottom = label.box
    sides, middles = (left, (left + right) / 2, right), (top, bottom)
    nearest = min(hypot(x - rim.x, y - rim.y) for x in sides for y in middles)
    beyond = max(0.0, rim.left - left) + max(0.0, right - rim.right)
    return beyond + max(0.0, rim.radius + 4 - nearest)


def _on_rim(label: Label, angle: float, rim: Rim) -> Label:
    side, up = sin(angle), cos(angle)
    anchor = "middle" if abs(side) < 0.2 else "start" if side > 0 else "end"
    distance = rim.radius + 8 + 6 * label.larger
    x, y = rim.x + distance * side, rim.y - distance * up
    drop = LINE * label.larger * (0.3 - 0.35 * up)
    return label._replace(x=round(x, 1), y=round(y + drop, 1), anchor=anchor)
