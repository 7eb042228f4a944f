"""People, the handles and mentions they are known by, and the facts those carry. Rebuilt from the inbox."""

from django.db import models


class Person(models.Model):
    """One human (or the owner, `is_me`). `is_person` is false for lists, roles and robots, which carry no
    tie.

    `reading` is a Chinese name's pinyin, `zhang san`; `sort_key` puts people in order. Ids stay over every
    rebuild. `gone` says of whoever is never proposed why: archived or deceased. `is_tie_stale` marks that
    traces changed since the tie was computed, `tie_look` the computation that is at it; a mark set meanwhile
    has none. `counts_with_id` is the person for whose tie this one's acts count until the owner says whether
    they are one human; None for everybody who counts alone.
    """

    owner = models.ForeignKey("Owner", models.CASCADE, db_index=False)
    name = models.TextField(blank=True)
    reading = models.TextField(blank=True)
    sort_key = models.TextField(blank=True)
    is_me = models.BooleanField(default=False)
    is_person = models.BooleanField(default=True)
    is_tie_stale = models.BooleanField(default=True)
    tie_look = models.BigIntegerField(null=True)
    counts_with_id = models.BigIntegerField(null=True)
    gone = models.CharField(max_length=20, default="", blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["owner", "sort_key"], name="person_sorted"),
            models.Index(fields=["owner"], condition=models.Q(is_tie_stale=True), name="person_stale"),
            models.Index(fields=["owner"], condition=models.Q(is_me=True), name="person_me"),
            models.Index(fields=["owner"], condition=~models.Q(gone=""), name="person_gone"),
            models.Index(
                fields=["owner"], condition=models.Q(is_person=True, is_me=False), name="person_human"
            ),
            models.Index(
                fields=["owner"], condition=models.Q(counts_with_id__isnull=False), name="person_counted_with"
            ),
        ]

    def __str__(self) -> str:
        return f"person {self.pk}"


class Handle(models.Model):
    """One address, number or name in its normal form; `nature` personal, role, list or robot."""

    owner = models.ForeignKey("Owner", models.CASCADE, db_index=False)
    kind = models.CharField(max_length=20)
    value = models.TextField()
    nature = models.CharField(max_length=20, default="personal")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "kind", "value"], name="handle_once")]

    def __str__(self) -> str:
        return f"{self.kind}:{self.value}"


class Mention(models.Model):
    """A name with its handles, as traces give it. Equal ones of mail share a row; a card's belongs to its
    record.

    `key` names it over every rebuild. `home_id` is the person id it founded, so that undoing a merge gives
    the person the same id again.
    """

    owner = models.ForeignKey("Owner", models.CASCADE, db_index=False)
    key = models.CharField(max_length=32)
    name = models.TextField(blank=True)
    source = models.CharField(max_length=40)
    record = models.ForeignKey("InboxRecord", models.CASCADE, null=True)
    person = models.ForeignKey("Person", models.SET_NULL, null=True, related_name="mentions")
    home_id = models.BigIntegerField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "key"], name="mention_once")]

    def __str__(self) -> str:
        return f"mention {self.pk}"


class MentionHandle(models.Model):
    """A handle that a mention carries; `place` 0 is the most telling one."""

    mention = models.ForeignKey("Mention", models.CASCADE, related_name="carried", db_index=False)
    handle = models.ForeignKey("Handle", models.CASCADE, related_name="carriers")
    place = models.SmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["mention", "handle"], name="mention_handle_once")]

    def __str__(self) -> str:
        return f"{self.mention_id} {self.handle_id}"


class Fact(models.Model):
    """One thing a trace says of somebody, with the mention (and so the record and import) it came from."""

    mention = models.ForeignKey("Mention", models.CASCADE, related_name="facts")
    kind = models.CharField(max_length=40)
    value = models.TextField()

    def __str__(self) -> str:
        return self.kind


class LikelyPair(models.Model):
    """Two people who are likely one human, as last computed. A cache: thrown away on any day.

    `company` is what they share: whether a conversation, how many others, whether the owner turned to both.
    No foreign keys to people: rows of somebody who is gone are passed over and replaced at the next look.
    """

    owner = models.ForeignKey("Owner", models.CASCADE, db_index=False)
    one_id = models.BigIntegerField()
    other_id = models.BigIntegerField()
    probability = models.FloatField()
    because = models.TextField()
    company = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "one_id", "other_id"], name="likely_pair_once")
        ]

    def __str__(self) -> str:
        return f"{self.one_id} and {self.other_id}"
