"""Groups: all of them, one whole, its terms, members, what went in and came out (R2)."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from renmai.actions.reach.record_group import record_group, record_group_change, record_group_left
from renmai.actions.reach.record_group_entry import record_group_entry, record_group_entry_removal
from renmai.actions.reach.record_group_members import (
    record_member_removal,
    record_members,
    record_members_of_chat,
)
from renmai.queries.reach.channel_cards import GroupCard
from renmai.queries.reach.groups import group_card, group_rows
from renmai.web.forms.book.noun_form import Button
from renmai.web.forms.reach.groups import GroupEntryForm, GroupForm, MemberRemovalForm, MembersForm
from renmai.web.frame import clock
from renmai.web.frame.owner_request import OwnerRequest
from renmai.web.frame.paging import paged
from renmai.web.views.book.address import row_at
from renmai.web.views.book.forms import Fields, Noted, noted

MEMBERS_A_PAGE = 50


@require_safe
def groups(request: OwnerRequest) -> HttpResponse:
    """Show every group."""
    rows = group_rows(request.viewer, today=clock.today(request.viewer))
    return render(request, "renmai/reach/groups.html", {"rows": rows})


@require_POST
def new(request: OwnerRequest) -> HttpResponse:
    """Note a group."""

    def keep(said: Fields) -> int:
        return record_group(request.viewer, said["text"], said, **_when(request))

    return noted(request, GroupForm(request.POST), keep, otherwise=reverse("groups"))


@require_safe
def one_group(request: OwnerRequest, group: int) -> HttpResponse:
    """Show one group whole, its members page by page."""
    card = group_card(request.viewer, group, today=clock.today(request.viewer))
    (shown_members,), pager = paged([card.members], row_at(request.GET, "page"), rows_a_page=MEMBERS_A_PAGE)
    shown = {"card": card, "members": shown_members, "pager": pager, "terms": _terms(card)}
    return render(request, "renmai/reach/group.html", shown)


@require_POST
def change(request: OwnerRequest, group: int) -> HttpResponse:
    """Note what is otherwise about a group."""

    def keep(said: Fields) -> int | None:
        return record_group_change(request.viewer, group, said, **_when(request))

    return noted(request, GroupForm(request.POST), keep, otherwise=reverse("group", args=[group]))


@require_POST
def leave(request: OwnerRequest, group: int) -> HttpResponse:
    """Note that the owner left a group."""

    def keep(_said: Fields) -> int | None:
        return record_group_left(request.viewer, group, **_when(request))

    return noted(request, Button(request.POST), keep, otherwise=reverse("groups"))


@require_POST
def members(request: OwnerRequest, group: int) -> HttpResponse:
    """Note who is in a group: by a list, or by a chat where nothing is pasted."""

    def keep(said: Fields) -> Noted | None:
        when = _when(request)
        if said["chat"] and not said["names"].strip():
            report = record_members_of_chat(request.viewer, group, said["chat"], **when)
        else:
            report = record_members(request.viewer, group, said["names"], **when)
        if report.decision_id is None:
            return None
        numbers = {"added": report.added, "names": report.names}
        words = _("%(added)s people of your book, %(names)s names it does not know") % numbers
        return Noted(report.decision_id, words)

    return noted(request, MembersForm(request.POST), keep, otherwise=reverse("group", args=[group]))


@require_POST
def remove(request: OwnerRequest, group: int) -> HttpResponse:
    """Take somebody out of a group."""

    def keep(said: Fields) -> Noted:
        decision_id = record_member_removal(request.viewer, group, said["person"] or 0, **_when(request))
        return Noted(decision_id, _("Taken out"))

    return noted(request, MemberRemovalForm(request.POST), keep, otherwise=reverse("group", args=[group]))


@require_POST
def entry(request: OwnerRequest, group: int) -> HttpResponse:
    """Note what was given or brought."""

    def keep(said: Fields) -> int:
        return record_group_entry(
            request.viewer,
            group,
            said["way"] or "gave",
            said["what"],
            hours=said["hours"] or 0.0,
            amount=said["amount"],
            **_when(request),
        )

    return noted(request, GroupEntryForm(request.POST), keep, otherwise=reverse("group", args=[group]))


@require_POST
def drop(request: OwnerRequest, group: int, number: int) -> HttpResponse:
    """Take an entry down."""

    def keep(_said: Fields) -> Noted:
        decision_id = record_group_entry_removal(request.viewer, number, **_when(request))
        return Noted(decision_id, _("Taken away"))

    return noted(request, Button(request.POST), keep, otherwise=reverse("group", args=[group]))


def _terms(card: GroupCard) -> dict[str, Any]:
    """Return what stands in the form of a group's terms."""
    row = card.row
    return {
        "text": row.name,
        "channel": row.channel,
        "fee": row.fee,
        "period": row.period,
        "renews_on": row.renews_on,
        "about": card.about,
    }


def _when(request: OwnerRequest) -> dict[str, Any]:
    return {"now": clock.now(), "on": clock.today(request.viewer)}
