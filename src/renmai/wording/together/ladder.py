"""What is said of the ladder: the next rung of a tie, and which ones cooperation has climbed."""

LADDER: dict[str, str] = {
    "rung_first_cooperation": "To make it a real tie, find a first small thing to do together.",
    "rung_repeat_cooperation": (
        "A weak tie. Repeated cooperation that ends well makes it strong: %(name)s then knows you, "
        "not your position."
    ),
    "rung_wake": "A strong tie that sleeps. Wake it with a greeting before anything is asked.",
    "rung_keep": (
        "It is strong. Keep it: finish well what you do together, and do one thing for %(name)s that "
        "no contract asks for."
    ),
    "rung_so_far": "Carried through together so far: %(finished_count)s.",
    "rung_running": "At hand: “%(title)s”. Finishing it well takes you there.",
    "rung_need": "A place to begin: %(name)s looks for “%(need)s” (noted on %(on)s).",
    "rung_ask_need": "No need of %(name)s is noted. Ask what they are busy with, and what they lack.",
    "class_by_first": (
        "Carried through together: %(finished_count)s. A first cooperation makes a weak tie of a "
        "pseudo one; a repeated one makes it strong."
    ),
    "class_by_repeated": (
        "Carried through together: %(finished_count)s. Repeated cooperation (%(repeated_count)s or "
        "more) makes a strong tie."
    ),
}
