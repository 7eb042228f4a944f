"""The owner of a book: the only one who sees what is in it."""

from django.db import models


class Owner(models.Model):
    """One owner. Everything else hangs from here, so that nothing of one is ever seen by another.

    `sweeps` counts how often mentions were removed, so that an import running meanwhile forgets what it
    remembers. `ties_snapshots` are the model snapshots the kept ties were computed with, so that a few can be
    computed alike; `ties_backtest` is how well they predict, as long as they are kept. `changes` counts how
    often people's traces had changed when ties were computed; `acquaintances_change` is the count for which
    the kept acquaintances were computed. `network` is the network as last computed, with the moment and the
    count it is of, as JSON. `matches_of` says of which notes the kept matches are, `likely_of` of which
    mentions and imports the likely pairs. `looks` numbers the computations of ties, so that one that was
    overtaken records no moment. `revision` counts every change of
    what a card may rest on, so that none is kept that was made while something changed.
    """

    name = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=10, default="zh-hans")
    time_zone = models.CharField(max_length=64, default="UTC")
    region = models.CharField(max_length=2, default="CN")
    ties_as_of_epoch_s = models.BigIntegerField(null=True)
    ties_snapshots = models.TextField(blank=True, default="")
    ties_backtest = models.TextField(blank=True, default="")
    changes = models.IntegerField(default=0)
    acquaintances_as_of_epoch_s = models.BigIntegerField(null=True)
    acquaintances_change = models.IntegerField(null=True)
    network = models.TextField(blank=True, default="")
    matches_of = models.TextField(blank=True, default="")
    likely_of = models.TextField(blank=True, default="")
    looks = models.BigIntegerField(default=0)
    revision = models.BigIntegerField(default=0)
    sweeps = models.IntegerField(default=0)
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"owner {self.pk}"
