import django.db.models.deletion
import django.utils.timezone
import sinetra.apps.base.row
import sinetra.apps.evidence.vocabulary
import sinetra.core.ids
from django.conf import settings
from django.db import migrations, models

from sinetra.apps.base.create_tables import CreateTables


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_first'),
        ('registry', '0001_first'),
        ('reports', '0001_first'),
    ]

    operations = [
        CreateTables([
            migrations.CreateModel(
                name='Evidence',
                fields=[
                    ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                    ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='reports.report')),
                    ('position', models.PositiveSmallIntegerField()),
                    ('name_sealed', models.BinaryField()),
                    ('media_type', models.CharField(max_length=100)),
                    ('size', models.PositiveBigIntegerField()),
                    ('sha256', models.CharField(max_length=64)),
                    ('blob', models.CharField(max_length=64)),
                    ('key_sealed', models.BinaryField()),
                    ('upload_hash', models.BinaryField(max_length=32, unique=True)),
                    ('state', models.CharField(choices=[('received', 'received'), ('quarantined', 'quarantined')], default=sinetra.apps.evidence.vocabulary.EvidenceState['RECEIVED'], max_length=12)),
                    ('findings', models.JSONField(default=list)),
                    ('scan', models.CharField(choices=[('unchecked', 'unchecked'), ('clean', 'clean'), ('infected', 'infected'), ('too_large', 'too_large')], default=sinetra.apps.evidence.vocabulary.ScanResult['UNCHECKED'], max_length=10)),
                    ('scanner', models.CharField(blank=True, default='', max_length=80)),
                    ('scanned_at', models.DateTimeField(null=True)),
                    ('received_at', models.DateTimeField()),
                ],
                options={
                    'indexes': [models.Index(fields=['organisation', '-id'], name='evidence_newest'), models.Index(condition=models.Q(('scan', sinetra.apps.evidence.vocabulary.ScanResult['UNCHECKED'])), fields=['id'], name='evidence_unchecked')],
                    'constraints': [models.UniqueConstraint(fields=('report', 'position'), name='place_of_evidence')],
                },
            ),
            migrations.CreateModel(
                name='Upload',
                fields=[
                    ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                    ('key_hash', models.BinaryField(max_length=32, unique=True)),
                    ('name_sealed', models.BinaryField()),
                    ('file_key_sealed', models.BinaryField()),
                    ('size', models.PositiveBigIntegerField(null=True)),
                    ('offset', models.PositiveBigIntegerField(default=0)),
                    ('turn', models.PositiveIntegerField(default=0)),
                    ('media_type', models.CharField(blank=True, default='', max_length=100)),
                    ('sha256', models.CharField(blank=True, default='', max_length=64)),
                    ('blob', models.CharField(blank=True, default='', max_length=64)),
                    ('findings', models.JSONField(default=list)),
                    ('expires_at', models.DateTimeField()),
                ],
                options={
                    'indexes': [models.Index(fields=['expires_at'], name='upload_expiry')],
                },
            ),
            migrations.CreateModel(
                name='EvidenceCopy',
                fields=[
                    ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                    ('evidence', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='copies', to='evidence.evidence')),
                    ('kind', models.CharField(choices=[('cleaned', 'cleaned'), ('masked', 'masked')], max_length=8)),
                    ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('made_at', models.DateTimeField()),
                    ('media_type', models.CharField(max_length=100)),
                    ('size', models.PositiveBigIntegerField()),
                    ('sha256', models.CharField(max_length=64)),
                    ('blob', models.CharField(max_length=64)),
                    ('key_sealed', models.BinaryField(default=b'')),
                    ('width', models.PositiveIntegerField(default=0)),
                    ('height', models.PositiveIntegerField(default=0)),
                    ('boxes', models.JSONField(default=list)),
                ],
                options={
                    'indexes': [models.Index(fields=['evidence', '-id'], name='copies_of_evidence')],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('kind', sinetra.apps.evidence.vocabulary.CopyKind['CLEANED'])), fields=('evidence',), name='one_cleaned_copy')],
                },
            ),
            migrations.CreateModel(
                name='CustodyEntry',
                fields=[
                    ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                    ('evidence', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='custody', to='evidence.evidence')),
                    ('what', models.CharField(choices=[('received', 'received'), ('quarantined', 'quarantined'), ('scanned', 'scanned'), ('cleaned', 'cleaned'), ('masked', 'masked'), ('viewed', 'viewed'), ('masked_viewed', 'masked_viewed'), ('downloaded', 'downloaded'), ('original_opened', 'original_opened')], max_length=16)),
                    ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('at', models.DateTimeField()),
                    ('note_sealed', models.BinaryField(default=b'')),
                ],
                options={
                    'indexes': [models.Index(fields=['evidence', '-id'], name='custody_of_evidence')],
                },
            ),
            migrations.CreateModel(
                name='Inspection',
                fields=[
                    ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                    ('evidence', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='inspection', to='evidence.evidence')),
                    ('refusal', models.CharField(blank=True, choices=[('kind', 'kind'), ('broken', 'broken'), ('large', 'large'), ('locked', 'locked'), ('limits', 'limits'), ('virus', 'virus')], default='', max_length=8)),
                    ('metadata_sealed', models.BinaryField(default=b'')),
                    ('likeness_sealed', models.BinaryField(default=b'')),
                    ('inspected_at', models.DateTimeField()),
                ],
                options={
                    'indexes': [models.Index(fields=['organisation', '-id'], name='inspection_newest')],
                },
            ),
            migrations.CreateModel(
                name='Likeness',
                fields=[
                    ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                    ('one', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='evidence.evidence')),
                    ('other', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='evidence.evidence')),
                    ('distance', models.PositiveSmallIntegerField()),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('one', 'other'), name='one_likeness_of_two'), models.CheckConstraint(condition=models.Q(('one__lt', models.F('other'))), name='likeness_in_order')],
                },
            ),
        ]),
    ]
