"""Ties as last computed, one row a person. A cache: thrown away and computed again on any day."""

from django.db import models


class Tie(models.Model):
    """The figures of `renmai.domain.ties.ties.Tie`.

    `because` is a list of [code, numbers]; `basis` the counts of `renmai.domain.ties.basis.BasisEvidence` in
    their order; `turns` is who begins, who answers, how fast. `months` are two lists, acts from me and from
    them in each of the twelve months up to the moment the ties were computed for, so that a list of people
    needs no look at interactions. Where the owner said otherwise, `tie_class` and `strength` are theirs and
    `correction` holds what they said, and the figures it stands before.
    """

    owner = models.ForeignKey("Owner", models.CASCADE, db_index=False)
    person = models.OneToOneField("Person", models.CASCADE, related_name="tie")
    strength = models.FloatField()
    strength_before = models.FloatField(null=True)
    tie_class = models.CharField(max_length=12)
    state = models.CharField(max_length=12)
    reciprocity = models.FloatField()
    standing = models.FloatField(null=True)
    acts_out = models.IntegerField()
    acts_in = models.IntegerField()
    days_active = models.IntegerField()
    first_at_epoch_s = models.BigIntegerField(null=True)
    last_out_epoch_s = models.BigIntegerField(null=True)
    last_in_epoch_s = models.BigIntegerField(null=True)
    rhythm_days = models.FloatField(null=True)
    because = models.JSONField(default=list)
    months = models.JSONField(default=list)
    basis = models.JSONField(default=list)
    turns = models.JSONField(null=True)
    correction = models.JSONField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["owner", "-strength"], name="tie_strongest"),
            models.Index(fields=["owner", "state", "tie_class", "-days_active"], name="tie_in_state"),
            models.Index(fields=["owner", "first_at_epoch_s"], name="tie_began"),
        ]

    def __str__(self) -> str:
        return f"tie {self.person_id}"


class ActBlock(models.Model):
    """Some thousands of acts by their row ids, as compressed columns of numbers, with the parts in them."""

    owner = models.ForeignKey("Owner", models.CASCADE, db_index=False)
    first_id = models.BigIntegerField()
    last_id = models.BigIntegerField()
    acts = models.IntegerField()
    of_acts = models.BinaryField()
    of_parts = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "first_id"], name="act_block_once")]

    def __str__(self) -> str:
        return f"acts {self.first_id} to {self.last_id}"


class Trail(models.Model):
    """What passed between the owner and one person: on which days, and by which of whose mentions.

    `days` are numbers in threes: a day, acts from me, acts from them; of the last two years. `routes` are
    numbers in fives: my mention, theirs, acts, the first and the last moment; of all years. No foreign keys:
    a row of somebody who is gone is passed over and replaced at the next look.
    """

    owner = models.ForeignKey("Owner", models.CASCADE, db_index=False)
    person_id = models.BigIntegerField()
    days = models.TextField()
    routes = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "person_id"], name="trail_once")]

    def __str__(self) -> str:
        return f"trail with {self.person_id}"
