"""People: a page of a saved view or of what a search finds, strongest tie first."""

from dataclasses import dataclass
from datetime import date

from renmai.domain.book.owners import Viewer
from renmai.domain.people.tags import people_of_each, tag_key
from renmai.domain.ties.tiers import Tier
from renmai.queries.pages.cards import PeoplePage
from renmai.queries.ties.as_cards import person_rows
from renmai.store.pages import listing
from renmai.store.people.search import find
from renmai.store.people.tags import tag_marks
from renmai.store.ties.kept_ties import standing
from renmai.store.ties.tiers import tiers
from renmai.upkeep.book.kept import kept
from renmai.upkeep.ties.ties import fresh_ties

MOST_FOUND = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class _PeopleCounts:
    """What every page of People says of the whole book: how many a view holds, who is in which tier, bears
    which tag.
    """

    counts: dict[str, int]
    chosen: dict[int, int]
    tagged: dict[str, tuple[int, ...]]


def people_page(
    viewer: Viewer,
    *,
    today: date,
    search: str = "",
    view: str = "",
    tier: int | None = None,
    tag: str = "",
    page: int = 1,
    per_page: int = 50,
) -> PeoplePage:
    """Return one page; a search is answered best match first, a view strongest tie first.

    `view` is worth, strong, weak, cooling, dormant_strong, pseudo, gone or all; anything else means all. With
    `tier` only who is in that one, with `tag` only who bears it.
    """
    as_of = viewer.end_of(today)
    fresh_ties(viewer, as_of)
    owner_id = viewer.owner_id
    view = view if view in listing.VIEWS else "all"
    about = _counts(viewer, today)
    counts, chosen = about.counts, about.chosen
    only = _chosen(about, tier, tag)
    page, per_page = max(1, page), max(1, per_page)
    skip = (page - 1) * per_page
    if search.strip():
        found = listing.within(owner_id, view, find(owner_id, search, limit=MOST_FOUND), as_of)
        found = [each for each in found if only is None or each in only]
        total_found = len(found)
        shown = found[skip : skip + per_page]
    else:
        total_found = counts[view]
        if only is not None:
            total_found = len(listing.within(owner_id, view, list(only), as_of))
        shown = listing.page_of(
            owner_id, view, as_of, skip=skip, take=per_page, among=None if only is None else list(only)
        )
    return PeoplePage(
        rows=person_rows(viewer, shown, today=today, chosen=chosen),
        total=counts["all"] + counts["gone"],
        found=total_found,
        counts=counts,
        page=page,
        pages=max(1, -(-total_found // per_page)),
        tiers={int(each): sum(1 for size in chosen.values() if size == each) for each in Tier},
        tier=tier,
        tags={name: len(bearers) for name, bearers in about.tagged.items()},
        tag=tag,
    )


def _counts(viewer: Viewer, today: date) -> _PeopleCounts:
    as_of = viewer.end_of(today)
    return kept(
        viewer,
        "people",
        day=today,
        rests_on=str(standing(viewer.owner_id).as_of_epoch_s),
        make=lambda waiting: _PeopleCounts(
            counts=listing.view_counts(waiting.owner_id, as_of),
            chosen=tiers(waiting.owner_id, until=today),
            tagged=people_of_each(tag_marks(waiting.owner_id, until=today)),
        ),
        shape=_PeopleCounts,
        is_quick=True,
    ).card


def _chosen(about: _PeopleCounts, tier: int | None, tag: str) -> dict[int, None] | None:
    """Return who is in a tier and bears a tag, as far as these are asked for; None for everybody."""
    if tier is None and not tag:
        return None
    key = tag_key(tag)
    bearers = next((ids for name, ids in about.tagged.items() if tag_key(name) == key), ())
    in_tier = {each for each, size in about.chosen.items() if size == tier}
    if not tag:
        return dict.fromkeys(in_tier)
    return dict.fromkeys(each for each in bearers if tier is None or each in in_tier)
