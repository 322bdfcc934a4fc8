"""A letter of a receiver is about the examination of one person; a member can leave its team."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_first")]

    operations = [
        migrations.AddField(
            model_name="issueddocument",
            name="examination",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="letters",
                to="cases.examination",
            ),
        ),
        migrations.AddField(model_name="teammember", name="left_on", field=models.DateField(null=True)),
    ]
