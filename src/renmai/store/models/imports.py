"""What came in: imports, the records they kept, and what could not be read. Precious: never rebuilt."""

from django.db import models


class Import(models.Model):
    """One run over what the owner pointed at.

    `state`: queued, running, done, stopped, failed, undone. `is_preview` means nothing was kept.
    """

    owner = models.ForeignKey("Owner", models.CASCADE)
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
    problem_code = models.CharField(max_length=60, blank=True)
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
    """One raw record. Rows are added and, on undo, removed; never changed.

    `source` has no choices, so a new source needs no migration. `is_latest` marks the newest version of a thing.
    """

    owner = models.ForeignKey("Owner", models.CASCADE)
    of_import = models.ForeignKey("Import", models.CASCADE, related_name="records")
    source = models.CharField(max_length=40)
    external_id = models.TextField()
    digest = models.CharField(max_length=32)
    fields = models.TextField()
    where = models.TextField(blank=True)
    is_latest = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "source", "external_id", "digest"], name="inbox_once")
        ]

    def __str__(self) -> str:
        return f"{self.source}:{self.external_id}"
