"""Cards kept ready for the next look: a cache, of which each row says what it was made of."""

from django.db import models


class KeptCard(models.Model):
    """One card as JSON under its name; `rests_on` says of which day, ties, notes and program it was made."""

    owner = models.ForeignKey("Owner", models.CASCADE, db_index=False)
    name = models.CharField(max_length=40)
    rests_on = models.TextField()
    card = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "name"], name="kept_card_once")]

    def __str__(self) -> str:
        return f"{self.name} of {self.rests_on}"
