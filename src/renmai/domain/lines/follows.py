"""What follows from a line: needs, promises, favours, asks, introductions, news, what to ask next time."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from renmai.domain.lines.days import days_in, without_days
from renmai.domain.lines.encoded import Clause, EncodedLine, P
from renmai.domain.lines.phrases import (
    ASKS,
    COOPERATIONS,
    GIVEN,
    GIVEN_EN,
    GOES_ON,
    GOT,
    GOT_EN,
    GOT_TO_ME,
    HELP_EN,
    INTRODUCTIONS,
    MINE,
    NO_FAVOUR,
    NO_NEWS,
    NO_PROMISE,
    NOTHING_OWNED,
    OFFERS,
    PROMISES,
    QUESTIONS,
    REMINDER,
    SAYS,
    STRONG_OBJECT,
    THEIR_ASKS,
    THEM,
    TOLD_BEHIND,
    WANTED_EN,
    WANTS,
)
from renmai.domain.value.one_line import value_line
from renmai.domain.value.values import Side


class FollowKind(StrEnum):
    """What a line says that the book keeps beside the talk itself."""

    NEED = "need"
    OFFER = "offer"
    PROMISE = "promise"
    FAVOUR_GIVEN = "favour_given"
    FAVOUR_GOT = "favour_got"
    ASK = "ask"
    COOPERATION = "cooperation"
    INTRODUCTION = "introduction"
    INFORMATION = "information"
    QUESTION = "question"


class Follow(NamedTuple):
    """One thing that follows: of whom, what, by when.

    `who` is one name, several where the line does not say which of them; `other` is who introduced them;
    `is_said` tells whether the line has them say so; `is_gift` that a favour is a thing given.
    """

    kind: FollowKind
    who: tuple[str, ...]
    what: str
    due_on: date | None = None
    other: str = ""
    is_said: bool = False
    is_gift: bool = False


Rule = Callable[[EncodedLine, Clause, date], Iterator[Follow]]


def follows_of(line: EncodedLine, *, today: date) -> list[Follow]:
    """Return what follows from a line, in its order, each once."""
    found: dict[tuple[str, tuple[str, ...], str], Follow] = {}
    for clause in line.clauses:
        for rule in RULES:
            made = list(rule(line, clause, today))
            for each in made:
                found.setdefault((each.kind, each.who, each.what), each)
            if made:
                break
    for each in _cooperations(line):
        found.setdefault((each.kind, each.who, each.what), each)
    return [each for each in found.values() if each.who]


def is_of_later(clause: str) -> bool:
    """Tell whether a clause speaks of what is to come, so that it names neither the act nor its day."""
    return any(rule.search(clause) for rule in (*QUESTIONS, *PROMISES, REMINDER))


def _question(line: EncodedLine, clause: Clause, _today: date) -> Iterator[Follow]:
    for rule in QUESTIONS:
        if found := rule.search(clause.text):
            who = line.meant(found["who"] or "", clause.start + found.start())
            what = re.sub(r"(?i)\bnext time\b", "", found["what"])
            if who is not None and (words := line.words(what).strip(" ：:")):
                yield Follow(FollowKind.QUESTION, who, words)
            return


def _promise(line: EncodedLine, clause: Clause, today: date) -> Iterator[Follow]:
    for rule in PROMISES:
        found = rule.match(clause.text)
        if found is None:
            continue
        days = days_in(found["what"], today=today, ahead=True)
        what = without_days(found["what"], days).strip(" 给在把:：")
        if not MINE.fullmatch(found["lead"]) or len(what) < 2:
            return
        whom = re.search(THEM, clause.text[found.end("lead") :])
        start = clause.start + found.end("lead")
        who = line.meant(whom[0] if whom else "", start)
        what = re.sub(rf"^(?:{P}|him|her|them|你|他|她)\s*(?:把)?|[ 给]+$", "", what)
        if who is not None and (words := line.words(what)) and not NO_PROMISE.match(words):
            yield Follow(FollowKind.PROMISE, who, words, due_on=days[0].on if days else None)
        return


def _introduction(line: EncodedLine, clause: Clause, _today: date) -> Iterator[Follow]:
    for rule in INTRODUCTIONS:
        if found := rule.search(clause.text):
            by = line.meant(found["by"], clause.start + found.start())
            if by and len(by) == 1:
                whom = (line.names[found["whom"]],)
                yield Follow(FollowKind.INTRODUCTION, whom, line.words(clause.text), other=by[0])
            return


def _ask(line: EncodedLine, clause: Clause, _today: date) -> Iterator[Follow]:
    for kind, rules in ((FollowKind.NEED, THEIR_ASKS), (FollowKind.ASK, ASKS)):
        for rule in rules:
            if found := rule.search(clause.text):
                who = line.meant(found["who"], clause.start + found.start())
                words = line.words(found["what"]).strip(" 了：:吗")
                if who and len(words) > 1:
                    yield Follow(kind, who, words, is_said=kind == FollowKind.NEED)
                return


def _favour(line: EncodedLine, clause: Clause, today: date) -> Iterator[Follow]:
    for kind, rules in (
        (FollowKind.FAVOUR_GOT, (*GOT, GOT_TO_ME, *GOT_EN)),
        (FollowKind.FAVOUR_GIVEN, (*GIVEN, *GIVEN_EN)),
    ):
        for rule in rules:
            found = rule.search(clause.text)
            if found is None:
                continue
            what = without_days(found["what"], days_in(found["what"], today=today)) or found["what"]
            words = line.words(what).strip(" 了")
            who = line.meant(found["who"] or "", clause.start + max(found.start("who"), 0))
            if who and len(words) > 0 and not NO_FAVOUR.match(words):
                yield Follow(kind, who, words, is_gift=_is_gift(found.groupdict(), words))
            return


def _is_gift(parts: dict[str, str | None], words: str) -> bool:
    verb = (parts.get("verb") or "").lower()
    given = verb in ("gave", "sent", "brought", "bought") and not HELP_EN.search(words)
    return bool(parts.get("gift")) or given


def _value(line: EncodedLine, clause: Clause, _today: date) -> Iterator[Follow]:
    says = SAYS.search(clause.text)
    parts = [(clause.text, clause.start, False)]
    if says:
        parts.insert(0, (says["what"], clause.start + says.start("what"), True))
    elif behind := re.search(r"[:：]\s*", clause.text):
        parts.append((clause.text[behind.end() :], clause.start + behind.end(), False))
    for text, start, is_said in parts:
        lead = re.match(r"\s*(?:and |but |because |因为|不过|但)?", text)
        begun = lead.end() if lead else 0
        if found := _value_in(line, text[begun:], start + begun) or _without_subject(line, clause):
            kind, who, what = found
            yield Follow(kind, who, what, is_said=is_said)
            return


def _value_in(line: EncodedLine, text: str, start: int) -> tuple[FollowKind, tuple[str, ...], str] | None:
    for kind, rule in ((FollowKind.NEED, WANTS), (FollowKind.OFFER, OFFERS)):
        if found := rule.match(text):
            who = line.meant(found["who"], start)
            return (kind, who, line.words(found["what"])) if who else None
    value = value_line(text)
    if value is None or not value.who:
        return None
    relative = re.search(rf"({P}) who$", value.who)
    who = line.meant(relative[1] if relative else value.who, start)
    verb = text[len(value.who) : text.find(value.what, len(value.who))]
    verb = re.sub(r"^['’]s|\b(?:is|are|also|still|now)\b|手上|手里|最近|现在|公司|那边", "", verb)
    what = re.sub(r"^(?:me|us|you) to ", "", value.what)
    if not who or not _is_thing(value.side, verb.strip(), what):
        return None
    kind = FollowKind.NEED if value.side == Side.NEED else FollowKind.OFFER
    return kind, who, line.words(what)


def _without_subject(line: EncodedLine, clause: Clause) -> tuple[FollowKind, tuple[str, ...], str] | None:
    """Return what somebody wants where a clause goes on about whom the one before it begins with."""
    place = line.clauses.index(clause)
    goes_on = GOES_ON.match(clause.text)
    before = line.clauses[place - 1] if place else None
    if goes_on is None or before is None:
        return None
    if len(line.everybody) > 1 and not re.match(rf"\s*{P}(?!\s*(?:[和跟与及、,&]|and\b))", before.text):
        return None
    who = line.before(before.start + 2 if len(line.everybody) > 1 else clause.start)
    return (FollowKind.NEED, who, line.words(goes_on["what"])) if who else None


def _is_thing(side: str, verb: str, what: str) -> bool:
    """Tell whether a thing that is had, known or wanted may be of use to somebody."""
    if NOTHING_OWNED.match(what) and not (side == Side.NEED and what.startswith("to ")):
        return False
    if verb.lower().startswith("want"):
        return bool(WANTED_EN.match(what))
    if verb.lower() in ("can", "会", "能", "可以"):
        return bool(STRONG_OBJECT.match(what))
    return len(what) > 1


def _information(line: EncodedLine, clause: Clause, _today: date) -> Iterator[Follow]:
    if TOLD_BEHIND.match(clause.text):
        place = line.clauses.index(clause)
        if place and (teller := line.before(clause.start)):
            yield Follow(
                FollowKind.INFORMATION, teller, line.words(line.clauses[place - 1].text), is_said=True
            )
        return
    found = SAYS.search(clause.text)
    if found is None or NO_NEWS.match(found["what"]) or is_of_later(found["what"]):
        return
    who = line.meant(found["who"], clause.start + found.start())
    words = line.words(found["what"]).strip()
    if who and len(words) > 2 and not words.startswith(("I ", "我")):
        yield Follow(FollowKind.INFORMATION, who, words, is_said=True)


def _cooperations(line: EncodedLine) -> Iterator[Follow]:
    for rule in COOPERATIONS:
        if found := rule.search(line.text):
            words = re.sub(r"(?i)\s*\btogether\b", "", line.words(found["what"]))
            for name in line.everybody:
                yield Follow(FollowKind.COOPERATION, (name,), words)
            return


RULES: tuple[Rule, ...] = (_question, _promise, _introduction, _ask, _favour, _value, _information)
"""The first that finds something in a clause has it."""
