"""Entries are never changed or deleted."""

from __future__ import annotations

from typing import Any

from django.db import migrations

from sinetra.apps.audit import triggers


def create(_apps: Any, schema_editor: Any) -> None:
    for statement in triggers.CREATE[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


def drop(_apps: Any, schema_editor: Any) -> None:
    for statement in triggers.DROP[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_first")]
    operations = [migrations.RunPython(create, drop)]
