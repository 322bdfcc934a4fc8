import django.db.models.deletion
import django.utils.timezone
import sinetra.apps.advice.vocabulary
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
    ]

    operations = [
        CreateTables([
            migrations.CreateModel(
                name='Question',
                fields=[
                    ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                    ('state', models.CharField(choices=[('new', 'new'), ('answered', 'answered')], default=sinetra.apps.advice.vocabulary.QuestionState['NEW'], max_length=8)),
                    ('asked_on', models.DateField()),
                    ('text_sealed', models.BinaryField()),
                    ('facts_sealed', models.BinaryField()),
                    ('answer_sealed', models.BinaryField(null=True)),
                    ('answered_on', models.DateField(null=True)),
                    ('answered_at', models.DateTimeField(null=True)),
                    ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('code_hash', models.BinaryField(max_length=32, unique=True)),
                    ('key_hash', models.BinaryField(max_length=32, unique=True)),
                    ('content_hash', models.BinaryField(max_length=32)),
                ],
                options={
                    'indexes': [models.Index(fields=['organisation', 'state', 'asked_on', 'id'], name='question_worklist'), models.Index(fields=['state', 'answered_at'], name='question_to_erase')],
                },
            ),
            migrations.CreateModel(
                name='Mediation',
                fields=[
                    ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                    ('state', models.CharField(choices=[('new', 'new'), ('offered', 'offered'), ('agreed', 'agreed'), ('held', 'held'), ('closed', 'closed'), ('declined', 'declined'), ('withdrawn', 'withdrawn')], default=sinetra.apps.advice.vocabulary.MediationState['NEW'], max_length=10)),
                    ('outcome', models.CharField(blank=True, choices=[('agreement', 'agreement'), ('partly', 'partly'), ('no_agreement', 'no_agreement')], default='', max_length=16)),
                    ('asked_on', models.DateField()),
                    ('moved_at', models.DateTimeField()),
                    ('ended_on', models.DateField(null=True)),
                    ('ended_at', models.DateTimeField(null=True)),
                    ('asker_agreed_on', models.DateField(null=True)),
                    ('invited_agreed_on', models.DateField(null=True)),
                    ('handled_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('ties', models.TextField(blank=True, default='')),
                    ('request_sealed', models.BinaryField()),
                    ('offer_sealed', models.BinaryField(null=True)),
                    ('talk_sealed', models.BinaryField(null=True)),
                    ('code_hash', models.BinaryField(max_length=32, unique=True)),
                    ('invited_hash', models.BinaryField(max_length=32, unique=True)),
                    ('key_hash', models.BinaryField(max_length=32, unique=True)),
                    ('content_hash', models.BinaryField(max_length=32)),
                ],
                options={
                    'indexes': [models.Index(fields=['organisation', 'state', 'asked_on', 'id'], name='mediation_worklist'), models.Index(fields=['state', 'ended_at'], name='mediation_to_erase')],
                },
            ),
            migrations.CreateModel(
                name='Opinion',
                fields=[
                    ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                    ('state', models.CharField(choices=[('draft', 'draft'), ('published', 'published'), ('withdrawn', 'withdrawn')], default=sinetra.apps.advice.vocabulary.OpinionState['DRAFT'], max_length=10)),
                    ('title', models.CharField(max_length=160)),
                    ('question', models.TextField()),
                    ('answer', models.TextField()),
                    ('law_date', models.DateField()),
                    ('norms', models.JSONField(default=list)),
                    ('search_text', models.TextField()),
                    ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('checked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('published_on', models.DateField(null=True)),
                    ('withdrawn_on', models.DateField(null=True)),
                    ('withdrawn_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('reason', models.CharField(blank=True, default='', max_length=500)),
                ],
                options={
                    'indexes': [models.Index(fields=['state', '-published_on', '-id'], name='opinion_library'), models.Index(fields=['organisation', '-id'], name='opinion_newest')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('checked_by__isnull', True), models.Q(('checked_by', models.F('written_by')), _negated=True), _connector='OR'), name='opinion_two_persons')],
                },
            ),
        ]),
    ]
