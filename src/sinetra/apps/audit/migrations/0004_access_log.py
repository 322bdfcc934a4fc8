"""The access log, whose entries triggers keep as they were written."""

from __future__ import annotations

from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import sinetra.core.ids
from sinetra.apps.audit import access_triggers


def create(_apps: Any, schema_editor: Any) -> None:
    for statement in access_triggers.CREATE[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


def drop(_apps: Any, schema_editor: Any) -> None:
    for statement in access_triggers.DROP[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):

    dependencies = [
        ("audit", "0003_sealed_row"),
        ("registry", "0005_declared_interests"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AccessEntry",
            fields=[
                ("id", models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ("page", models.CharField(max_length=60)),
                ("subject_type", models.CharField(max_length=60)),
                ("subject_id", models.UUIDField()),
                ("kinds", models.CharField(max_length=120)),
                ("purpose", models.CharField(blank=True, default="", max_length=300)),
                ("first_at", models.DateTimeField()),
                ("last_at", models.DateTimeField()),
                ("times", models.PositiveIntegerField(default=1)),
                ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="registry.organisation")),
                ("user", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["organisation", "-first_at", "-id"], name="access_newest"),
                    models.Index(fields=["user", "-first_at", "-id"], name="access_by_user"),
                    models.Index(fields=["subject_id", "-first_at", "-id"], name="access_of_subject"),
                    models.Index(fields=["last_at"], name="access_to_erase"),
                ],
            },
        ),
        migrations.RunPython(create, drop),
    ]
