"""Why something could not be done with a channel or a group."""

CHANNELS_REFUSALS: dict[str, str] = {
    "no_such_channel": "“%(channel)s” is no channel; there is: %(channels)s.",
    "nobody_met_named": "Name at least one person.",
    "no_such_group": "There is no group “%(group)s”. renmai group lists them.",
    "several_groups": "“%(group)s” may be any of: %(groups)s. Say it by number.",
    "no_such_period": "“%(period)s” is no period; there is: %(periods)s.",
    "group_is_there": "There is a group called %(group)s already: %(number)s.",
    "no_such_hours": "%(hours)s is no number of hours that can be meant.",
    "no_hours": "“%(text)s” is no number of hours.",
    "not_in_group": "They are not in %(group)s.",
    "no_such_chat": "Nobody wrote in a chat called “%(chat)s”.",
    "no_such_group_entry": "There is no entry %(number)s.",
}
