"""People: the list with its search and views, one person, and who is the same as whom."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from renmai.actions.people.merge_people import merge_people
from renmai.actions.people.record_name import NoName, record_name
from renmai.actions.people.split_person import split_person
from renmai.actions.ties.record_tie import NoSuchWord, record_tie
from renmai.domain.ties.tiers import Tier
from renmai.domain.ties.ties import Bond, TieClass
from renmai.domain.value.values import Importance, Origin
from renmai.queries.pages.cards import PeoplePage
from renmai.queries.pages.people import people as page_of_people
from renmai.queries.pages.person import TIMELINE_PAGE
from renmai.queries.pages.person import person as person_card
from renmai.queries.people.search import find_people
from renmai.web.frame import clock
from renmai.web.frame.context import point_out, tell
from renmai.web.frame.gate import without_ties
from renmai.web.frame.owner_request import OwnerRequest
from renmai.web.frame.places import places
from renmai.web.views.book.fields import NotUnderstood, figure_in, row_of
from renmai.wording import sentence


@require_safe
def people(request: OwnerRequest) -> HttpResponse:
    """Show a page of people: all, a saved view, or what a search finds."""
    search, view = request.GET.get("q", "").strip(), request.GET.get("view", "all")
    card = page_of_people(
        request.viewer,
        today=clock.today(request.viewer),
        search=search,
        view=view,
        tier=_tier(request),
        page=_number(request, "page"),
    )
    return render(
        request,
        "renmai/pages/people.html",
        {"card": card, "search": search, "view": view, "views": _views(card)},
    )


def _tier(request: HttpRequest) -> int | None:
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
        "tie_classes": list(TieClass),
        "bonds": list(Bond),
        "tiers": [int(each) for each in Tier],
        "origins": list(Origin),
        "importances": list(Importance),
    }
    return render(request, "renmai/pages/person.html", shown)


@require_POST
def tie(request: OwnerRequest, person_id: int) -> HttpResponse:
    """Take the owner's word for what a tie is, beside what is computed; an empty field takes it back."""
    said = {name: request.POST.get(name, "").strip() or None for name in ("tie_class", "bond", "strength")}
    try:
        decision_id = record_tie(
            request.viewer,
            person_id,
            {**said, "strength": _share(request)},
            because=request.POST.get("because", ""),
            now=clock.now(),
            counts_at=clock.counts_at(request.viewer),
        )
    except (NoSuchWord, NotUnderstood) as refusal:
        point_out(request, sentence(refusal.because), typed=said["strength"] or "", form="tie")
        return redirect(f"{reverse('person', args=[person_id])}#word")
    tell(request, _("Noted") if decision_id else _("Nothing new to save"), decision_id=decision_id)
    return redirect("person", person_id=person_id)


def _share(request: HttpRequest) -> float | None:
    """Return the strength that was typed, a figure of 100, as a share."""
    figure = figure_in(request.POST, "strength", wrong="no_such_strength")
    return None if figure is None else figure / 100


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
    others = [row_of(typed) for typed in request.POST.getlist("other")]
    if len(others) != 1:
        raise Http404
    decision_id = merge_people(request.viewer, person_id, others[0], now=clock.now())
    tell(request, _("Merged into one person"), decision_id=decision_id)
    return redirect("person", person_id=person_id)


@require_POST
def split(request: OwnerRequest, person_id: int) -> HttpResponse:
    """Take some of this person's handles to be somebody else."""
    mention_ids = [row_of(typed) for typed in request.POST.getlist("mention")]
    if not mention_ids:
        tell(request, _("Choose at least one handle to split off"))
        return redirect("person", person_id=person_id)
    decision_id = split_person(request.viewer, person_id, mention_ids, now=clock.now())
    tell(request, _("Split into two people"), decision_id=decision_id)
    return redirect("person", person_id=person_id)


@require_POST
def rename(request: OwnerRequest, person_id: int) -> HttpResponse:
    """Show this person under another name from now on."""
    typed = request.POST.get("name", "")
    try:
        decision_id = record_name(request.viewer, person_id, typed, now=clock.now())
    except NoName as refusal:
        point_out(request, sentence(refusal.because), typed=typed, form="rename")
        return redirect(f"{reverse('person', args=[person_id])}#rename")
    tell(request, _("Noted"), decision_id=decision_id)
    return redirect("person", person_id=person_id)


def _number(request: HttpRequest, name: str) -> int:
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
    return [(code, said, card.counts[code]) for code, said in words.items() if code in card.counts]
