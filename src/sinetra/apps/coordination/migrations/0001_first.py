import django.db.models.deletion
import django.utils.timezone
import sinetra.apps.base.row
import sinetra.core.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('monitoring', '0001_first'),
        ('registry', '0001_first'),
    ]

    operations = [
        migrations.CreateModel(
            name='Agreement',
            fields=[
                ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                ('version', models.PositiveIntegerField(default=1)),
                ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('title', models.CharField(max_length=300)),
                ('parties', models.JSONField(default=list)),
                ('covers', models.JSONField(default=list)),
                ('region', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.region')),
                ('signed_on', models.DateField(null=True)),
                ('story', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='agreements', to='monitoring.story')),
            ],
            options={
                'indexes': [models.Index(fields=['organisation', '-id'], name='agreement_newest')],
            },
        ),
    ]
