"""The owner of a book: the only one who sees what is in it."""

from django.db import models


class Owner(models.Model):
    """One owner. Everything else hangs from here, so that nothing of one is ever seen by another."""

    name = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=10, default="zh-hans")
    time_zone = models.CharField(max_length=64, default="UTC")
    region = models.CharField(max_length=2, default="CN")
    ties_as_of_epoch_s = models.BigIntegerField(null=True)
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"owner {self.pk}"
