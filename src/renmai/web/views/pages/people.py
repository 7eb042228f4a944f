"""People: the list with its search and views, one person, and who is the same as whom."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from renmai.actions.people.merge_people import merge_people
from renmai.actions.people.record_gone import record_gone
from renmai.actions.people.record_name import record_name
from renmai.actions.people.split_person import split_person
from renmai.actions.ties.record_tie import record_tie
from renmai.domain.people.tags import as_tag
from renmai.domain.ties.tiers import Tier
from renmai.queries.pages.cards import PeoplePage
from renmai.queries.pages.people import people_page
from renmai.queries.pages.person import TIMELINE_PAGE, person_card
from renmai.queries.people.search import find_people
from renmai.web.forms.people.people import GoneForm, MergeForm, NameForm, SplitForm
from renmai.web.forms.ties.ties import TieForm
from renmai.web.frame import clock
from renmai.web.frame.gate import without_ties
from renmai.web.frame.owner_request import OwnerRequest
from renmai.web.frame.places import places
from renmai.web.views.book.forms import Fields, Noted, noted


@require_safe
def people(request: OwnerRequest) -> HttpResponse:
    """Show a page of people: all, a saved view, or what a search finds."""
    search, view = request.GET.get("q", "").strip(), request.GET.get("view", "all")
    card = people_page(
        request.viewer,
        today=clock.today(request.viewer),
        search=search,
        view=view,
        tier=_tier(request),
        tag=as_tag(request.GET.get("tag", "")),
        page=_number(request, "page"),
    )
    return render(
        request,
        "renmai/pages/people.html",
        {"card": card, "search": search, "view": view, "views": _views(card)},
    )


def _tier(request: OwnerRequest) -> int | None:
    """Return the tier that is asked for, None for everybody's."""
    sizes = {str(int(each)): int(each) for each in Tier}
    return sizes.get(request.GET.get("tier", ""))


@require_safe
def person(request: OwnerRequest, person_id: int) -> HttpResponse:
    """Show one person with the evidence for everything said of them."""
    page = _number(request, "page")
    card = person_card(request.viewer, person_id, today=clock.today(request.viewer), timeline_page=page)
    shown_before = (page - 1) * TIMELINE_PAGE
    more = card.timeline_total - shown_before - len(card.timeline)
    shown = {
        "card": card,
        "page_before": page - 1,
        "page_after": page + 1,
        "more": max(0, more),
        "tiers": [int(each) for each in Tier],
    }
    return render(request, "renmai/pages/person.html", shown)


@require_POST
def gone(request: OwnerRequest, person_id: int) -> HttpResponse:
    """Archive somebody, say that they have died, or call them back."""

    def note(said: Fields) -> int | None:
        return record_gone(
            request.viewer,
            person_id,
            said["state"],
            because=said["because"],
            now=clock.now(),
            on=clock.today(request.viewer),
        )

    return noted(request, GoneForm(request.POST), note, otherwise=reverse("person", args=[person_id]))


@require_POST
def tie(request: OwnerRequest, person_id: int) -> HttpResponse:
    """Take the owner's word for what a tie is, beside what is computed; an empty field takes it back."""

    def note(said: Fields) -> int | None:
        strength = said["strength"]
        return record_tie(
            request.viewer,
            person_id,
            {
                "tie_class": said["tie_class"] or None,
                "bond": said["bond"] or None,
                "strength": None if strength is None else strength / 100,
            },
            because=said["because"],
            now=clock.now(),
            counts_at=clock.counts_at(request.viewer),
        )

    return noted(request, TieForm(request.POST), note, otherwise=reverse("person", args=[person_id]))


@without_ties
@require_safe
def find(request: OwnerRequest) -> HttpResponse:
    """Answer the palette: pages and people whose names begin like what was typed."""
    typed = request.GET.get("q", "").strip()
    found = find_people(request.viewer, typed) if typed else ()
    return render(
        request, "renmai/frame/found.html", {"found": found, "pages": places(typed), "typed": typed}
    )


@require_safe
def candidates(request: OwnerRequest, person_id: int) -> HttpResponse:
    """Offer people who may be the same as this one."""
    typed = request.GET.get("q", "").strip()
    found = find_people(request.viewer, typed) if typed else ()
    others = [one for one in found if one.id != person_id]
    return render(
        request, "renmai/people/merge.html", {"found": others, "person_id": person_id, "typed": typed}
    )


@require_POST
def merge(request: OwnerRequest, person_id: int) -> HttpResponse:
    """Take another person to be this one."""
    form = MergeForm(request.POST)
    others = form.read("other") or []
    if len(others) != 1:
        raise Http404

    def note(_said: Fields) -> Noted:
        decision_id = merge_people(request.viewer, person_id, others[0], now=clock.now())
        return Noted(decision_id, _("Merged into one person"))

    return noted(request, form, note, otherwise=reverse("person", args=[person_id]))


@require_POST
def split(request: OwnerRequest, person_id: int) -> HttpResponse:
    """Take some of this person's handles to be somebody else."""

    def note(said: Fields) -> Noted:
        decision_id = split_person(request.viewer, person_id, said["mention"], now=clock.now())
        return Noted(decision_id, _("Split into two people"))

    return noted(request, SplitForm(request.POST), note, otherwise=reverse("person", args=[person_id]))


@require_POST
def rename(request: OwnerRequest, person_id: int) -> HttpResponse:
    """Show this person under another name from now on."""

    def note(said: Fields) -> int:
        return record_name(request.viewer, person_id, said["name"], now=clock.now())

    return noted(request, NameForm(request.POST), note, otherwise=reverse("person", args=[person_id]))


def _number(request: OwnerRequest, name: str) -> int:
    text = request.GET.get(name, "1")
    return max(1, int(text)) if text.isdecimal() and len(text) < 7 else 1


def _views(card: PeoplePage) -> list[tuple[str, str, int]]:
    """Return the saved views that this book can fill: code, words, how many."""
    words = {
        "all": _("Everyone"),
        "worth": _("Worth my time"),
        "strong": _("Strong"),
        "weak": _("Weak"),
        "cooling": _("Cooling, worth keeping"),
        "dormant_strong": _("Dormant strong"),
        "pseudo": _("Pseudo"),
    }
    if card.counts.get("gone"):
        words["gone"] = _("Archived")
    return [(code, said, card.counts[code]) for code, said in words.items() if code in card.counts]
