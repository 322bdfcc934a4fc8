from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0001_first"),
    ]

    operations = [
        migrations.AddField(
            model_name="report",
            name="sign_by",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="report",
            name="signed_on",
            field=models.DateField(null=True),
        ),
        migrations.AddIndex(
            model_name="report",
            index=models.Index(
                condition=models.Q(("sign_by__isnull", False), ("signed_on__isnull", True), ("state", "new")),
                fields=["sign_by", "id"],
                name="report_unsigned",
            ),
        ),
    ]
