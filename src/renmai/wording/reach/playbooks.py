"""Playbooks (R1): for each channel what to say there and what to avoid; sincere, natural, no haste."""

PLAYBOOKS: dict[str, str] = {
    "channel_say_schoolmates_1": (
        "Say which years you were there and what you do now, in two sentences; then ask what became of them."
    ),
    "channel_say_schoolmates_2": (
        "Bring something to the chapter: a room, a speaker, an afternoon of help. Who helps is remembered."
    ),
    "channel_avoid_schoolmates_1": (
        "Do not sell at the first meeting; a shared school is a beginning, not a claim."
    ),
    "channel_avoid_schoolmates_2": (
        "Do not collect cards by the dozen: three talks you remember are worth more."
    ),
    "channel_say_work_1": (
        "Ask people of other departments what makes their work hard just now; listen before you tell."
    ),
    "channel_say_work_2": (
        "Write to former colleagues when you hear good news of them, and at fairs note what each one "
        "looks for."
    ),
    "channel_avoid_work_1": (
        "Do not treat colleagues as a stepping stone, and do not speak ill of anybody you worked with."
    ),
    "channel_avoid_work_2": (
        "Do not wait until you leave: it is easiest to meet while you work at the same place."
    ),
    "channel_say_social_1": (
        "Do what the club does, with joy; talk comes by itself. Ask your friend's friends what they "
        "like about it."
    ),
    "channel_say_social_2": (
        "As a volunteer, take the task nobody wants. Those you help and those who help beside you "
        "remember it."
    ),
    "channel_avoid_social_1": "Do not turn a dinner of friends into a presentation.",
    "channel_avoid_social_2": "Do not hurry: who sees you three times begins to trust you.",
    "channel_say_introductions_1": (
        "Say in one sentence whom you want to meet and why, so that your friend can pass it on as it is."
    ),
    "channel_say_introductions_2": "Tell your friend afterwards how it went, and thank both.",
    "channel_avoid_introductions_1": "Do not ask for names before both sides have said yes.",
    "channel_avoid_introductions_2": (
        "Do not ask the same friend twice in a row; your wish costs them something."
    ),
    "channel_say_public_1": (
        "Begin with what both of you see: the book, the delay, the queue. Be sincere, and say who you are."
    ),
    "channel_say_public_2": "If the talk was good, say so and offer your card first; then let them choose.",
    "channel_avoid_public_1": "Do not press: a short answer is an answer. No haste, no pitch.",
    "channel_avoid_public_2": "Do not ask a stranger for their number, where they live, or what they earn.",
    "channel_say_online_1": "Give in the open first: answer, share what you learnt, thank others by name.",
    "channel_say_online_2": (
        "When you write to somebody alone, name the one sentence of theirs that made you write."
    ),
    "channel_avoid_online_1": (
        "Do not add everybody of a group; a group of five hundred is not five hundred people you met."
    ),
    "channel_avoid_online_2": "Do not send the same text to many, and no links before somebody asked.",
}
