"""What value says: how a need or an offer is known, which ways it goes, what to ask, what to give."""

VALUES: dict[str, str] = {
    # how it is known
    "value_said": "They said so, %(on)s.",
    "value_written": "They wrote so, %(on)s.",
    "value_guess": "Your guess of %(on)s, not asked yet.",
    "my_need_noted": "Noted %(on)s.",
    "my_offer_noted": "Noted on %(on)s.",
    "value_until": "Until %(until_on)s.",
    "they_wrote": "%(name)s wrote on %(on)s:",
    "i_wrote": "You wrote on %(on)s:",
    # which ways it goes
    "effective_both": "Both sides can be named: an effective tie.",
    "effective_i_for_them": "I can do something for them; what they can do for me is not known yet.",
    "effective_they_for_me": "They can do something for me; what I can do for them is not known yet.",
    "effective_neither": "Neither side can be named yet.",
    # what would find it out
    "ask_need": "You do not know what %(name)s looks for. Ask next time: what takes most of your time at the "
    "moment?",
    "ask_another_need": "Neither you nor anybody you know has “%(need)s” yet. Ask %(name)s: what else would "
    "help just now?",
    "ask_offer": "You do not know what %(name)s is good for. Ask next time: what went really well lately?",
    # my value
    "value_none": "Write down what you can give: skills, resources, access, people you know. Everything else "
    "follows from that.",
    "value_never_reviewed": "You noted what you offer since %(since_on)s and have not looked through it yet.",
    "value_review_due": "You last looked through what you offer %(ago_days)s. A quarter is over: is it all "
    "still so?",
    # a gift
    "give_they_need": "%(name)s looks for “%(need)s” (%(on)s).",
    "give_i_have": "You have “%(offer)s”.",
    "give_other_has": "%(other)s has “%(offer)s”.",
    "step_give": "Offer %(name)s your help with it. Ask for nothing.",
    "step_join": "Ask %(other)s first, then bring %(other)s and %(name)s together.",
    "draft_give": "%(name)s, you were looking for “%(need)s”. That is something I can help with: “%(offer)s”."
    " If it is of use, tell me when it suits you; if not, never mind.",
    "draft_join": "%(name)s, you were looking for “%(need)s”. %(other)s, whom I know, does that: “%(offer)s”."
    " Shall I ask whether I may bring you two together?",
}
