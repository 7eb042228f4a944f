"""Letters that wait for an answer, with how people answer. A cache beside the ties, computed with them."""

from django.db import models


class OpenLetter(models.Model):
    """One act that waits: `is_from_me` says who waits for whom.

    `usual_s` is how long the owner usually takes to answer, where they owe it, null where too few answers
    are known; `tries` how often the owner has reached out since this person last did; `other_way` the kind
    of act by which this person also reaches them. No foreign keys: rows of a person or an interaction that
    is gone are passed over by the joins and replaced at the next look.
    """

    owner = models.ForeignKey("Owner", models.CASCADE)
    person_id = models.BigIntegerField()
    interaction_id = models.BigIntegerField()
    is_from_me = models.BooleanField()
    at_epoch_s = models.BigIntegerField()
    usual_s = models.FloatField(null=True)
    tries = models.IntegerField(default=0)
    other_way = models.CharField(max_length=32, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "person_id", "is_from_me"], name="letter_open_once")
        ]

    def __str__(self) -> str:
        return f"letter {self.interaction_id}"


class ReplyHabit(models.Model):
    """How one person answers the owner: letters sent, and how many were answered within each span.

    `counts` is a list as `renmai.domain.ties.replies` counts. Person 0 is everybody together.
    """

    owner = models.ForeignKey("Owner", models.CASCADE)
    person_id = models.BigIntegerField()
    asked = models.IntegerField()
    counts = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "person_id"], name="reply_habit_once")]

    def __str__(self) -> str:
        return f"habit of {self.person_id}"
