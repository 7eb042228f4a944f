"""The first book: owners, imports and their inbox, people and handles, interactions, ties, decisions."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Import",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.TextField()),
                ("source", models.CharField(blank=True, max_length=40)),
                ("state", models.CharField(max_length=20)),
                ("is_preview", models.BooleanField(default=False)),
                ("upload", models.TextField(blank=True)),
                ("bytes_read", models.BigIntegerField(default=0)),
                ("bytes_total", models.BigIntegerField(default=0)),
                ("records_read", models.IntegerField(default=0)),
                ("records_new", models.IntegerField(default=0)),
                ("interactions_new", models.IntegerField(default=0)),
                ("people_new", models.IntegerField(default=0)),
                ("people_names", models.JSONField(default=list)),
                ("first_at_epoch_s", models.BigIntegerField(null=True)),
                ("last_at_epoch_s", models.BigIntegerField(null=True)),
                ("problems_total", models.IntegerField(default=0)),
                ("problem_code", models.CharField(blank=True, max_length=60)),
                ("created_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("undone_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Owner",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=200)),
                ("language", models.CharField(default="zh-hans", max_length=10)),
                ("time_zone", models.CharField(default="UTC", max_length=64)),
                ("region", models.CharField(default="CN", max_length=2)),
                ("ties_as_of_epoch_s", models.BigIntegerField(null=True)),
                ("ties_yardstick", models.TextField(blank=True, default="")),
                ("sweeps", models.IntegerField(default=0)),
                ("created_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="ImportProblem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("source", models.CharField(blank=True, max_length=40)),
                ("file", models.TextField()),
                ("where", models.TextField(blank=True)),
                ("code", models.CharField(max_length=60)),
                ("numbers", models.JSONField(default=dict)),
                (
                    "of_import",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="problems",
                        to="renmai.import",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="InboxRecord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("source", models.CharField(max_length=40)),
                ("external_id", models.TextField()),
                ("digest", models.CharField(max_length=32)),
                ("fields", models.TextField()),
                ("where", models.TextField(blank=True)),
                ("is_latest", models.BooleanField(default=True)),
                ("is_shadowed", models.BooleanField(default=False)),
                (
                    "of_import",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="records",
                        to="renmai.import",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.CASCADE, to="renmai.owner"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Mention",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=32)),
                ("name", models.TextField(blank=True)),
                ("source", models.CharField(max_length=40)),
                ("home_id", models.BigIntegerField(null=True)),
                (
                    "record",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, to="renmai.inboxrecord"
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.CASCADE, to="renmai.owner"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Fact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=40)),
                ("value", models.TextField()),
                (
                    "mention",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="facts", to="renmai.mention"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Interaction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("external_id", models.TextField()),
                ("kind", models.CharField(max_length=20)),
                ("nature", models.CharField(max_length=12)),
                ("channel", models.CharField(blank=True, max_length=20)),
                ("at_epoch_s", models.BigIntegerField()),
                ("utc_offset_min", models.SmallIntegerField(null=True)),
                ("duration_s", models.IntegerField(default=0)),
                ("audience", models.IntegerField(default=1)),
                ("reply_to", models.TextField(blank=True)),
                ("thread", models.TextField(blank=True)),
                ("subject", models.TextField(blank=True)),
                ("excerpt", models.TextField(blank=True)),
                ("words", models.IntegerField(default=0)),
                ("asks", models.BooleanField(default=False)),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="interactions",
                        to="renmai.inboxrecord",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.CASCADE, to="renmai.owner"
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="import",
            name="owner",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.CASCADE, to="renmai.owner"
            ),
        ),
        migrations.CreateModel(
            name="Handle",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("value", models.TextField()),
                ("nature", models.CharField(default="personal", max_length=20)),
                (
                    "owner",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.CASCADE, to="renmai.owner"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=40)),
                ("anchor", models.TextField()),
                ("payload", models.JSONField(default=dict)),
                ("decided_at", models.DateTimeField()),
                ("undone_at", models.DateTimeField(null=True)),
                (
                    "owner",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.CASCADE, to="renmai.owner"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Participation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("role", models.CharField(max_length=12)),
                (
                    "interaction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="participations",
                        to="renmai.interaction",
                    ),
                ),
                (
                    "mention",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.CASCADE, to="renmai.mention"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.TextField(blank=True)),
                ("reading", models.TextField(blank=True)),
                ("sort_key", models.TextField(blank=True)),
                ("is_me", models.BooleanField(default=False)),
                ("is_person", models.BooleanField(default=True)),
                ("is_tie_stale", models.BooleanField(default=True)),
                (
                    "owner",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.CASCADE, to="renmai.owner"
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="mention",
            name="person",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="mentions",
                to="renmai.person",
            ),
        ),
        migrations.CreateModel(
            name="Sighting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "of_import",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.CASCADE, to="renmai.import"
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="renmai.inboxrecord"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Tie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("strength", models.FloatField()),
                ("strength_before", models.FloatField(null=True)),
                ("tie_class", models.CharField(max_length=12)),
                ("state", models.CharField(max_length=12)),
                ("reciprocity", models.FloatField()),
                ("standing", models.FloatField(null=True)),
                ("acts_out", models.IntegerField()),
                ("acts_in", models.IntegerField()),
                ("days_active", models.IntegerField()),
                ("first_at_epoch_s", models.BigIntegerField(null=True)),
                ("last_out_epoch_s", models.BigIntegerField(null=True)),
                ("last_in_epoch_s", models.BigIntegerField(null=True)),
                ("rhythm_days", models.FloatField(null=True)),
                ("because", models.JSONField(default=list)),
                ("months", models.JSONField(default=list)),
                (
                    "owner",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.CASCADE, to="renmai.owner"
                    ),
                ),
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="tie", to="renmai.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="MentionHandle",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.SmallIntegerField(default=0)),
                (
                    "handle",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="carriers",
                        to="renmai.handle",
                    ),
                ),
                (
                    "mention",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="carried",
                        to="renmai.mention",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("mention", "handle"), name="mention_handle_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="OpenLetter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("person_id", models.BigIntegerField()),
                ("interaction_id", models.BigIntegerField()),
                ("is_from_me", models.BooleanField()),
                ("at_epoch_s", models.BigIntegerField()),
                ("usual_s", models.FloatField(null=True)),
                ("tries", models.IntegerField(default=0)),
                ("owner", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="renmai.owner")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("owner", "person_id", "is_from_me"), name="letter_open_once"
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="interaction",
            index=models.Index(fields=["owner", "at_epoch_s"], name="interaction_when"),
        ),
        migrations.AddIndex(
            model_name="interaction",
            index=models.Index(fields=["owner", "reply_to"], name="interaction_answered"),
        ),
        migrations.AddIndex(
            model_name="interaction",
            index=models.Index(
                condition=models.Q(("nature", "automatic")), fields=["owner"], name="interaction_automatic"
            ),
        ),
        migrations.AddConstraint(
            model_name="interaction",
            constraint=models.UniqueConstraint(fields=("owner", "external_id"), name="interaction_once"),
        ),
        migrations.AddIndex(
            model_name="inboxrecord",
            index=models.Index(
                condition=models.Q(("is_shadowed", True)), fields=["owner"], name="inbox_shadowed"
            ),
        ),
        migrations.AddConstraint(
            model_name="inboxrecord",
            constraint=models.UniqueConstraint(
                fields=("owner", "source", "external_id", "digest"), name="inbox_once"
            ),
        ),
        migrations.AddIndex(
            model_name="import",
            index=models.Index(fields=["owner", "-created_at"], name="import_newest"),
        ),
        migrations.AddConstraint(
            model_name="handle",
            constraint=models.UniqueConstraint(fields=("owner", "kind", "value"), name="handle_once"),
        ),
        migrations.AddIndex(
            model_name="decision",
            index=models.Index(fields=["owner", "kind", "anchor"], name="decision_lookup"),
        ),
        migrations.AddIndex(
            model_name="participation",
            index=models.Index(fields=["mention", "interaction"], name="participation_of"),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(fields=["owner", "sort_key"], name="person_sorted"),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(
                condition=models.Q(("is_tie_stale", True)), fields=["owner"], name="person_stale"
            ),
        ),
        migrations.AddConstraint(
            model_name="mention",
            constraint=models.UniqueConstraint(fields=("owner", "key"), name="mention_once"),
        ),
        migrations.AddConstraint(
            model_name="sighting",
            constraint=models.UniqueConstraint(fields=("of_import", "record"), name="sighting_once"),
        ),
        migrations.AddIndex(
            model_name="tie",
            index=models.Index(fields=["owner", "-strength"], name="tie_strongest"),
        ),
    ]
