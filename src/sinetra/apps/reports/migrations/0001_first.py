import django.db.models.deletion
import django.utils.timezone
import sinetra.apps.base.row
import sinetra.apps.reports.vocabulary
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
                name='CustodyNaming',
                fields=[
                    ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                    ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='custody_namings', to=settings.AUTH_USER_MODEL)),
                    ('post', models.CharField(choices=[('custodian', 'custodian'), ('deputy', 'deputy')], max_length=12)),
                    ('decision', models.CharField(max_length=200)),
                    ('starts_on', models.DateField()),
                    ('ends_on', models.DateField()),
                    ('ended_at', models.DateTimeField(null=True)),
                ],
                options={
                    'indexes': [models.Index(fields=['organisation', '-ends_on', 'id'], name='custody_naming_latest')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='custody_naming_in_order')],
                },
            ),
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
                    ('post', models.CharField(choices=[('custodian', 'custodian'), ('deputy', 'deputy')], default=sinetra.apps.reports.vocabulary.Post['CUSTODIAN'], max_length=12)),
                    ('holder', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(condition=models.Q(('retired_at__isnull', True)), fields=('organisation', 'post'), name='one_key_of_a_post_in_use')],
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
                    ('state', models.CharField(choices=[('new', 'new'), ('opened', 'opened'), ('joined', 'joined'), ('kept', 'kept'), ('set_aside', 'set_aside'), ('erased', 'erased')], default=sinetra.apps.reports.vocabulary.ReportState['NEW'], max_length=12)),
                    ('election', models.CharField(blank=True, default='', max_length=60)),
                    ('filed_at', models.DateTimeField()),
                    ('filed_on', models.DateField()),
                    ('due', models.JSONField(default=list)),
                    ('due_on', models.DateField(null=True)),
                    ('sign_by', models.DateField(null=True)),
                    ('signed_on', models.DateField(null=True)),
                    ('code_hash', models.BinaryField(max_length=32, unique=True)),
                    ('key_hash', models.BinaryField(max_length=32, unique=True)),
                    ('content_hash', models.BinaryField(max_length=32)),
                    ('news_sealed', models.BinaryField(null=True)),
                    ('joined_at', models.DateTimeField(null=True)),
                    ('joined_on', models.DateField(null=True)),
                    ('is_copy', models.BooleanField(default=False)),
                ],
                options={
                    'indexes': [models.Index(fields=['organisation', 'state', 'filed_at', 'id'], name='report_inbox'), models.Index(fields=['organisation', 'state', 'due_on', 'id'], name='report_due'), models.Index(condition=models.Q(('sign_by__isnull', False), ('signed_on__isnull', True), ('state', sinetra.apps.reports.vocabulary.ReportState['NEW'])), fields=['sign_by', 'id'], name='report_unsigned'), models.Index(fields=['organisation', 'happened_on', 'id'], name='report_event'), ],
                },
            ),
            migrations.CreateModel(
                name='NewsList',
                fields=[
                    ('day', models.DateField(primary_key=True, serialize=False)),
                    ('tokens', models.BinaryField()),
                ],
            ),
            migrations.CreateModel(
                name='ReplyText',
                fields=[
                    ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                    ('stands_for', models.CharField(blank=True, default='', max_length=40)),
                    ('title', models.CharField(max_length=80)),
                    ('text', models.CharField(max_length=1000)),
                    ('retired_at', models.DateTimeField(null=True)),
                ],
                options={
                    'indexes': [models.Index(fields=['organisation', 'retired_at', 'title'], name='reply_text_in_use')],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('retired_at__isnull', True), models.Q(('stands_for', ''), _negated=True)), fields=('organisation', 'stands_for'), name='one_reply_for_a_default')],
                },
            ),
            migrations.CreateModel(
                name='FilingProof',
                fields=[
                    ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                    ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='proofs', to='reports.report')),
                    ('edition', models.PositiveSmallIntegerField(default=1)),
                    ('nonce_sealed', models.BinaryField()),
                    ('evidence', models.CharField(blank=True, default='', max_length=64)),
                    ('sha256', models.CharField(max_length=64)),
                    ('blob', models.CharField(blank=True, default='', max_length=100)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('report', 'edition'), name='filing_proof_edition_once')],
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
                    ('also', models.JSONField(default=dict)),
                    ('keeper', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                ],
                options={
                    'indexes': [models.Index(fields=['organisation', '-id'], name='identity_newest'), models.Index(fields=['keeper', '-id'], name='identity_of_keeper')],
                },
            ),
            migrations.CreateModel(
                name='Message',
                fields=[
                    ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                    ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='messages', to='reports.report')),
                    ('by_office', models.BooleanField()),
                    ('mark', models.CharField(choices=[('message', 'message'), ('completion', 'completion'), ('withdrawal', 'withdrawal'), ('retaliation', 'retaliation'), ('no_retaliation', 'no_retaliation'), ('evidence', 'evidence')], default=sinetra.apps.reports.vocabulary.Mark['MESSAGE'], max_length=16)),
                    ('message_sealed', models.BinaryField()),
                    ('key_hash', models.BinaryField(max_length=32, unique=True)),
                    ('sent_at', models.DateTimeField()),
                    ('sent_on', models.DateField()),
                    ('read_at', models.DateTimeField(null=True)),
                ],
                options={
                    'indexes': [models.Index(fields=['report', 'sent_at', 'id'], name='message_of_report'), models.Index(condition=models.Q(('by_office', False), ('read_at__isnull', True)), fields=['organisation', 'sent_at', 'id'], name='message_unread')],
                },
            ),
            migrations.CreateModel(
                name='Seen',
                fields=[
                    ('report', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='seen', serialize=False, to='reports.report')),
                    ('until', models.DateTimeField()),
                ],
            ),
        ]),
    ]
