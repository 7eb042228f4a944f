"""Which offer meets which need, as last compared, by what vectors. A cache: thrown away on any day."""

from django.db import models


class Match(models.Model):
    """One pair of notes by their ids, how well they fit (0 to 1), and `because`: [code, need, offer] each.

    No foreign keys: rows of notes that were undone or ended are passed over when read, and replaced at the
    next look.
    """

    owner = models.ForeignKey("Owner", models.CASCADE, db_index=False)
    need_id = models.BigIntegerField()
    offer_id = models.BigIntegerField()
    fit = models.FloatField()
    because = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "need_id", "offer_id"], name="match_once")]
        indexes = [
            models.Index(fields=["owner", "offer_id"], name="match_of_offer"),
            models.Index(fields=["owner", "-fit"], name="match_best"),
        ]

    def __str__(self) -> str:
        return f"need {self.need_id}, offer {self.offer_id}"


class Embedding(models.Model):
    """The vector of a text by an endpoint's model, as 32-bit floats; none where no endpoint is named."""

    owner = models.ForeignKey("Owner", models.CASCADE, db_index=False)
    digest = models.CharField(max_length=32)
    vector = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "digest"], name="embedding_once")]

    def __str__(self) -> str:
        return f"embedding {self.digest}"
