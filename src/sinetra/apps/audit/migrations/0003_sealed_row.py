"""The rows of a block, kept as entries are: never changed, never deleted."""

from __future__ import annotations

from typing import Any

from django.db import migrations, models

from sinetra.apps.audit import triggers


def create(_apps: Any, schema_editor: Any) -> None:
    for statement in triggers.CREATE_SEALED[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


def drop(_apps: Any, schema_editor: Any) -> None:
    for statement in triggers.DROP_SEALED[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):

    dependencies = [
        ("audit", "0002_triggers"),
    ]

    operations = [
        migrations.CreateModel(
            name="SealedRow",
            fields=[
                ("pk", models.CompositePrimaryKey("block", "object_id", blank=True, editable=False, primary_key=True, serialize=False)),
                ("block", models.UUIDField()),
                ("object_id", models.UUIDField()),
                ("digest", models.BinaryField(max_length=32)),
            ],
        ),
        migrations.RunPython(create, drop),
    ]
