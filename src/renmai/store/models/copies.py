"""What was written out of the book, and whom the owner erased from it."""

from django.db import models


class MadeCopy(models.Model):
    """An export or a backup that was written to a path on this machine, so that an erasure finds it there."""

    owner = models.ForeignKey("Owner", models.CASCADE)
    kind = models.CharField(max_length=20)
    path = models.TextField()
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.kind} {self.path}"


class Erasure(models.Model):
    """The keyed digest of one handle of somebody who was erased. Precious: it keeps them from coming back.

    The key is this book's own; a restored copy of another book brings its own with it.
    """

    owner = models.ForeignKey("Owner", models.CASCADE, db_index=False)
    key = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)
    erased_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "digest"], name="erasure_once")]

    def __str__(self) -> str:
        return f"erasure {self.pk}"
