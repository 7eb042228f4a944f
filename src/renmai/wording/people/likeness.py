"""Why two people are likely one human, and what speaks against it."""

LIKENESS: dict[str, str] = {
    "same_by_same_handle": "Both have one address or number.",
    "same_by_similar_address": "The addresses look alike.",
    "same_by_same_account": "What stands before the @ is the same.",
    "same_by_address_spells_name": "The address of one spells the name of the other.",
    "same_by_same_host": "Both write from one host.",
    "same_by_same_name": "Both go by one name.",
    "same_by_similar_name": "The names are nearly the same.",
    "same_by_same_initials": "Initials of one fit the other's name.",
    "same_by_same_birthday": "Both have one birthday.",
    "same_by_near_birthday": "The birthdays differ by a slip.",
    "same_by_same_place": "Both live in one place.",
    "same_by_same_title": "Both have one title.",
    "same_by_same_organisation": "Both are at one organisation.",
    "same_by_seen_with_same": "People who were seen with both: %(others)s",
    "same_by_in_one_conversation": "Both take part in one conversation.",
    "same_by_other_name": "Against it: words of the names differ.",
    "same_by_other_birthday": "Against it: the birthdays differ.",
    "same_by_other_place": "Against it: the places differ.",
    "same_by_other_title": "Against it: the titles differ.",
    "same_by_other_organisation": "Against it: the organisations differ.",
}
