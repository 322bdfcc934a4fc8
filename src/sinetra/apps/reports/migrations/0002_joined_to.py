import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0001_first'),
        ('reports', '0001_first'),
    ]

    operations = [
        migrations.AddField(
            model_name='report',
            name='joined_to',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='joined_reports', to='cases.matter'),
        ),
        migrations.AddIndex(
            model_name='report',
            index=models.Index(condition=models.Q(('joined_to__isnull', False)), fields=['joined_to'], name='report_joined'),
        ),
    ]
