"""Letters that wait for an answer, mine or theirs. A cache beside the ties, computed with them."""

from django.db import models


class OpenLetter(models.Model):
    """One act that waits: `is_from_me` says who waits for whom.

    `usual_s` is how long the one who owes the answer usually takes with the other, null where too few
    answers are known; `tries` how often the owner has reached out since this person last did. No foreign
    keys: rows of a person or an interaction that is gone are passed over by the joins and replaced at the
    next look.
    """

    owner = models.ForeignKey("Owner", models.CASCADE)
    person_id = models.BigIntegerField()
    interaction_id = models.BigIntegerField()
    is_from_me = models.BooleanField()
    at_epoch_s = models.BigIntegerField()
    usual_s = models.FloatField(null=True)
    tries = models.IntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "person_id", "is_from_me"], name="letter_open_once")
        ]

    def __str__(self) -> str:
        return f"letter {self.interaction_id}"
