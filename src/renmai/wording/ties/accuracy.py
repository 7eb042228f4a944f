"""How right the program was about the owner's own ties: predicted, observed, or why nothing can be said."""

ACCURACY: dict[str, str] = {
    "backtest_top": (
        "Of the %(top_count)s people it thought most likely on %(cutoff_on)s, %(found_count)s were in touch "
        "with you both ways by %(until_on)s. Picking by latest contact would have found %(recency_count)s, "
        "by chance %(chance_count)s."
    ),
    "backtest_sum": "It expected %(predicted_count)s people in touch; %(observed_count)s were.",
    "backtest_gap": "Its chances, said of 100, were off by %(gap_count)s on average.",
    "backtest_order": (
        "Shown one who was in touch and one who was not, it gave the right one the higher chance "
        "%(right_count)s times in 100; the best of the simpler rules, picked in hindsight, "
        "%(rival_count)s times."
    ),
    "backtest_model_shipped": "It judged by the figures it came with.",
    "backtest_model_recalibrated": "It judged by the figures it came with, adjusted to your own past.",
    "backtest_model_refit": "It judged by figures learnt from your own past.",
    "backtest_rough": "Only %(in_touch_count)s people were in touch, so take these figures as rough.",
    # why nothing can be said
    "backtest_in_work": "It is being worked out, which takes a large book a minute or two.",
    "backtest_no_traces": "There is nothing to judge by yet: no mail, meeting or message of yours is known.",
    "backtest_too_young": (
        "The book begins in %(first_on)s. To compare what was expected with what happened, it must reach "
        "back %(least_days)s."
    ),
    "backtest_too_still": (
        "The newest trace is from %(last_on)s, so nothing came in the %(horizon_days)s that would be judged. "
        "Ask as of a day back then, with --today."
    ),
    "backtest_too_few": (
        "%(in_touch)s of the %(pairs)s people known then were in touch later; to tell, it takes "
        "%(least_count)s who were and as many who were not."
    ),
}
