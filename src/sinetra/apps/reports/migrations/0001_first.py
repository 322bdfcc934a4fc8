import django.db.models.deletion
import django.utils.timezone
import sinetra.apps.base.row
import sinetra.apps.reports.vocabulary
import sinetra.core.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('registry', '0001_first'),
    ]

    operations = [
        migrations.CreateModel(
            name='CustodianKey',
            fields=[
                ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                ('version', models.PositiveIntegerField(default=1)),
                ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('key_id', models.CharField(max_length=32, unique=True)),
                ('public_key', models.BinaryField(max_length=32)),
                ('retired_at', models.DateTimeField(null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('retired_at__isnull', True)), fields=('organisation',), name='one_custodian_key_in_use')],
            },
        ),
        migrations.CreateModel(
            name='Report',
            fields=[
                ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                ('version', models.PositiveIntegerField(default=1)),
                ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('channel', models.CharField(choices=[('report', 'report'), ('initial_information', 'initial_information')], max_length=24)),
                ('kept_as', models.CharField(choices=[('report', 'report'), ('initial_information', 'initial_information')], max_length=24)),
                ('region', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.region')),
                ('happened_on', models.DateField(null=True)),
                ('known_on', models.DateField(null=True)),
                ('acts', models.JSONField(default=list)),
                ('what_sealed', models.BinaryField()),
                ('where_sealed', models.BinaryField()),
                ('reported_sealed', models.BinaryField()),
                ('source', models.CharField(choices=[('web', 'web'), ('api', 'api'), ('counter', 'counter'), ('phone', 'phone'), ('paper', 'paper'), ('press', 'press')], max_length=8)),
                ('state', models.CharField(choices=[('new', 'new'), ('opened', 'opened'), ('erased', 'erased')], default=sinetra.apps.reports.vocabulary.ReportState['NEW'], max_length=12)),
                ('election', models.CharField(blank=True, default='', max_length=60)),
                ('filed_at', models.DateTimeField()),
                ('filed_on', models.DateField()),
                ('due', models.JSONField(default=list)),
                ('due_on', models.DateField(null=True)),
                ('code_hash', models.BinaryField(max_length=32, unique=True)),
                ('key_hash', models.BinaryField(max_length=32, unique=True)),
                ('content_hash', models.BinaryField(max_length=32)),
            ],
            options={
                'indexes': [models.Index(fields=['organisation', 'state', 'filed_at', 'id'], name='report_inbox'), models.Index(fields=['organisation', 'state', 'due_on', 'id'], name='report_due')],
            },
        ),
        migrations.CreateModel(
            name='Identity',
            fields=[
                ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                ('version', models.PositiveIntegerField(default=1)),
                ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('report', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='identity', to='reports.report')),
                ('key', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='reports.custodiankey')),
                ('sealed', models.BinaryField()),
                ('opened_at', models.DateTimeField(null=True)),
            ],
            options={
                'indexes': [models.Index(fields=['organisation', '-id'], name='identity_newest')],
            },
        ),
    ]
