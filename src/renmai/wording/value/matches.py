"""Why an offer fits a need: which word of the one met which word of the other."""

MATCHES: dict[str, str] = {
    "match_word": "Both say “%(need)s”.",
    "match_spelling": "“%(need)s” and “%(offer)s” are written alike.",
    "match_meaning": "“%(need)s” and “%(offer)s” mean something alike, by the dictionary.",
    "match_gloss": "“%(need)s” is “%(offer)s” in the other language, by the dictionary.",
    "match_thing": "“%(need)s” and “%(offer)s” are about the same thing.",
    "match_field": "“%(need)s” and “%(offer)s” belong to the same field.",
    "match_alike": "“%(need)s” and “%(offer)s” are close, by the language model you named.",
    "match_place": "The place agrees: “%(need)s”, “%(offer)s”.",
}
