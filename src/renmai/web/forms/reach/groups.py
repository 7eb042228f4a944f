"""Forms of groups: their terms, members, what went in and came out."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as later

from renmai.domain.book.because import Because
from renmai.domain.reach.groups import LONGEST_GROUP_NAME, EntryWay, Period
from renmai.web.forms.book.fields import (
    ChoiceField,
    DayField,
    FigureField,
    LineField,
    LinesField,
    RowField,
)
from renmai.web.forms.book.noun_form import NounForm
from renmai.web.forms.reach.channels import channel_choices
from renmai.wording import sentence


def _periods() -> Iterator[tuple[str, str]]:
    return ((str(period), sentence(Because(f"period_{period}"))) for period in Period)


def _ways() -> Iterator[tuple[str, str]]:
    yield str(EntryWay.GAVE), str(later("I gave"))
    yield str(EntryWay.BROUGHT), str(later("It brought me"))


class HoursField(FigureField):
    """How many hours something took."""

    WRONG = "no_hours"


class GroupForm(NounForm):
    """The terms of a group."""

    called, main = "group", "text"
    wrong_at = {"no_such_amount": "fee", "no_such_due_day": "renews_on", "nothing_said": "text"}

    text = LineField(later("What it is called"), id="group-name", most=LONGEST_GROUP_NAME, required=True)
    channel = ChoiceField(channel_choices, later("By which way people are met there"), id="group-channel")
    fee = LineField(
        later("Fee"), id="group-fee", help=later("For example 1200 CNY; empty where there is none.")
    )
    period = ChoiceField(_periods, later("Paid for"), id="group-period")
    renews_on = DayField(later("Renews on"), id="group-renews")
    about = LineField(later("What it is about"), id="group-about")


class MembersForm(NounForm):
    """Who is in a group: a pasted list, or the name of a chat."""

    called, main = "group_members", "names"
    wrong_at = {"no_such_chat": "chat"}

    names = LinesField(
        later("Names, one a line, or a table"),
        id="group-names",
        rows=4,
        help=later("Who is in your book is found by name or address; the others stay names."),
    )
    chat = LineField(later("Or the name of a chat"), id="group-chat", list="group-chats")


class MemberRemovalForm(NounForm):
    """Somebody to take out of a group."""

    called = "member_removal"

    person = RowField()


class GroupEntryForm(NounForm):
    """What was given to a group, or what it brought."""

    called, main = "group_entry", "what"
    wrong_at = {"no_such_amount": "amount", "no_such_hours": "hours", "no_hours": "hours"}

    way = ChoiceField(_ways, later("Which way"), id="entry-way")
    what = LineField(later("What it was"), id="entry-what", required=True)
    hours = HoursField(later("Hours"), id="entry-hours", inputmode="decimal")
    amount = LineField(later("Worth"), id="entry-amount", box="input input-short")
