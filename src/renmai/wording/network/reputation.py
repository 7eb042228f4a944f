"""What is said of who came through whom."""

REPUTATION: dict[str, str] = {
    "met_said": "%(other)s wrote to you both on %(on)s: “%(said)s”",
    "met_first_letter": (
        "Before you and %(name)s first wrote to each other, %(other)s wrote to you both on %(on)s, "
        "“%(subject)s”."
    ),
}
