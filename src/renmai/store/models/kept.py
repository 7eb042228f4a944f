"""Cards kept ready for the next look. A cache: a change of the book throws away all but the lasting ones."""

from django.db import models


class KeptCard(models.Model):
    """One card as JSON under its name; `rests_on` says of which day and ties it is, and of which program.

    A lasting one holds until what it rests on is otherwise, whatever else changes.
    """

    owner = models.ForeignKey("Owner", models.CASCADE, db_index=False)
    name = models.CharField(max_length=40)
    rests_on = models.TextField()
    card = models.TextField()
    is_lasting = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "name"], name="kept_card_once")]

    def __str__(self) -> str:
        return f"{self.name} of {self.rests_on}"
