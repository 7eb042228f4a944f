"""Hostile files of every reader, made of its samples by chance: cut, spoilt, recoded, blown up, packed."""

import gzip
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import renmai.sources
from renmai.sources import registry

SAMPLES = Path(renmai.sources.__file__).parent
WORD = re.compile(r"[^\W\d_]{3,}")
LONG = 1_000_000
PAYLOADS = (
    "\x1b[2J\x1b]0;PWNED\x07\x1b]52;c;cm0=\x07",
    "\x9b2J\x9d0;PWNED\x9c\x85\x8d",
    "\u202etxt.exe\u202c\u2066\u2067\u200f",
    "\0\x01\x08\x0b\x0c\x7f",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(1+1)",
    "\uff1dHYPERLINK(1)",
    "a;=1+1\t=2",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "{{7*7}}{% debug %}%(name)s{0}",
    "[bold red]x[/]",
    "2026-45",
    "2024-09-31",
    "'; DROP TABLE renmai_person; --",
    "../../../../etc/passwd",
    "Ж" + "\u0301" * 5_000,
    "\U0001f468\u200d\U0001f469\u200d\U0001f467" * 200,
    "\ud83d",
    "a" * LONG,
    "a@" * (LONG // 20),
    '"' * 5_000,
    "(" * 5_000,
    "<" * 50_000,
    "=?utf-8?b?" * 5_000,
)
CHARSETS = ("gbk", "big5", "shift_jis", "utf-16", "utf-16-be", "utf-32", "utf-7", "cp1251", "koi8-r")
DEEP = {
    "mail": ("Content-Type: multipart/mixed; boundary=b{0}\r\n\r\n--b{0}\r\n", 2_000),
    "vcard": ("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Deep {0}\r\n", 20_000),
    "ics": ("BEGIN:VEVENT\r\nUID:{0}\r\n", 20_000),
    "google_csv": ('"""{0},', 20_000),
}
OTHERWISE_DEEP = ('[{{"{0}":<a b="', 20_000)
"""For readers that came later: what JSON and XML nest by."""


def samples() -> dict[tuple[str, str], bytes]:
    """Return every sample of every reader, by reader and name."""
    return {
        (source.name, path.name): path.read_bytes()
        for source in registry.sources()
        for path in sorted((SAMPLES / source.name / "samples").glob("*"))
        if path.suffix != ".expected"
    }


def drawn(chance: Random) -> Iterator[tuple[str, str, bytes]]:
    """Yield hostile files for ever: what was done, a name, the bytes; each kind of each sample in turn."""
    turns = [(sample, kind) for sample in samples().items() for kind in KINDS]
    number = 0
    while True:
        chance.shuffle(turns)
        for ((reader, name), content), kind in turns:
            number += 1
            yield f"{kind} {reader}", f"{number}-{name}", KINDS[kind](reader, content, chance)


def _cut(_reader: str, content: bytes, chance: Random) -> bytes:
    return content[: chance.randrange(len(content))]


def _flipped(_reader: str, content: bytes, chance: Random) -> bytes:
    spoilt = bytearray(content)
    for _ in range(chance.choice((1, 10, len(content) // 20 + 1))):
        spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
    return bytes(spoilt)


def _holed(_reader: str, content: bytes, chance: Random) -> bytes:
    begin, end = sorted(chance.randrange(len(content)) for _ in range(2))
    return content[:begin] + content[end:]


def _doubled(_reader: str, content: bytes, chance: Random) -> bytes:
    begin, end = sorted(chance.randrange(len(content)) for _ in range(2))
    return content[:end] + content[begin:end] * chance.randint(1, 5) + content[end:]


def _almost_empty(_reader: str, _content: bytes, chance: Random) -> bytes:
    return chance.choice((b"", b"\n", b"\0", b"\xef\xbb\xbf", b"\xff\xfe", b"\r\n\r\n\r\n", b" ", b"From "))


def _recoded(_reader: str, content: bytes, chance: Random) -> bytes:
    return content.decode("utf-8", "replace").encode(chance.choice(CHARSETS), "replace")


def _line_ends(_reader: str, content: bytes, chance: Random) -> bytes:
    lines = content.replace(b"\r\n", b"\n").split(b"\n")
    ends = chance.choice(((b"\r",), (b"\r", b"\n", b"\r\n"), (b"\n\r",), (b"\x0b", b"\n"), (b"",)))
    return b"".join(line + chance.choice(ends) for line in lines)


def _payload(_reader: str, content: bytes, chance: Random) -> bytes:
    """Put hostile text in the place of a few words."""
    text = content.decode("utf-8", "replace")
    places = [found.span() for found in WORD.finditer(text)]
    payload = chance.choice(PAYLOADS)
    chosen = chance.sample(places, min(len(places), chance.randint(1, 1 if len(payload) > 9_999 else 6)))
    for begin, end in sorted(chosen, reverse=True):
        text = text[:begin] + payload + text[end:]
    return text.encode("utf-8", "surrogatepass")


def _deep(reader: str, content: bytes, chance: Random) -> bytes:
    piece, most = DEEP.get(reader, OTHERWISE_DEEP)
    depth = chance.randint(most // 100, most)
    head = content[: chance.randrange(1, len(content))] if chance.random() < 0.5 else b"From: a@b.example\r\n"
    return head + b"\r\n" + "".join(piece.format(level) for level in range(depth)).encode()


def _zipped(_reader: str, content: bytes, chance: Random) -> bytes:
    """Pack it with members that lie, climb, repeat or swell."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        names = ("a.vcf", "../../a.vcf", "/etc/a.vcf", "C:\\a.vcf", "..\\a.vcf", "a\0b.vcf", "x" * 300, "CON")
        for name in chance.sample(names, 3):
            archive.writestr(zipfile.ZipInfo(name.replace("\0", "")), content)
        if chance.random() < 0.3:
            archive.writestr("bomb.mbox", b"From a\r\n" * (12 << 20), zipfile.ZIP_DEFLATED)
    spoilt = packed.getvalue()
    return _flipped("", spoilt, chance) if chance.random() < 0.4 else spoilt


def _gzipped(_reader: str, content: bytes, chance: Random) -> bytes:
    packed = gzip.compress(content + b"\n" * chance.choice((0, 100 << 20)), 1)
    return packed[: chance.randrange(20, len(packed))] if chance.random() < 0.5 else packed


KINDS: dict[str, Callable[[str, bytes, Random], bytes]] = {
    "cut": _cut,
    "flipped": _flipped,
    "holed": _holed,
    "doubled": _doubled,
    "almost empty": _almost_empty,
    "recoded": _recoded,
    "line ends of": _line_ends,
    "payload in": _payload,
    "second payload in": _payload,
    "deep": _deep,
    "zipped": _zipped,
    "gzipped": _gzipped,
}
