"""How people were met, who is not worked yet, and the next small step."""

MET: dict[str, str] = {
    "channel_schoolmates": "Schoolmates",
    "channel_work": "Work",
    "channel_social": "Social occasions",
    "channel_introductions": "Through friends",
    "channel_public": "Public places",
    "channel_online": "Online",
    "met_by_firm": "Your first act was within %(firm)s: a colleague, it seems.",
    "met_by_school": "Both of you wrote from %(firm)s: a schoolmate, it seems.",
    "met_by_event": "You were first together with %(present)s people, at “%(subject)s”.",
    "met_by_many": "You were first together with %(present)s people in one place.",
    "met_by_room": "You first wrote in a chat of several.",
    "met_by_their_letter": "Somebody you knew wrote to both of you first.",
    "met_by_copies": "Their first letter had %(known_count)s people you knew copied in.",
    "seen_in_group": "In a group with you; nothing has gone both ways yet.",
    "seen_at_firm": "Seen %(seen_times)s within %(firm)s; nothing has gone both ways yet.",
    "seen_with": "Seen %(seen_times)s, mostly together with %(other)s; nothing has gone both ways yet.",
    "seen_alone": (
        "Seen %(seen_times)s in letters, chats or meetings among several; nothing has gone both ways yet."
    ),
    "way_in_through": (
        "Ask %(other)s what %(name)s is busy with just now, and whether a short hello would be welcome."
    ),
    "way_in_schoolmates": (
        "Write %(name)s two lines: which years you were there, and one thing you remember of it. Ask nothing."
    ),
    "way_in_work": (
        "Ask %(name)s over a coffee what their department is working on; say in one sentence what yours does."
    ),
    "way_in_social": "Next time %(name)s is there, sit down beside them, and write one line the day after.",
    "way_in_introductions": "Ask somebody you both know how %(name)s likes to be approached.",
    "way_in_public": "Say hello to %(name)s, and let it be short.",
    "way_in_online": (
        "Answer the next thing %(name)s writes there with something of use, before you write to them alone."
    ),
    "channel_begin_schoolmates": (
        "Look up when the alumni chapter of your city meets next, or write to one classmate you liked."
    ),
    "channel_begin_work": "Think of a department you have never had lunch with, and ask one of them.",
    "channel_begin_social": (
        "Choose one club or circle of what you like anyway, and go twice before you judge it."
    ),
    "channel_begin_introductions": (
        "Tell one friend in a sentence whom you would like to learn from, and ask whether they know somebody."
    ),
    "channel_begin_public": (
        "Next time you wait in a queue or sit in a train, say one sentence about what you both see."
    ),
    "channel_begin_online": (
        "Answer one question in a forum or group well, and do not write about yourself."
    ),
    "channel_neglected": (
        "It brings more than your other ways do: %(weak)s of %(met)s became a tie. For half a year "
        "nobody was met by it."
    ),
}
