"""What is said of promises on their day."""

PROMISES: dict[str, str] = {
    "promise_today": "You promised %(name)s “%(what)s” for today.",
    "promise_soon": "You promised %(name)s “%(what)s” %(in_days)s, for %(on)s.",
    "promise_late": "You promised %(name)s “%(what)s” for %(on)s; that day passed %(late_days)s ago.",
    "step_promise": "Keep it, or name another day before this one is over.",
    "step_promise_late": "Say today that you are late, and when it will be there; then keep that.",
    "draft_promise": "%(name)s, as promised: “%(what)s”. Here it is: …",
    "draft_promise_late": "%(name)s, I promised you “%(what)s” and am late. You will have it by …",
}
