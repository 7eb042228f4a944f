"""What came in: imports, the records they kept, and what could not be read. Precious: never rebuilt."""

from django.db import models


class Import(models.Model):
    """One run over what the owner pointed at.

    `state`: queued, running, stopping, done, stopped, failed, undone. `is_preview` means nothing was kept;
    then `people_names` are some of those who would come in. `upload` is the file or folder a worker reads;
    an import that a command runs itself has none. `turn` counts imports in the order in which they were asked
    for; `left_out` counts by code what was left out on purpose; `asked` is what it asks the owner;
    `after_decision` is the last decision there was then. Clocks may be wrong, so none is asked.
    `starts` counts how often a worker has begun it.
    """

    owner = models.ForeignKey("Owner", models.CASCADE, db_index=False)
    name = models.TextField()
    source = models.CharField(max_length=40, blank=True)
    state = models.CharField(max_length=20)
    is_preview = models.BooleanField(default=False)
    upload = models.TextField(blank=True)
    bytes_read = models.BigIntegerField(default=0)
    bytes_total = models.BigIntegerField(default=0)
    records_read = models.IntegerField(default=0)
    records_new = models.IntegerField(default=0)
    interactions_new = models.IntegerField(default=0)
    people_new = models.IntegerField(default=0)
    people_names = models.JSONField(default=list)
    first_at_epoch_s = models.BigIntegerField(null=True)
    last_at_epoch_s = models.BigIntegerField(null=True)
    starts = models.IntegerField(default=0)
    problems_total = models.IntegerField(default=0)
    problem_code = models.CharField(max_length=60, blank=True)
    left_out = models.JSONField(default=dict)
    asked = models.JSONField(default=dict)
    turn = models.BigIntegerField(default=0)
    after_decision = models.BigIntegerField(default=0)
    created_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["owner", "-created_at"], name="import_newest")]

    def __str__(self) -> str:
        return f"import {self.pk} {self.name}"


class ImportProblem(models.Model):
    """One thing an import could not read, kept so that it can be shown and downloaded."""

    of_import = models.ForeignKey("Import", models.CASCADE, related_name="problems")
    source = models.CharField(max_length=40, blank=True)
    file = models.TextField()
    where = models.TextField(blank=True)
    code = models.CharField(max_length=60)
    numbers = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"{self.file} {self.where} {self.code}"


class InboxRecord(models.Model):
    """One raw record. Rows are added and, on undo, removed; what a source gave is never changed.

    `source` has no choices, so a new source needs no migration. `is_latest` marks the newest version of a
    thing; `is_shadowed` that another record already stood for one of its interactions.
    """

    owner = models.ForeignKey("Owner", models.CASCADE, db_index=False)
    of_import = models.ForeignKey("Import", models.CASCADE, related_name="records")
    source = models.CharField(max_length=40)
    external_id = models.TextField()
    digest = models.CharField(max_length=32)
    fields = models.TextField()
    where = models.TextField(blank=True)
    is_latest = models.BooleanField(default=True)
    is_shadowed = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "source", "external_id", "digest"], name="inbox_once")
        ]
        indexes = [
            models.Index(fields=["owner"], condition=models.Q(is_shadowed=True), name="inbox_shadowed"),
        ]

    def __str__(self) -> str:
        return f"{self.source}:{self.external_id}"


class Sighting(models.Model):
    """A later import met a record that an earlier one had kept, so undoing the earlier one must spare it."""

    of_import = models.ForeignKey("Import", models.CASCADE, db_index=False)
    record = models.ForeignKey("InboxRecord", models.CASCADE)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["of_import", "record"], name="sighting_once")]

    def __str__(self) -> str:
        return f"import {self.of_import_id} saw record {self.record_id}"
