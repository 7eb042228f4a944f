"""Interactions and who took part. Rebuilt from the inbox; written in bulk, so columns are plain."""

from django.db import models


class Interaction(models.Model):
    """One act. Moments are whole epoch seconds UTC, as the engine counts them."""

    owner = models.ForeignKey("Owner", models.CASCADE, db_index=False)
    record = models.ForeignKey("InboxRecord", models.CASCADE, related_name="interactions")
    external_id = models.TextField()
    kind = models.CharField(max_length=20)
    nature = models.CharField(max_length=12)
    channel = models.CharField(max_length=20, blank=True)
    at_epoch_s = models.BigIntegerField()
    utc_offset_min = models.SmallIntegerField(null=True)
    duration_s = models.IntegerField(default=0)
    audience = models.IntegerField(default=1)
    reply_to = models.TextField(blank=True)
    thread = models.TextField(blank=True)
    subject = models.TextField(blank=True)
    excerpt = models.TextField(blank=True)
    words = models.IntegerField(default=0)
    asks = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "external_id"], name="interaction_once")]
        indexes = [
            models.Index(fields=["owner", "at_epoch_s"], name="interaction_when"),
            models.Index(fields=["owner", "reply_to"], name="interaction_answered"),
            models.Index(
                fields=["owner"], condition=models.Q(nature="automatic"), name="interaction_automatic"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.at_epoch_s}"


class Participation(models.Model):
    """One person's part in one interaction; the person is the mention's.

    When it was and of which kind is told here once more, so that an index answers what somebody did in order
    of time; neither ever changes.
    """

    interaction = models.ForeignKey("Interaction", models.CASCADE, related_name="participations")
    mention = models.ForeignKey("Mention", models.CASCADE, db_index=False)
    role = models.CharField(max_length=12)
    at_epoch_s = models.BigIntegerField()
    kind = models.CharField(max_length=20)

    class Meta:
        indexes = [
            models.Index(fields=["mention", "at_epoch_s", "interaction", "role", "kind"], name="part_in_time")
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.mention_id}"
