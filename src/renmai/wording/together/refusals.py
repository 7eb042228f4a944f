"""Why a cooperation or a promise could not be noted."""

TOGETHER_REFUSALS: dict[str, str] = {
    "no_such_margin": (
        "What is left to the other side is a number from −100 to 100, in percent; “%(text)s” is not."
    ),
    "no_such_stage": "“%(stage)s” is no stage; there is: %(stages)s.",
    "no_such_move": "“%(title)s” is %(stage)s and cannot become %(wanted)s.",
    "no_such_cooperation": "There is no cooperation %(number)s. Look at renmai cooperate.",
    "no_such_promise": "There is no promise %(number)s. Look at renmai promise.",
    "promise_is_over": "“%(what)s” ended on %(ended_on)s; renmai undo opens it again, or promise it anew.",
}
