"""Forms to read by: every statement with the letters behind it, and what was judged of it before."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from benchmarks.list_owners import ListMail, ListOwner

if TYPE_CHECKING:
    from benchmarks.read_by_hand import Statement, Verdict

SHOWN_LETTERS, SHOWN_WORDS = 8, 400
QUOTES = (">", "|", "#")


def form(owner: ListOwner, statement: "Statement", judged: "Verdict | None") -> Iterator[str]:
    """Yield one statement, the last letters between the two up to its day, and the verdict if there is one."""
    yield f"== {statement.key} {statement.kind} {statement.day} {', '.join(statement.person[:3])}"
    yield f"   {statement.said}"
    if judged is not None:
        yield f"   judged: {judged.truth}, {judged.use}: {judged.reason}"
    between = [
        mail
        for mail in owner.mails
        if str(mail.at.date()) < statement.day and _is_between(owner, statement, mail)
    ]
    yield f"   {len(between)} letters between them, {sum(_is_plain(owner, mail) for mail in between)} addressed to one side among few"
    for mail in between[-SHOWN_LETTERS:]:
        yield from _letter(owner, mail)
    yield ""


def _is_between(owner: ListOwner, statement: "Statement", mail: ListMail) -> bool:
    writer = mail.writer[1]
    if statement.kind == "same":
        return writer in statement.person
    if writer in statement.person:
        return not mail.readers.isdisjoint(owner.addresses)
    return writer in owner.addresses and not mail.readers.isdisjoint(statement.person)


def _is_plain(owner: ListOwner, mail: ListMail) -> bool:
    return len(mail.to) <= 7 and (
        mail.writer[1] in owner.addresses or not set(mail.to).isdisjoint(owner.addresses)
    )


def _letter(owner: ListOwner, mail: ListMail) -> Iterator[str]:
    way = "ME >" if mail.writer[1] in owner.addresses else "  < "
    place = "to" if not set(mail.to).isdisjoint(owner.addresses) else "cc"
    yield f"   {way} {mail.at:%Y-%m-%d %H:%M} {mail.writer[1]} {place} of {len(mail.to)}+{len(mail.readers) - len(mail.to)}: {mail.subject[:90]}"
    yield f"        {own_words(mail)[-SHOWN_WORDS:]}"


def own_words(mail: ListMail) -> str:
    """Return the end of what the writer says themselves, without quotes and signature."""
    lines = mail.text().partition("\n-- \n")[0].partition("\n---\n")[0].splitlines()
    return " ".join(" ".join(line for line in lines if not line.startswith(QUOTES)).split())
