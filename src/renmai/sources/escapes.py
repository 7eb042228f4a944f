"""Text in seven bits that changes its charset by escapes (ISO-2022, HZ), with what Windows added to it."""

import re

_SWITCH = re.compile(rb"\x1b(\([BJIH]|\$[@AB]|\$\([@ABD])")
_JAPANESE = re.compile(rb"\x1b(?:\$[@B]|\$\([@BD]|\([JI])")
_KOREAN = re.compile(rb"\x1b\$\)C")
_CHINESE = re.compile(rb"\x1b\$\)[AGE]|\x1b\$\*H")
_SHIFTED = re.compile(rb"\x0e([^\x0f\x1b\n]*)\x0f?")
_HZ = re.compile(rb"~\{((?:[\x21-\x77][\x21-\x7e])+)~\}")
_DOUBLE = (b"$@", b"$B", b"$(@", b"$(B")
_GB = (b"$A", b"$(A")


def by_escapes(raw: bytes) -> str | None:
    """Return the text if its bytes say by escapes what they are, None where they do not.

    What a mail declares does not matter then: escapes are never in text of another charset.
    """
    if b"\x1b" not in raw or not raw.isascii():
        return None
    if _JAPANESE.search(raw):
        return _switched(raw)
    if _KOREAN.search(raw):
        return _shifted(_KOREAN.sub(b"", raw), "cp949")
    return _shifted(_CHINESE.sub(b"", raw), "gb18030") if _CHINESE.search(raw) else None


def of_hz(raw: bytes) -> str | None:
    """Return the text if it is ASCII with Chinese between `~{` and `~}`, None where nothing is between."""
    if not raw.isascii() or not _HZ.search(raw):
        return None
    text = _HZ.sub(lambda match: _high(match[1]).decode("gb2312", "replace").encode(), raw)
    return text.decode("utf-8", "replace")


def of_japanese_unix(raw: bytes) -> str | None:
    """Return text in EUC-JP with the characters of Windows (①, ㈱), None where it is not in that charset."""
    pieces = re.split(rb"((?:[\xa1-\xfe][\xa1-\xfe])+)", raw)
    try:
        return "".join(
            _of_windows(bytes(byte & 0x7F for byte in piece)) if place % 2 else piece.decode("euc_jp")
            for place, piece in enumerate(pieces)
        )
    except ValueError:
        return None


def _switched(raw: bytes) -> str:
    pieces = _SWITCH.split(raw)
    text = [pieces[0].decode("ascii", "replace")]
    for switch, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        if switch in _DOUBLE:
            text.append(_of_windows(piece))
        elif switch in _GB:
            text.append(_high(piece).decode("gb2312", "replace"))
        elif switch == b"(I":
            text.append(_high(piece).decode("cp932", "replace"))
        elif switch == b"$(D":
            paired = re.sub(rb"([\x21-\x7e]{2})", lambda match: b"\x8f" + _high(match[1]), piece)
            text.append(paired.decode("euc_jp", "replace"))
        else:
            text.append(piece.decode("ascii", "replace"))
    return "".join(text)


def _of_windows(piece: bytes) -> str:
    """Decode pairs of JIS X 0208 as Windows does, which put marks and firms' signs into its empty rows."""
    shifted = bytearray()
    place = 0
    while place < len(piece):
        first, second = piece[place], piece[place + 1] if place + 1 < len(piece) else 0
        if not (0x21 <= first <= 0x7E and 0x21 <= second <= 0x7E):
            shifted.append(first)
            place += 1
            continue
        shifted.append((first + 1) // 2 + (0x70 if first < 0x5F else 0xB0))
        shifted.append(second + (0x7E if first % 2 == 0 else 0x1F + (second > 0x5F)))
        place += 2
    return shifted.decode("cp932", "replace")


def _shifted(raw: bytes, charset: str) -> str:
    return _SHIFTED.sub(lambda match: _high(match[1]).decode(charset, "replace").encode(), raw).decode(
        "utf-8", "replace"
    )


def _high(piece: bytes) -> bytes:
    """Set the eighth bit of every byte that is no blank or control."""
    return bytes(byte | 0x80 if byte > 0x20 else byte for byte in piece)
