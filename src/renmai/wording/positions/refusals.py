"""Why a position could not be noted."""

POSITIONS_REFUSALS: dict[str, str] = {
    "position_without_organisation": "Say where: a position needs an organisation.",
    "position_ends_early": "It cannot end on %(until_on)s, before it began on %(since_on)s.",
    "position_of_nobody": "%(name)s is a list, a desk or a robot, and holds no position.",
    "no_such_position": "There is no position %(key)s; renmai position lists them.",
    "no_such_position_proposal": "Nothing is proposed under %(key)s any more; renmai position lists what is.",
}
