"""The JSON of Today."""

from typing import Any

from renmai.queries.today.cards import TodayCard
from renmai.shapes.book import iso, reason, reasons
from renmai.shapes.reach.meetings import meetings_shape
from renmai.shapes.ties import same_card_shape
from renmai.wording import sentence


def today_shape(card: TodayCard) -> dict[str, Any]:
    """`{today, items: [{key, person_id, name, kind, because: [{code, numbers, sentence}], step, draft,
    agenda: [text]}], handed_in: [{is_mine, count, oldest_days, because: [{code, numbers, sentence}]}],
    meetings: {coming, unwritten},
    same: {one: {id, name, …}, other: {id, name, …}, probability, because, is_counted_as_one} or null,
    renewals: [{number, name, on, in_days, fee, because, advice}]}`

    `step` is a sentence, `draft` a text or null; `key` names the item for done, later and drop; `agenda` is
    what you want to raise with them. `handed_in` is work that waits for your word, or yours that waits for
    others'. `meetings` are those of today and tomorrow, see `renmai brief`. `same` asks whether two are one
    human, of whom one is spoken of; see `renmai same`. `renewals` are groups to be
    paid for within two weeks; see `renmai group`.
    """
    return {
        "today": iso(card.today),
        "items": [
            {
                "key": item.key,
                "person_id": item.person_id,
                "name": item.name,
                "kind": item.kind,
                "because": reasons(item.because),
                "step": sentence(item.step),
                "draft": sentence(item.draft) if item.draft else None,
                "agenda": list(item.agenda),
            }
            for item in card.items
        ],
        "handed_in": [
            {
                "is_mine": each.is_mine,
                "count": each.count,
                "oldest_days": each.oldest_days,
                "because": reasons([each.because]),
            }
            for each in card.handed_in
        ],
        "meetings": meetings_shape(card.meetings),
        "same": same_card_shape(card.same) if card.same else None,
        "renewals": [
            {
                "number": each.number,
                "name": each.name,
                "on": iso(each.on),
                "in_days": each.in_days,
                "fee": each.fee,
                "because": reason(each.because),
                "advice": reason(each.advice),
            }
            for each in card.renewals
        ],
    }
