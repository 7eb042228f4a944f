"""What is said of outreach: attempts, what silence means by now, when to rest, and how one could write."""

OUTREACH: dict[str, str] = {
    # where it stands, and by which way
    "outreach_open": "Being tried",
    "outreach_resting": "Resting",
    "outreach_answered": "Reached",
    "outreach_given_up": "Let go",
    "way_mail": "mail",
    "way_wechat": "WeChat",
    "way_message": "message",
    "way_phone": "phone",
    "way_in_person": "face to face",
    # what silence means by now
    "reach_untried": "You want to reach %(name)s: %(goal)s",
    "reach_tried_today": "You tried today; give it time.",
    "reach_silent": (
        "Tried %(tries_times)s without an answer, the last time %(ago_days)s. There is still a "
        "%(still_share)s chance that one comes; another attempt has about %(another_share)s."
    ),
    "reach_busy": (
        "Most of %(name)s's answers take up to %(usual_hours)s. Silence is not refusal; being busy looks "
        "just the same."
    ),
    "reach_heard": "%(name)s let something be heard %(ago_days)s: the door is open.",
    "reach_heard_words": "%(name)s let something be heard %(ago_days)s: “%(words)s” The door is open.",
    "reach_next_mail": "Another way than last time: a mail.",
    "reach_next_wechat": "Another way than last time: WeChat.",
    "reach_next_message": "Another way than last time: a short message.",
    "reach_next_phone": "Another way than last time: a call.",
    "reach_next_in_person": "Another way than last time: a word in person, where your ways cross anyway.",
    # what to do now
    "step_reach_first": "Write a few lines: who you are, what is in it for %(name)s, one small wish.",
    "step_reach_again": "Try once more, with something new for %(name)s. If there is nothing new, wait.",
    "step_reach_again_news": "Try once more, with something new: %(name)s looks for “%(news)s”.",
    "step_reach_wait": "Leave it in peace until %(again_on)s.",
    "step_reach_let_go": (
        "Another attempt now has less than the %(least_percent)s% you ask for. Let it rest, or let it go in "
        "peace; the tie is not worse for it."
    ),
    "step_reach_over": (
        "Its day, %(deadline_on)s, has passed. Let it go in peace, let it rest, or name another day."
    ),
    "reach_resting": "It rests until %(until_on)s.",
    "reach_answered": "Reached on %(ended_on)s.",
    "reach_given_up": "Let go on %(ended_on)s, in peace.",
    # how one could write
    "draft_reach_first": (
        "Hello %(name)s, we have not met yet, so in short: I am … What made me write is … Perhaps this is "
        "of use to you: … If it suits you, I would be glad of ten minutes; if not, that is fine too."
    ),
    "draft_reach_first_news": (
        "Hello %(name)s, we have not met yet, so in short: I am … I heard that you look for %(news)s, and "
        "have put down what I know of it: … If it suits you, I would be glad of ten minutes; if not, that "
        "is fine too."
    ),
    "draft_reach_second": (
        "Hello %(name)s, you will have a lot on your desk, so only this: since I wrote I came across … and "
        "thought of you. No answer needed; if you want to talk about it, any day suits me."
    ),
    "draft_reach_second_news": (
        "Hello %(name)s, you will have a lot on your desk, so only this: on %(news)s I found … and thought "
        "it may save you some time. No answer needed; if you want to talk about it, any day suits me."
    ),
    "draft_reach_later": (
        "Hello %(name)s, here is something new that may be of use to you: … I have put it on one page so "
        "that it takes two minutes. When it is quieter on your side I would be glad to hear what you think."
    ),
    "draft_reach_later_news": (
        "Hello %(name)s, on %(news)s there is something new: … I have put it on one page so that it takes "
        "two minutes. When it is quieter on your side I would be glad to hear what you think."
    ),
    "draft_reach_later_other": (
        "Hello %(name)s, I have tried this out in the meantime and it went like this: … It may fit what you "
        "are working on. If somebody else at your place is closer to it, a name is all I need."
    ),
    "draft_reach_later_other_news": (
        "Hello %(name)s, I have tried something out that bears on %(news)s, and it went like this: … If "
        "somebody else at your place is closer to it, a name is all I need."
    ),
    "draft_reach_heard": (
        "Hello %(name)s, thank you for your word. I have what we spoke of ready: … Tell me when it suits "
        "you, and I will be there."
    ),
    "draft_reach_heard_news": (
        "Hello %(name)s, thank you for your word. I have put together something on %(news)s: … Tell me when "
        "it suits you, and I will be there."
    ),
    "draft_reach_last": (
        "Hello %(name)s, I do not want to take up more of your time. Here is what may be of use to you "
        "whatever becomes of it: … If it fits one day, you know where to find me. All the best until then."
    ),
    "draft_reach_last_news": (
        "Hello %(name)s, I do not want to take up more of your time. On %(news)s, here is what may be of "
        "use to you whatever becomes of it: … If it fits one day, you know where to find me. All the best "
        "until then."
    ),
}
