import django.db.models.deletion
import django.utils.timezone
import sinetra.apps.base.row
import sinetra.apps.careers.vocabulary
import sinetra.core.ids
from django.conf import settings
from django.db import migrations, models

from sinetra.apps.base.create_tables import CreateTables


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('registry', '0002_declared_interests'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateTables([
            migrations.CreateModel(
                name='CareerPolicy',
                fields=[
                    ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                    ('title', models.CharField(max_length=200)),
                    ('number', models.CharField(max_length=120)),
                    ('dated_on', models.DateField()),
                    ('from_on', models.DateField()),
                    ('until_on', models.DateField(null=True)),
                    ('text', models.TextField()),
                    ('end_reason', models.CharField(blank=True, default='', max_length=300)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                    ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'indexes': [models.Index(fields=['organisation', '-from_on', '-id'], name='career_policy_newest')],
                    'constraints': [models.UniqueConstraint(fields=('organisation', 'number'), name='career_policy_once'), models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gte', models.F('from_on')), _connector='OR'), name='career_policy_span')],
                },
            ),
            migrations.CreateModel(
                name='CareerStep',
                fields=[
                    ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                    ('kind', models.CharField(choices=[('development', 'development'), ('training', 'training'), ('promotion', 'promotion'), ('appointment', 'appointment'), ('transfer', 'transfer'), ('dismissal', 'dismissal')], max_length=12)),
                    ('decision', models.CharField(choices=[('proposed', 'proposed'), ('granted', 'granted'), ('refused', 'refused'), ('withdrawn', 'withdrawn'), ('cancelled', 'cancelled')], default=sinetra.apps.careers.vocabulary.Decision['PROPOSED'], max_length=10)),
                    ('reason', models.CharField(choices=[('vacancy', 'vacancy'), ('selection', 'selection'), ('competence', 'competence'), ('performance', 'performance'), ('own_request', 'own_request'), ('term_end', 'term_end'), ('retirement', 'retirement'), ('reorganisation', 'reorganisation'), ('final_penalty', 'final_penalty'), ('court_ruling', 'court_ruling'), ('other', 'other')], max_length=16)),
                    ('title', models.CharField(max_length=200)),
                    ('position', models.CharField(blank=True, choices=[('jpt_utama', 'jpt_utama'), ('jpt_madya', 'jpt_madya'), ('jpt_pratama', 'jpt_pratama'), ('administrator', 'administrator'), ('supervisor', 'supervisor'), ('functional', 'functional'), ('executor', 'executor'), ('camat', 'camat'), ('lurah', 'lurah'), ('school_head', 'school_head'), ('teacher', 'teacher'), ('other', 'other')], default='', max_length=16)),
                    ('proposed_on', models.DateField()),
                    ('effective_on', models.DateField(null=True)),
                    ('decided_on', models.DateField(null=True)),
                    ('decision_number', models.CharField(blank=True, default='', max_length=120)),
                    ('decider_name', models.CharField(blank=True, default='', max_length=200)),
                    ('decider_title', models.CharField(blank=True, default='', max_length=200)),
                    ('decider_kind', models.CharField(blank=True, choices=[('definitive', 'definitive'), ('plt', 'plt'), ('plh', 'plh'), ('pjs', 'pjs'), ('pj', 'pj')], default='', max_length=12)),
                    ('decider_certainty', models.CharField(blank=True, choices=[('settled', 'settled'), ('open', 'open'), ('contested', 'contested'), ('unknown', 'unknown')], default='', max_length=12)),
                    ('ended_on', models.DateField(null=True)),
                    ('penalty_number', models.CharField(blank=True, default='', max_length=120)),
                    ('penalty_on', models.DateField(null=True)),
                    ('grounds_sealed', models.BinaryField()),
                    ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                    ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person')),
                    ('policy', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='careers.careerpolicy')),
                    ('to_unit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.unit')),
                    ('unit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.unit')),
                    ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'indexes': [models.Index(fields=['organisation', '-id'], name='career_step_newest'), models.Index(fields=['organisation', 'decision', '-id'], name='career_step_by_decision'), models.Index(fields=['person', '-id'], name='career_step_of_person')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('person__isnull', False), ('unit__isnull', False), _connector='OR'), name='career_step_of_somebody'), models.CheckConstraint(condition=models.Q(models.Q(('reason', sinetra.apps.careers.vocabulary.Reason['FINAL_PENALTY']), _negated=True), models.Q(models.Q(('penalty_number', ''), _negated=True), ('penalty_on__isnull', False)), _connector='OR'), name='career_step_penalty_is_final')],
                },
            ),
            migrations.CreateModel(
                name='CareerTally',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('figure', models.CharField(choices=[('decision', 'decision'), ('check', 'check')], max_length=8)),
                    ('day', models.DateField()),
                    ('kind', models.CharField(blank=True, default='', max_length=12)),
                    ('code', models.CharField(max_length=16)),
                    ('reason', models.CharField(blank=True, default='', max_length=16)),
                    ('count', models.PositiveIntegerField(default=0)),
                    ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('organisation', 'figure', 'day', 'kind', 'code', 'reason'), name='career_tally_once')],
                },
            ),
            migrations.CreateModel(
                name='TransferCheck',
                fields=[
                    ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                    ('facts', models.JSONField()),
                    ('result', models.JSONField()),
                    ('verdict', models.CharField(max_length=16)),
                    ('effective_on', models.DateField(null=True)),
                    ('checked_on', models.DateField()),
                    ('law', models.CharField(max_length=64)),
                    ('checked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                    ('step', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='checks', to='careers.careerstep')),
                ],
                options={
                    'indexes': [models.Index(fields=['organisation', '-id'], name='transfer_check_newest'), models.Index(fields=['step', '-id'], name='transfer_check_of_step')],
                },
            ),
            migrations.CreateModel(
                name='TransferFile',
                fields=[
                    ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                    ('sha256', models.CharField(max_length=64)),
                    ('rows', models.PositiveIntegerField()),
                    ('counts', models.JSONField(default=dict)),
                    ('bad_rows', models.PositiveIntegerField(default=0)),
                    ('checked_on', models.DateField()),
                    ('law', models.CharField(max_length=64)),
                    ('checked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                ],
                options={
                    'indexes': [models.Index(fields=['organisation', '-id'], name='transfer_file_newest')],
                    'constraints': [models.UniqueConstraint(fields=('organisation', 'sha256'), name='transfer_file_once')],
                },
            ),
            migrations.CreateModel(
                name='TransferLetter',
                fields=[
                    ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                    ('kind', models.CharField(choices=[('permit', 'permit'), ('approval', 'approval'), ('cancellation', 'cancellation')], max_length=12)),
                    ('state', models.CharField(choices=[('issued', 'issued'), ('revoked', 'revoked')], default=sinetra.apps.careers.vocabulary.LetterState['ISSUED'], max_length=8)),
                    ('number', models.CharField(max_length=120)),
                    ('dated_on', models.DateField()),
                    ('blob', models.CharField(max_length=200)),
                    ('sha256', models.CharField(max_length=64)),
                    ('code_hash', models.CharField(max_length=64, unique=True)),
                    ('end_reason', models.CharField(blank=True, default='', max_length=300)),
                    ('issued_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                    ('step', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='letters', to='careers.careerstep')),
                ],
                options={
                    'indexes': [models.Index(fields=['step', '-id'], name='transfer_letter_of_step')],
                    'constraints': [models.UniqueConstraint(fields=('organisation', 'number'), name='transfer_letter_number_once')],
                },
            ),
        ]),
    ]
