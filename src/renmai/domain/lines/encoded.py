"""A line with a sign in place of every name, so that rules can say where somebody stands."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from renmai.domain.lines.names import LineName

FIRST_SIGN = 0xE000
MOST_NAMED = 200
P = f"[{chr(FIRST_SIGN)}-{chr(FIRST_SIGN + MOST_NAMED)}]"
"""One name in a rule."""
_SIGN = re.compile(P)
UNREAD = "\ufffd"
"""What stands for a sign that was written in the line itself."""
_TOGETHER = re.compile(rf"{P}(?:\s*(?:[、,，&]|和|跟|与|及|,?\s+and)\s*(?:(?:his|her) \w+ )?{P})+")
_CLAUSES = re.compile(
    r"(?:(?! (?:and|but|so) (?:I (?:promised|owe|will|told|gave|sent|lent)|I['’]ll"
    r"|(?:he|she|they) (?:is|needs?|wants?|has|can|knows?|said|says?|mentioned|told)"
    r"|(?:(?:now|also|still) )?(?:needs|wants|is (?:looking|hiring"
    r"|after)))\b)(?!\.\s+[A-Z\ue000-\ue0c8])[^，,。；;！!？?\n—–])+"
)
_BESIDE = re.compile(rf"(?<={P})\s*[(（][^()（）]{{1,40}}[)）]")
_THEY = re.compile(
    r"[他她]们?(?:的?(?:公司|团队|那边|家))?|对方|(?i:he|she|they|him|her|them|(?:his|her|their) \w+)"
)


class Clause(NamedTuple):
    """A part of the line between two pauses, and where it begins."""

    text: str
    start: int


def _in_full(said: set[str]) -> dict[str, str]:
    """Return by each name the one that holds all its words, where a line has just one: Ada is Ada Brook."""
    full = {}
    for name in said:
        words = set(name.casefold().split())
        longer = [other for other in said if words < set(other.casefold().split())]
        full[name] = longer[0] if len(longer) == 1 else _as_written_best(name, said)
    return full


def _as_written_best(name: str, said: set[str]) -> str:
    """Return the way with capitals of a name that a line writes small as well."""
    return min(other for other in said if other.casefold() == name.casefold())


class EncodedLine:
    """The line, with who is meant by each sign and by each word that stands for somebody."""

    def __init__(self, line: str, names: Sequence[LineName]) -> None:
        self.names: dict[str, str] = {}
        pieces, at = [], 0
        whole = _in_full({name.said for name in names})
        for place, name in enumerate(names[:MOST_NAMED]):
            sign = chr(FIRST_SIGN + place)
            self.names[sign] = whole[name.said]
            pieces += [_SIGN.sub(UNREAD, line[at : name.start]), sign]
            at = name.end
        text = "".join([*pieces, _SIGN.sub(UNREAD, line[at:])])
        self.text = _BESIDE.sub(lambda beside: beside[0] if _SIGN.search(beside[0]) else "", text)
        self.clauses = tuple(Clause(found[0], found.start()) for found in _CLAUSES.finditer(self.text))

    def words(self, text: str) -> str:
        """Return a part of it with the names again."""
        return " ".join(_SIGN.sub(lambda sign: self.names[sign[0]], text).split())

    def meant(self, text: str, place: int) -> tuple[str, ...] | None:
        """Return whom a text at a place means: one name, several where it is not clear, None for nobody.

        No words at all stand for whoever was named last.
        """
        signs = _SIGN.findall(text)
        bare = text.strip()
        if signs:
            rest = _SIGN.sub("", bare)
            is_them_alone = len(set(map(self.names.__getitem__, signs))) == 1
            is_plain = not rest or rest.startswith(("在", "那边", "公司", "的公司")) or rest in ("'s", "’s")
            return (self.names[signs[0]],) if is_them_alone and is_plain else None
        bare = re.sub(r"['’]s$", "", bare)
        return self.before(place) if not bare or _THEY.fullmatch(bare) else None

    def before(self, place: int) -> tuple[str, ...]:
        """Return who was named last before a place; all of them where several were named together."""
        signs = list(_SIGN.finditer(self.text, 0, place))
        if not signs:
            return self.everybody if len(self.everybody) == 1 else ()
        last = signs[-1]
        for group in _TOGETHER.finditer(self.text, 0, place):
            if group.start() <= last.start() < group.end():
                named = [self.names[sign] for sign in _SIGN.findall(group[0])]
                return tuple(dict.fromkeys(named))
        return (self.names[last[0]],)

    @property
    def everybody(self) -> tuple[str, ...]:
        """Everybody the line names, each once."""
        return tuple(dict.fromkeys(self.names.values()))
