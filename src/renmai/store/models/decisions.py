"""What the owner decided or noted. Precious: binds every rebuild, can be undone, is never thrown away."""

from django.db import models


class Decision(models.Model):
    """One decision. `kind`: me, merge, split, name, tie, done, later, drop and later ones.

    `anchor` names the person without their row id (a handle as text, or `mention:` and a key), so that a
    rebuild finds them again. `counts_on` is the day a note or an answer to Today is about, so that years of
    them need not be read for the few of late; None where a decision is of no day. The latest decision that is
    not undone wins.
    """

    owner = models.ForeignKey("Owner", models.CASCADE, db_index=False)
    kind = models.CharField(max_length=40)
    anchor = models.TextField()
    payload = models.JSONField(default=dict)
    counts_on = models.DateField(null=True)
    decided_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["owner", "kind", "anchor"], name="decision_lookup"),
            models.Index(fields=["owner", "anchor"], name="decision_about"),
            models.Index(
                fields=["owner"], condition=models.Q(undone_at__isnull=False), name="decision_undone"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.anchor}"
