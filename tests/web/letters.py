"""Invented mail and cards for the page's tests: a few people, two languages, one of them hostile."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from email.header import Header
from email.utils import format_datetime, formataddr
from pathlib import Path

ME = ("欧阳未晞", "me@example.org")
GU = ("顾望舒", "gu.wangshu@qinglan.example")
GU_OLD = ("Gu Wangshu", "gws@chenghai.example")
MARTA = ("Marta Lindqvist-Okoye", "m.lindqvist@noordkade.example")
JIAN = ("简宁", "jian@douyu.example")
HOSTILE = ('<img src=x onerror="window.ran=1"><script>window.ran=1</script>', "mallory@bad.example")
HOSTILE_WORDS = (
    "\"><script>window.ran=1</script><svg onload='window.ran=1'> {{ 7|add:7 }} {% debug %} javascript:"
)
TODAY = date(2026, 3, 2)


def letter(
    number: int, sender: tuple[str, str], recipient: tuple[str, str], on: date, words: tuple[str, str]
) -> str:
    """Return one mail of an mbox."""
    at = datetime(on.year, on.month, on.day, 1 + number % 9, number % 60, tzinfo=UTC)
    subject, text = words
    lines = [
        f"From {sender[1]} {at:%a %b %d %H:%M:%S %Y}",
        f"From: {_named(sender)}",
        f"To: {_named(recipient)}",
        f"Date: {format_datetime(at)}",
        f"Message-ID: <{number}.{sender[1]}>",
        f"Subject: {Header(subject, 'utf-8').encode()}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
        "",
        text,
        "",
        "",
    ]
    return "\n".join(lines)


def _named(who: tuple[str, str]) -> str:
    return formataddr((str(Header(who[0], "utf-8").encode()), who[1]))


def both_ways(first: int, them: tuple[str, str], ends_on: date, every_days: int, times: int) -> Iterable[str]:
    """Yield an exchange that went to and fro `times` times and ended on a day."""
    for turn in range(times):
        on = ends_on - timedelta(days=every_days * (times - 1 - turn))
        sender, recipient = (ME, them) if turn % 2 else (them, ME)
        yield letter(
            first + turn, sender, recipient, on, (f"春茶礼盒 {turn}", f"第 {turn} 封。样品怎么样了？\n")
        )


def mailbox(path: Path) -> Path:
    """Write an mbox: a cooled tie, a lively one, one human under two addresses, a question, a hostile one."""
    letters = [
        *both_ways(1000, GU, date(2026, 1, 20), 12, 40),
        *both_ways(2000, MARTA, date(2026, 2, 26), 9, 60),
        *both_ways(3000, GU_OLD, date(2024, 6, 1), 20, 8),
        letter(4000, ME, JIAN, date(2026, 2, 10), ("打样", "周一寄出。\n")),
        letter(4001, JIAN, ME, date(2026, 2, 12), ("Re: 打样", "收到。\n")),
        letter(4002, ME, JIAN, date(2026, 2, 16), ("Re: 打样", "好。\n")),
        letter(4003, JIAN, ME, date(2026, 2, 27), ("起订量与打样", "起订量最低能到多少？下周要定。\n")),
        letter(
            5000, HOSTILE, ME, date(2026, 2, 20), (HOSTILE_WORDS, HOSTILE_WORDS + "\nCan you answer this?\n")
        ),
        letter(5001, ME, HOSTILE, date(2026, 2, 21), ("Re: " + HOSTILE_WORDS, HOSTILE_WORDS + "\n")),
        letter(5002, HOSTILE, ME, date(2026, 2, 25), (HOSTILE_WORDS, HOSTILE_WORDS + "\nWhen?\n")),
    ]
    path.write_text("".join(letters), encoding="utf-8")
    return path


def cards(path: Path) -> Path:
    """Write two vCards, one of them hostile in every field."""
    path.write_text(
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:顾望舒\r\nN:顾;望舒;;;\r\nORG:青岚茶业\r\nTITLE:采购总监\r\n"
        f"EMAIL:{GU[1]}\r\nTEL:+8613900004127\r\nBDAY:1985-03-05\r\nEND:VCARD\r\n"
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{HOSTILE[0]}\r\nN:x;;;;\r\nORG:{HOSTILE_WORDS}\r\nNOTE:{HOSTILE_WORDS}\r\n"
        f"EMAIL:{HOSTILE[1]}\r\nURL:javascript:window.ran=1\r\nEND:VCARD\r\n",
        encoding="utf-8",
    )
    return path
