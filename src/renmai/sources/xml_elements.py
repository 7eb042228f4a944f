"""The elements of an XML document in their order, one at a time; what breaks it ends it and is told.

Nothing is fetched and no entity is expanded: a document that defines its own ends there.
"""

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple
from xml.parsers.expat import ExpatError, ParserCreate, XMLParserType

from renmai.sources.charsets import guessed
from renmai.sources.wide_text import narrow_blocks

_BLOCK_BYTES = 1 << 16
_LONGEST_REFERENCE = 24
_PAIR = re.compile(r"&#(5[56]\d{3});&#(5[67]\d{3});")
_NO_CHARACTER = re.compile(r"&#(?:[0-8]|1[124-9]|2\d|3[01]|5529[6-9]|55[3-9]\d\d|5[67]\d{3});")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")
_HIGH, _LOW, _BEYOND = 0xD800, 0xDC00, 0x10000


class XmlElement(NamedTuple):
    """The beginning or, with `is_end`, the end of an element; without a name, where it breaks off.

    The end of one that holds nothing but text has that text, where it was asked for.
    """

    name: str
    attributes: dict[str, str]
    at_byte: int
    is_end: bool = False
    text: str = ""


class _OwnEntities(Exception):
    """A document defines entities of its own, as only a trap does."""


def xml_elements(stream: BinaryIO, *, with_texts: bool = False) -> Iterator[XmlElement]:
    """Yield the beginning and the end of every element."""
    found: list[XmlElement] = []
    texts: list[str] = []
    parser = ParserCreate("utf-8")
    place = [0]

    def begin(name: str, attributes: dict[str, str]) -> None:
        texts.clear()
        found.append(XmlElement(name, attributes, place[0]))

    def end(name: str) -> None:
        found.append(XmlElement(name, {}, place[0], is_end=True, text="".join(texts)))
        texts.clear()

    parser.StartElementHandler, parser.EndElementHandler = begin, end
    if with_texts:
        parser.CharacterDataHandler = texts.append
    parser.EntityDeclHandler = _refuse
    is_whole = True
    for text, at_byte in _texts(stream):
        place[0] = at_byte
        is_whole = _is_fed(parser, text)
        yield from found
        found.clear()
        if not is_whole:
            break
    if not is_whole or not _is_fed(parser, "", is_last=True):
        yield XmlElement("", {}, place[0])


def _refuse(*_: object) -> None:
    raise _OwnEntities


def _is_fed(parser: XMLParserType, text: str, *, is_last: bool = False) -> bool:
    """Hand text to the parser; tell whether it made sense."""
    try:
        parser.Parse(text.encode("utf-8", "replace"), is_last)
    except (ExpatError, _OwnEntities):
        return False
    return True


def _texts(stream: BinaryIO) -> Iterator[tuple[str, int]]:
    """Yield the document in pieces, never cut within a reference, without what no parser takes.

    Some phones write one character as two halves (`&#55357;&#56832;`), which are none each.
    """
    decoder: codecs.IncrementalDecoder | None = None
    held, is_begun = "", False
    at_byte = 0
    for block, at_byte in narrow_blocks(stream, _BLOCK_BYTES):
        if decoder is None and not block.isascii():
            decoder = codecs.getincrementaldecoder(guessed(block).charset)("replace")
        text = held + (decoder.decode(block) if decoder else block.decode("ascii"))
        cut = text.find("&", max(0, len(text) - _LONGEST_REFERENCE))
        text, held = (text, "") if cut < 0 else (text[:cut], text[cut:])
        if not is_begun:
            text, is_begun = _DECLARED.sub("", text), True
        yield _sound(text), at_byte
    yield _sound(held + (decoder.decode(b"", final=True) if decoder else "")), at_byte


def _sound(text: str) -> str:
    if "&#" in text:
        text = _PAIR.sub(_joined, text)
        text = _NO_CHARACTER.sub("\N{REPLACEMENT CHARACTER}", text)
    return _CONTROLS.sub("", text)


def _joined(pair: re.Match[str]) -> str:
    high, low = int(pair[1]) - _HIGH, int(pair[2]) - _LOW
    is_pair = 0 <= high < 0x400 and 0 <= low < 0x400
    return chr(_BEYOND + (high << 10) + low) if is_pair else "\N{REPLACEMENT CHARACTER}"
