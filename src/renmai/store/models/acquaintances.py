"""Who of the owner's people know each other, as last computed. A cache: thrown away on any day."""

from django.db import models


class Acquaintance(models.Model):
    """The figures of `renmai.domain.ties.acquaintances.Acquaintance`, the lower person id first.

    No foreign keys to people: rows of somebody who is gone are passed over when read and replaced at the
    next look.
    """

    owner = models.ForeignKey("Owner", models.CASCADE, db_index=False)
    a_id = models.BigIntegerField()
    b_id = models.BigIntegerField()
    probability = models.FloatField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "a_id", "b_id"], name="acquaintance_once")]

    def __str__(self) -> str:
        return f"{self.a_id} and {self.b_id}"
