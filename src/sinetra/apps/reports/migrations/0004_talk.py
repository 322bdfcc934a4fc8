import django.db.models.deletion
import django.utils.timezone
import sinetra.apps.base.row
import sinetra.apps.reports.vocabulary
import sinetra.core.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('registry', '0002_declared_interests'),
        ('reports', '0001_first'),
    ]

    operations = [
        migrations.CreateModel(
            name='NewsList',
            fields=[
                ('day', models.DateField(primary_key=True, serialize=False)),
                ('tokens', models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name='Seen',
            fields=[
                ('report', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='seen', serialize=False, to='reports.report')),
                ('until', models.DateTimeField()),
            ],
        ),
        migrations.AddField(
            model_name='report',
            name='news_sealed',
            field=models.BinaryField(null=True),
        ),
        migrations.CreateModel(
            name='Message',
            fields=[
                ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('version', models.PositiveIntegerField(default=1)),
                ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('by_office', models.BooleanField()),
                ('mark', models.CharField(choices=[('message', 'message'), ('completion', 'completion'), ('withdrawal', 'withdrawal'), ('retaliation', 'retaliation'), ('no_retaliation', 'no_retaliation')], default=sinetra.apps.reports.vocabulary.Mark['MESSAGE'], max_length=16)),
                ('message_sealed', models.BinaryField()),
                ('key_hash', models.BinaryField(max_length=32, unique=True)),
                ('sent_at', models.DateTimeField()),
                ('sent_on', models.DateField()),
                ('read_at', models.DateTimeField(null=True)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='messages', to='reports.report')),
            ],
            options={
                'indexes': [models.Index(fields=['report', 'sent_at', 'id'], name='message_of_report'), models.Index(condition=models.Q(('by_office', False), ('read_at__isnull', True)), fields=['organisation', 'sent_at', 'id'], name='message_unread')],
            },
        ),
    ]
