"""Why a need, an offer or an answer could not be noted."""

VALUE_REFUSALS: dict[str, str] = {
    "value_needs_words": "Say what it is in at least one word and at most %(most)s letters.",
    "value_is_over": "It would be over on %(until_on)s, before %(today_on)s.",
    "no_value_of": "%(name)s is you, a list or a robot; your own you note under “me”.",
    "no_such_value": "No need, offer or achievement %(number)s stands. Look at renmai value.",
    "no_value_line": (
        "That line does not tell who looks for what, or who has what. Write it like “Ada is looking for a "
        "printer” or “张三在找供应链”."
    ),
    "embeddings_failed": (
        "The embeddings endpoint %(url)s did not answer as it should (%(fault)s); matches go by words alone."
    ),
    "no_such_proposal": "Nothing under “%(key)s” waits for an answer. Look at renmai value.",
    "no_such_match": "No need and offer under “%(key)s” stand.",
}
