"""What Today says: kinds, reasons, steps and drafts.

A person is called by the name one would use in a letter (`name`), never by a pronoun one would have to guess.
"""

PLAN: dict[str, str] = {
    # kinds, as the label of a card
    "kind_reply": "Reply",
    "kind_waiting": "No answer",
    "kind_cooling": "Cooling",
    "kind_revive": "Long ago",
    "kind_new": "New",
    "kind_occasion": "Day",
    "kind_promise": "Promised",
    "kind_thank": "Thanks",
    "kind_give": "Give",
    "kind_ask": "May ask",
    "kind_keep": "Keep",
    "kind_reach": "Reach out",
    # replies I owe
    "reply_question": "%(name)s asked %(ago_days)s: “%(question)s”",
    "reply_question_usual": "%(name)s asked %(ago_days)s: “%(question)s” You usually answer within "
    "%(usual_hours)s.",
    "reply_asked": "%(name)s asked something in “%(subject)s” %(ago_days)s.",
    "reply_asked_usual": "%(name)s asked something in “%(subject)s” %(ago_days)s; you usually answer "
    "within %(usual_hours)s.",
    "reply_wrote": "%(name)s wrote “%(subject)s” to you %(ago_days)s and has not heard back.",
    "reply_wrote_usual": "%(name)s wrote “%(subject)s” to you %(ago_days)s; you usually answer within "
    "%(usual_hours)s.",
    "reply_plain": "%(name)s wrote to you %(ago_days)s and has not heard back.",
    # answers I wait for
    "rested_tries": "%(tries_times)s without an answer. Let it rest until %(until_on)s.",
    "waiting_plain": "You wrote to %(name)s %(ago_days)s and have no answer yet.",
    "waiting_asked": "You asked something in “%(subject)s” %(ago_days)s and have no answer yet.",
    "waiting_tried": "You have written %(out_times)s since %(name)s last did.",
    # what silence means by now
    "silence_known": "%(name)s mostly answers within %(most_hours)s; there is still a %(still_share)s "
    "chance.",
    "silence_unknown": "People you write to mostly answer within %(most_hours)s; there is still a "
    "%(still_share)s chance.",
    "silence_chance": "There is still a %(still_share)s chance of an answer.",
    "replies_known": "Of %(asked)s letters %(name)s answered %(answered)s, half of them within "
    "%(half_hours)s, most within %(most_hours)s.",
    "replies_few": "Too few letters yet to know how %(name)s answers; people you write to mostly do within "
    "%(most_hours)s.",
    # work handed in
    "handed_in_to_me": "Handed in to you and waiting for your word: %(waiting_count)s, the oldest for "
    "%(oldest_days)s (“%(subject)s”, from %(name)s).",
    "handed_in_by_me": "Handed in by you and waiting for a word: %(waiting_count)s, the oldest for "
    "%(oldest_days)s (“%(subject)s”).",
    # ties going quiet
    "cooling_rhythm": "You and %(name)s usually talk every %(rhythm_days)s; it has been %(silent_days)s.",
    "cooling_daily": "You and %(name)s used to talk every day or so; it has been %(silent_days)s.",
    "cooling_unheard": (
        "You keep %(name)s in your tier of %(tier)s, in touch within %(tier_days)s; for %(silent_days)s no "
        "contact can be seen here."
    ),
    "step_greet_call": "Call or meet, if that is how you keep in touch; done starts the days anew.",
    "cooling_strength": "Strength went from %(strength_before)s to %(strength)s in 90 days.",
    "cooling_their_turns": "%(name)s was the last to write, %(in_times)s in a row.",
    "cooling_my_turns": "The last word was yours, %(out_times)s in a row.",
    # ties fallen silent
    "revive_span": "You and %(name)s were in touch for %(spanned_days)s; then came %(silent_days)s of "
    "silence.",
    "revive_meeting": "The last thing you did together was “%(subject)s”, in %(last_on)s.",
    "revive_their_word": "The last word was theirs: “%(subject)s”.",
    # people newly met
    "new_met": "You met %(name)s at “%(subject)s” %(ago_days)s and have not written since.",
    "new_met_plain": "You met %(name)s %(ago_days)s and have not written since.",
    "new_wrote": "You first heard from %(name)s %(first_ago_days)s and have written only once.",
    "new_answered": "%(name)s first answered you %(ago_days)s, and it has rested since.",
    # days
    "birthday": "%(name)s has a birthday %(in_days)s, on %(on)s.",
    "birthday_today": "%(name)s has a birthday today.",
    "birthday_turning": "%(name)s turns %(turning)s %(in_days)s, on %(on)s.",
    "birthday_turning_today": "%(name)s turns %(turning)s today.",
    "birthday_lunar": "%(name)s has a birthday by the lunar calendar %(in_days)s, on %(on)s.",
    "birthday_lunar_today": "%(name)s has a birthday today, by the lunar calendar.",
    "anniversary": "An anniversary with %(name)s comes %(in_days)s, on %(on)s.",
    "anniversary_today": "Today is an anniversary with %(name)s.",
    # steps
    "step_reply": "Answer %(name)s today, if only to say when you can say more.",
    "step_answer_question": "Answer the question first; the rest may wait.",
    "step_wait_until": "It is not late yet. Ask again from %(until_on)s on.",
    "step_let_go": "Let it rest, and write again when there is something new.",
    "step_nudge": "Ask once more, kindly, and make it easy to answer in one line.",
    "step_nudge_other_way": "Try another way than last time: a call, or a message.",
    "step_nudge_mail": "Try a mail this time; %(name)s has written to you that way too.",
    "step_nudge_message": "Try a message this time; %(name)s has written to you that way too.",
    "step_nudge_call": "Try a call this time; you two have spoken that way before.",
    "step_nudge_meeting": "Ask when you next meet; you two have met before.",
    "step_nudge_phone": "Try a call or a message this time; you have a number.",
    "step_greet": "Ask how things are. Ask for nothing.",
    "step_greet_meet": "Propose a time to meet, as you used to. Ask for nothing.",
    "step_revive": "Write a greeting with one question that is easy to answer. No request this time.",
    "step_follow_up": "Write while the meeting is fresh: one thing you took from it, one thing you can "
    "offer.",
    "step_second": "Write again: name a next small thing you could do together.",
    "step_wish": "Send a wish on the day, a line of your own.",
    "step_wish_today": "Send a wish today, a line of your own.",
    # drafts
    "draft_answer_question": "%(name)s, thank you for your patience. You asked: “%(question)s” In short: … "
    "If anything else is open, tell me and I will see to it.",
    "draft_reply": "%(name)s, I read your mail “%(subject)s”. My answer is: … I will let you know by … how "
    "it goes on.",
    "draft_nudge": "%(name)s, may I come back to “%(subject)s”? A line is enough: yes, no, or when I "
    "should ask again.",
    "draft_cooling": "%(name)s, it has been a while since “%(subject)s”. How did it go on? I would like to "
    "hear. "
    "On my side: …",
    "draft_cooling_plain": "%(name)s, it has been a while. How are things with you? On my side: …",
    "draft_cooling_meet": "%(name)s, shall we sit down again as we used to? I could do … or …; choose what "
    "suits you.",
    "draft_revive": "%(name)s, I came across “%(subject)s” from %(last_on)s and thought of you. "
    "What are you working on these days?",
    "draft_revive_plain": "%(name)s, you came to mind today. What are you working on these days?",
    "draft_new_met": "%(name)s, it was good to meet you at “%(subject)s”. What you said about … stayed "
    "with me. "
    "If … would help you, I can send it.",
    "draft_new": "%(name)s, thank you for your mail “%(subject)s”. Shall we take a small next step: …?",
    "draft_birthday": "%(name)s, happy birthday. I wish you a good year, and time for what you care about.",
    "draft_anniversary": "%(name)s, thinking of you today, and of … Warm regards.",
}
