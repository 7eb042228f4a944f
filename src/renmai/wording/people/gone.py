"""What is said of those who are gone, and by whose word."""

GONE_SAID: dict[str, str] = {
    "gone_archived": "archived",
    "gone_deceased": "deceased",
    "gone_archived_mine": "Archived: %(name)s is no longer in your life, and is never proposed for anything.",
    "gone_archived_card": "Archived by a card's own words: %(name)s is never proposed for anything.",
    "gone_deceased_mine": "%(name)s has died, and is never proposed for anything.",
    "gone_deceased_card": "%(name)s has died, as a card says, and is never proposed for anything.",
}
