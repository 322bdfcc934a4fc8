"""Entries, the rows of a block and entries of the access log are never changed or deleted."""

from __future__ import annotations

from typing import Any

from django.db import migrations

from sinetra.apps.audit import access_triggers, triggers

_CREATE = (triggers.CREATE, triggers.CREATE_SEALED, access_triggers.CREATE)
_DROP = (access_triggers.DROP, triggers.DROP_SEALED, triggers.DROP)


def create(_apps: Any, schema_editor: Any) -> None:
    _execute(_CREATE, schema_editor)


def drop(_apps: Any, schema_editor: Any) -> None:
    _execute(_DROP, schema_editor)


def _execute(sets: tuple[dict[str, list[str]], ...], schema_editor: Any) -> None:
    for statements in sets:
        for statement in statements[schema_editor.connection.vendor]:
            schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_first")]
    operations = [migrations.RunPython(create, drop)]
