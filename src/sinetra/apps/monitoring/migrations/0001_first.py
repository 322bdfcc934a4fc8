import django.db.models.deletion
import django.utils.timezone
import sinetra.apps.base.row
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
                name='Feed',
                fields=[
                    ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                    ('name', models.CharField(max_length=120)),
                    ('address', models.CharField(max_length=2000)),
                    ('etag', models.CharField(default='', max_length=200)),
                    ('last_modified', models.CharField(default='', max_length=60)),
                    ('looked_at', models.DateTimeField(null=True)),
                    ('last_error', models.JSONField(default=dict)),
                    ('stopped_at', models.DateTimeField(null=True)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('organisation', 'address'), name='feed_once')],
                },
            ),
            migrations.CreateModel(
                name='PublishedStanding',
                fields=[
                    ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                    ('body', models.CharField(max_length=200)),
                    ('as_of', models.DateField()),
                    ('unit', models.CharField(choices=[('case', 'case'), ('person', 'person'), ('act', 'act')], max_length=8)),
                    ('total', models.PositiveIntegerField()),
                    ('lines', models.JSONField()),
                    ('source', models.CharField(max_length=300)),
                ],
                options={
                    'indexes': [models.Index(fields=['organisation', '-as_of', '-id'], name='standing_newest')],
                    'constraints': [models.UniqueConstraint(fields=('organisation', 'body', 'as_of', 'unit'), name='standing_once')],
                },
            ),
            migrations.CreateModel(
                name='WatchList',
                fields=[
                    ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                    ('name', models.CharField(max_length=80)),
                    ('words', models.JSONField(default=list)),
                    ('offices', models.JSONField(default=list)),
                    ('event_types', models.JSONField(default=list)),
                    ('regions', models.JSONField(default=list)),
                    ('stopped_at', models.DateTimeField(null=True)),
                ],
                options={
                    'indexes': [models.Index(fields=['organisation', '-id'], name='watch_list_newest')],
                },
            ),
            migrations.CreateModel(
                name='WeeklyDigest',
                fields=[
                    ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                    ('week', models.DateField()),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('organisation', 'week'), name='weekly_digest_once')],
                },
            ),
            migrations.CreateModel(
                name='Story',
                fields=[
                    ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                    ('title', models.CharField(max_length=300)),
                    ('event_type', models.CharField(max_length=24)),
                    ('event_date', models.DateField(null=True)),
                    ('region', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.region')),
                    ('state', models.CharField(choices=[('proposed', 'Proposed'), ('confirmed', 'Confirmed'), ('rejected', 'Rejected'), ('joined', 'Joined')], default='proposed', max_length=10)),
                    ('conflicts', models.JSONField(default=list)),
                    ('quoted', models.JSONField(default=list)),
                    ('affair_key', models.CharField(blank=True, default='', max_length=120)),
                    ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('decided_at', models.DateTimeField(null=True)),
                    ('into', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='joined', to='monitoring.story')),
                ],
                options={
                    'indexes': [models.Index(fields=['organisation', '-id'], name='story_newest'), models.Index(fields=['organisation', 'state', '-id'], name='story_by_state'), models.Index(fields=['organisation', 'event_type', '-id'], name='story_by_kind'), models.Index(fields=['organisation', 'region', '-id'], name='story_by_region'), models.Index(fields=['organisation', 'region', 'event_date'], name='story_by_region_day'), models.Index(fields=['organisation', 'affair_key'], name='story_by_affair'), models.Index(fields=['organisation', 'created_at'], name='story_by_week')],
                },
            ),
            migrations.CreateModel(
                name='Article',
                fields=[
                    ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                    ('story', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='articles', to='monitoring.story')),
                    ('source', models.CharField(max_length=500)),
                    ('sha256', models.CharField(max_length=64)),
                    ('capture', models.CharField(default='', max_length=64)),
                    ('media_type', models.CharField(default='', max_length=60)),
                    ('came_by', models.CharField(choices=[('file', 'File'), ('pasted', 'Pasted'), ('address', 'Address'), ('feed', 'Feed')], default='file', max_length=10)),
                    ('address', models.CharField(default='', max_length=2000)),
                    ('outlet', models.CharField(default='', max_length=200)),
                    ('title', models.CharField(default='', max_length=300)),
                    ('belongs', models.CharField(default='', max_length=64)),
                    ('page_number', models.PositiveSmallIntegerField(default=1)),
                    ('captured_at', models.DateTimeField()),
                    ('text', models.TextField()),
                    ('facts', models.JSONField()),
                    ('is_sample', models.BooleanField(default=False)),
                ],
                options={
                    'indexes': [models.Index(fields=['organisation', '-id'], name='article_newest'), models.Index(fields=['organisation', 'captured_at'], name='article_by_week'), models.Index(fields=['organisation', 'address'], name='article_by_address'), models.Index(fields=['organisation', 'outlet', 'story'], name='article_by_outlet'), models.Index(fields=['organisation', 'belongs'], name='article_by_pages')],
                    'constraints': [models.UniqueConstraint(fields=('organisation', 'sha256'), name='article_once')],
                },
            ),
            migrations.CreateModel(
                name='FeedEntry',
                fields=[
                    ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                    ('feed', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='monitoring.feed')),
                    ('address', models.CharField(max_length=2000)),
                    ('title', models.CharField(default='', max_length=300)),
                    ('read_at', models.DateTimeField(null=True)),
                    ('article', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='monitoring.article')),
                    ('error', models.JSONField(default=dict)),
                ],
                options={
                    'indexes': [models.Index(fields=['feed', '-id'], name='feed_entry_newest')],
                    'constraints': [models.UniqueConstraint(fields=('organisation', 'address'), name='feed_entry_once')],
                },
            ),
            migrations.CreateModel(
                name='ArticlePage',
                fields=[
                    ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                    ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pages', to='monitoring.article')),
                    ('number', models.PositiveSmallIntegerField()),
                    ('sha256', models.CharField(max_length=64)),
                    ('capture', models.CharField(max_length=64)),
                    ('media_type', models.CharField(default='', max_length=60)),
                    ('address', models.CharField(default='', max_length=2000)),
                    ('captured_at', models.DateTimeField()),
                ],
                options={
                    'indexes': [models.Index(fields=['organisation', 'address'], name='article_page_by_address')],
                    'constraints': [models.UniqueConstraint(fields=('organisation', 'sha256'), name='article_page_once')],
                },
            ),
            migrations.CreateModel(
                name='WatchHit',
                fields=[
                    ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                    ('watch_list', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='hits', to='monitoring.watchlist')),
                    ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='watch_hits', to='monitoring.article')),
                    ('matches', models.JSONField(default=list)),
                    ('seen_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('seen_at', models.DateTimeField(null=True)),
                ],
                options={
                    'indexes': [models.Index(fields=['organisation', 'watch_list', '-id'], name='watch_hit_newest'), models.Index(fields=['organisation', 'created_at'], name='watch_hit_by_week')],
                    'constraints': [models.UniqueConstraint(fields=('watch_list', 'article'), name='watch_hit_once')],
                },
            ),
            migrations.CreateModel(
                name='Correction',
                fields=[
                    ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                    ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='monitoring.article')),
                    ('field', models.CharField(max_length=40)),
                    ('verdict', models.CharField(choices=[('accepted', 'accepted'), ('corrected', 'corrected'), ('rejected', 'rejected'), ('added', 'added')], max_length=10)),
                    ('reader', models.JSONField(null=True)),
                    ('person', models.JSONField(null=True)),
                    ('reason', models.CharField(default='', max_length=500)),
                    ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('at', models.DateTimeField()),
                    ('taken_back_at', models.DateTimeField(null=True)),
                ],
                options={
                    'indexes': [models.Index(fields=['article', 'id'], name='correction_of_article')],
                },
            ),
            migrations.CreateModel(
                name='PublishedFigure',
                fields=[
                    ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                    ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='figures', to='monitoring.article')),
                    ('span', models.JSONField()),
                    ('value', models.PositiveIntegerField()),
                    ('unit', models.CharField(max_length=60)),
                    ('body', models.CharField(max_length=200)),
                    ('as_of', models.DateField()),
                    ('region', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.region')),
                ],
                options={
                    'indexes': [models.Index(fields=['organisation', '-id'], name='figure_newest')],
                    'constraints': [models.UniqueConstraint(fields=('article', 'span', 'unit'), name='figure_once')],
                },
            ),
            migrations.CreateModel(
                name='PressLead',
                fields=[
                    ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                    ('article', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='lead', to='monitoring.article')),
                    ('report', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='press_lead', to='reports.report')),
                ],
                options={
                    'abstract': False,
                },
            ),
        ]),
    ]
