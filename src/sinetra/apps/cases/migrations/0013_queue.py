"""Entries of the queues and words of the search. What stands in an older installation is told by the worker."""

import datetime

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def promise(apps, schema_editor):
    if apps.get_model('cases', 'Matter').objects.exists():
        apps.get_model('base', 'OutboxTask').objects.get_or_create(
            key='cases.tell_lists@0013', defaults={'name': 'cases.tell_lists'}
        )


class Migration(migrations.Migration):

    dependencies = [
        ('base', '0001_first'),
        ('cases', '0012_retention'),
        ('registry', '0005_declared_interests'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='MatterWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('word', models.CharField(max_length=80)),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cases.matter')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('organisation', 'word', 'matter'), name='matter_word_once')],
            },
        ),
        migrations.CreateModel(
            name='QueueEntry',
            fields=[
                ('matter', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='cases.matter')),
                ('kind', models.CharField(max_length=24)),
                ('state', models.CharField(max_length=24)),
                ('opened_at', models.DateTimeField()),
                ('next_due', models.DateField(default=datetime.date(9999, 12, 31))),
                ('handler', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                ('region', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.region')),
            ],
            options={
                'indexes': [models.Index(fields=['organisation', 'next_due', 'matter'], name='queue_due'), models.Index(fields=['organisation', 'handler', 'next_due', 'matter'], name='queue_due_of_person'), models.Index(fields=['organisation', 'state', 'next_due', 'matter'], name='queue_due_in_state'), models.Index(fields=['organisation', '-opened_at', '-matter'], name='queue_newest'), models.Index(fields=['organisation', 'handler', '-opened_at', '-matter'], name='queue_newest_of_person')],
            },
        ),
        migrations.RunPython(promise, migrations.RunPython.noop),
    ]
