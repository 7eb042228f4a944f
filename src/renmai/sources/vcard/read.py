"""Reads a file of cards, one record each."""

from collections.abc import Iterator
from hashlib import blake2b
from typing import BinaryIO

from renmai.domain.capture.locations import Location, at
from renmai.domain.capture.records import Problem, RawRecord
from renmai.sources.base import Part
from renmai.sources.limits import Place, one_by_one
from renmai.sources.vcard.adapt import names_nobody
from renmai.sources.vcard.charsets import Charset, settle
from renmai.sources.vcard.codec import parse
from renmai.sources.vcard.cut import CARD_CAP, RawCard, Stray, cut
from renmai.sources.vcard.other_forms import BrokenCard, cards_of_json, cards_of_xml, is_of_json, is_of_xml
from renmai.sources.vcard.properties import Card
from renmai.sources.vcard.usual import unread_ways
from renmai.sources.vcard.values import text_of

SOURCE_NAME = "vcard"
_BROKEN_LINES_TOLD = 20
_SHOWN = 80
_LONGEST_UID = 500
_OF_THE_EXPORT = frozenset(("REV", "PRODID", "X-REV", "X-TIMESTAMP", "CREATED", "X-CREATED"))


def read(part: Part) -> Iterator[RawRecord | Problem]:
    """Yield every card, each with what is wrong with it, in the order of the file."""
    file = _File(part)
    with part.open() as stream:
        yield from one_by_one(SOURCE_NAME, part.name, _pieces(part, stream), file.items, _place)


def _pieces(part: Part, stream: BinaryIO) -> Iterator[RawCard | Stray | BrokenCard]:
    """Yield the cards of a file, in whichever of the three forms they are written."""
    if is_of_json(part.head):
        return cards_of_json(stream)
    return cards_of_xml(stream) if is_of_xml(part.head) else cut(stream)


class _File:
    """One file of cards, and what its earlier cards teach about the later ones."""

    def __init__(self, part: Part) -> None:
        self.part = part
        self.usual_charset = ""
        self.seen_uids: set[str] = set()

    def items(self, piece: RawCard | Stray | BrokenCard) -> list[RawRecord | Problem]:
        """Return the record of one card and its problems."""
        if isinstance(piece, BrokenCard):
            where = at(card=piece.number)
            return [_problem(self.part, piece.at_byte, where, "vcard_broken_off", card=piece.number)]
        if isinstance(piece, Stray):
            where = at(line=piece.first_line)
            return [_problem(self.part, piece.at_byte, where, "vcard_stray_lines", lines=piece.lines)]
        text, charset = settle(piece.raw, self.usual_charset)
        piece.raw.clear()  # a card may be huge: from here on there is only its text
        if charset.is_sure and charset.name != "utf-8":
            self.usual_charset = charset.name
        card = parse(text, charset)
        digest, uid = _digest_of(card), _uid_of(card)
        where = _where(piece, piece.first_line)
        record = RawRecord(
            source=SOURCE_NAME,
            external_id=uid
            if uid and uid not in self.seen_uids
            else _digest_of(card, besides=_OF_THE_EXPORT),
            digest=digest,
            fields={"text": text, "stored_as": charset.stored_as, "charset": charset.name},
            where=where,
            at_byte=piece.at_byte,
        )
        problems = list(_problems(self.part, piece, card, charset))
        if uid in self.seen_uids:
            problems.append(_problem(self.part, piece.at_byte, where, "vcard_uid_twice", uid=uid[:_SHOWN]))
        elif uid:
            self.seen_uids.add(uid)
        return [record, *problems]


def _problems(part: Part, piece: RawCard, card: Card, charset: Charset) -> Iterator[Problem]:
    """Yield what is wrong with one card; the card itself is kept."""
    start = _where(piece, piece.first_line)
    if piece.dropped_line is not None:
        where = _where(piece, piece.dropped_line)
        yield _problem(part, piece.at_byte, where, "vcard_too_big", megabytes=CARD_CAP >> 20)
    for line, text in card.broken[:_BROKEN_LINES_TOLD]:
        where = _where(piece, piece.first_line + line - 1)
        yield _problem(part, piece.at_byte, where, "vcard_broken_line", text=_shown(text))
    if len(card.broken) > _BROKEN_LINES_TOLD:
        more = len(card.broken) - _BROKEN_LINES_TOLD
        yield _problem(part, piece.at_byte, start, "vcard_more_broken_lines", lines=more)
    if not piece.is_closed:
        yield _problem(part, piece.at_byte, start, "vcard_no_end")
    if not charset.is_sure:
        yield _problem(part, piece.at_byte, start, "vcard_charset_guessed", charset=charset.name)
    for prop in unread_ways(card)[:_BROKEN_LINES_TOLD]:
        written = f"{prop.group}.{prop.name}:{prop.value}" if prop.group else f"{prop.name}:{prop.value}"
        yield _problem(part, piece.at_byte, start, "vcard_way_not_read", text=_shown(written))
    if names_nobody(card):
        yield _problem(part, piece.at_byte, start, "vcard_no_name")


def _problem(part: Part, at_byte: int, where: Location, code: str, **numbers: object) -> Problem:
    return Problem(
        source=SOURCE_NAME, file=part.name, where=where, code=code, numbers=numbers, at_byte=at_byte
    )


def _place(piece: RawCard | Stray | BrokenCard) -> Place:
    if isinstance(piece, BrokenCard):
        return Place(at(card=piece.number), piece.at_byte)
    line = piece.first_line
    return Place(at(line=line) if isinstance(piece, Stray) else _where(piece, line), piece.at_byte)


def _where(piece: RawCard, line: int) -> Location:
    return at(card=piece.number, line=line)


def _digest_of(card: Card, *, besides: frozenset[str] = frozenset()) -> str:
    """Return a digest of what a card says.

    :param besides: properties that say when and by what a card was written, not whose it is
    """
    digest = blake2b(digest_size=16)
    said = card._replace(properties=tuple(prop for prop in card.properties if prop.name not in besides))
    for piece in said.content():
        digest.update(piece)
    return digest.hexdigest()


def _uid_of(card: Card) -> str:
    return next((text_of(prop)[:_LONGEST_UID] for prop in card.all("UID")), "")


def _shown(text: str) -> str:
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text[:_SHOWN])
