"""What a tie is called: its classes, its states, the evidence behind its strength."""

TIES: dict[str, str] = {
    "class_pseudo": "Pseudo",
    "class_weak": "Weak",
    "class_strong": "Strong",
    "class_dormant_strong": "Dormant strong",
    "state_active": "active",
    "state_cooling": "cooling",
    "state_dormant": "dormant",
    # what moved the strength most, up or down
    "from_me_up": "You have reached out %(out_times)s.",
    "from_me_down": "You have reached out only %(out_times)s.",
    "from_them_up": "%(name)s has reached out %(in_times)s.",
    "from_them_down": "%(name)s has reached out only %(in_times)s.",
    "two_way_recent_up": "Of late, both of you have reached out.",
    "two_way_recent_down": "Of late, hardly anything has gone both ways.",
    "silence_up": "You were last in touch %(silent_ago_days)s.",
    "silence_down": "You were last in touch %(silent_ago_days)s.",
    "one_to_one_up": "Much of it was between the two of you alone.",
    "one_to_one_down": "Little of it was between the two of you alone.",
    "long_history_up": "You have been in touch on %(active_count)s days since %(first_on)s.",
    "long_history_down": "So far you have been in touch on %(active_count)s days only.",
    "own_activity_up": "You write a great deal at present, to everybody.",
    "own_activity_down": "You write little at present, to anybody.",
}
