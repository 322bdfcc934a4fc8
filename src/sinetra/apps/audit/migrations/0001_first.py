import django.db.models.deletion
import django.utils.timezone
import sinetra.core.ids
from django.conf import settings
from django.db import migrations, models

from sinetra.apps.base.create_tables import CreateTables


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_first'),
        ('registry', '0001_first'),
    ]

    operations = [
        CreateTables([
            migrations.CreateModel(
                name='AccessEntry',
                fields=[
                    ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                    ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('page', models.CharField(max_length=60)),
                    ('subject_type', models.CharField(max_length=60)),
                    ('subject_id', models.UUIDField()),
                    ('kinds', models.CharField(max_length=120)),
                    ('purpose', models.CharField(blank=True, default='', max_length=300)),
                    ('first_at', models.DateTimeField()),
                    ('last_at', models.DateTimeField()),
                    ('times', models.PositiveIntegerField(default=1)),
                ],
                options={
                    'indexes': [models.Index(fields=['organisation', '-first_at', '-id'], name='access_newest'), models.Index(fields=['user', '-first_at', '-id'], name='access_by_user'), models.Index(fields=['subject_id', '-first_at', '-id'], name='access_of_subject'), models.Index(fields=['last_at'], name='access_to_erase')],
                },
            ),
            migrations.CreateModel(
                name='AuditHead',
                fields=[
                    ('organisation', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='+', serialize=False, to='registry.organisation')),
                    ('seq', models.BigIntegerField(default=0)),
                    ('hash', models.CharField(default='0000000000000000000000000000000000000000000000000000000000000000', max_length=64)),
                ],
            ),
            migrations.CreateModel(
                name='AuditEntry',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                    ('seq', models.BigIntegerField()),
                    ('at', models.DateTimeField()),
                    ('group', models.UUIDField()),
                    ('action', models.CharField(max_length=80)),
                    ('object_type', models.CharField(max_length=80)),
                    ('object_id', models.UUIDField()),
                    ('digest', models.CharField(blank=True, max_length=64)),
                    ('actor', models.CharField(max_length=80)),
                    ('data', models.JSONField(default=dict)),
                    ('detail', models.JSONField(null=True)),
                    ('detail_salt', models.BinaryField(max_length=16, null=True)),
                    ('detail_commitment', models.CharField(blank=True, default='', max_length=64)),
                    ('previous_hash', models.CharField(max_length=64)),
                    ('hash', models.CharField(max_length=64)),
                ],
                options={
                    'indexes': [models.Index(fields=['object_type', 'object_id', 'organisation', 'seq'], name='audit_entry_object')],
                    'constraints': [models.UniqueConstraint(fields=('organisation', 'seq'), name='audit_entry_place')],
                },
            ),
            migrations.CreateModel(
                name='SealedRow',
                fields=[
                    ('pk', models.CompositePrimaryKey('block', 'object_id', blank=True, editable=False, primary_key=True, serialize=False)),
                    ('block', models.UUIDField()),
                    ('object_id', models.UUIDField()),
                    ('digest', models.BinaryField(max_length=32)),
                ],
            ),
            migrations.CreateModel(
                name='Checkpoint',
                fields=[
                    ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                    ('number', models.BigIntegerField(unique=True)),
                    ('at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('heads', models.JSONField()),
                    ('root', models.CharField(max_length=64)),
                    ('previous', models.CharField(default='0000000000000000000000000000000000000000000000000000000000000000', max_length=64)),
                    ('hash', models.CharField(max_length=64)),
                    ('signature', models.BinaryField(max_length=72)),
                ],
            ),
        ]),
    ]
