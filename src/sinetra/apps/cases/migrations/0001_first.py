

import django.db.models.deletion
import django.utils.timezone
import sinetra.apps.base.row
import sinetra.apps.reports.law_clock
import sinetra.core.ids
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('registry', '0002_person_by_nip'),
        ('reports', '0001_first'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Matter',
            fields=[
                ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('version', models.PositiveIntegerField(default=1)),
                ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('number', models.CharField(max_length=60)),
                ('year', models.PositiveSmallIntegerField()),
                ('sequence', models.PositiveIntegerField()),
                ('kind', models.CharField(choices=[('report', 'report'), ('initial_information', 'initial_information'), ('handed_over', 'handed_over')], max_length=24)),
                ('state', models.CharField(choices=[('initial_information', 'initial_information'), ('tracing', 'tracing'), ('supervision_report', 'supervision_report'), ('finding', 'finding'), ('report_received', 'report_received'), ('withdrawn', 'withdrawn'), ('initial_study', 'initial_study'), ('repair', 'repair'), ('complete', 'complete'), ('not_registered', 'not_registered'), ('transferred', 'transferred'), ('taken_over', 'taken_over'), ('registered', 'registered'), ('clarification', 'clarification'), ('study', 'study'), ('plenary', 'plenary'), ('stopped', 'stopped'), ('forwarded', 'forwarded'), ('returned', 'returned'), ('acknowledged', 'acknowledged'), ('status_announced', 'status_announced'), ('closed', 'closed'), ('sent', 'sent'), ('received', 'received')], max_length=24)),
                ('election', models.CharField(blank=True, default='', max_length=60)),
                ('regime', models.CharField(choices=[('pilkada', 'pilkada'), ('pemilu', 'pemilu'), ('none', 'none')], default=sinetra.apps.reports.law_clock.Regime['NONE'], max_length=8)),
                ('acts', models.JSONField(default=list)),
                ('happened_on', models.DateField(null=True)),
                ('facts_sealed', models.BinaryField(null=True)),
                ('opened_at', models.DateTimeField()),
                ('opened_on', models.DateField()),
                ('outcome', models.CharField(blank=True, choices=[('not_proven', 'not_proven'), ('not_registered', 'not_registered'), ('out_of_competence', 'out_of_competence'), ('handed_over', 'handed_over'), ('followed_up', 'followed_up')], default='', max_length=24)),
                ('closed_at', models.DateTimeField(null=True)),
                ('handler', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                ('region', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.region')),
                ('report', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='matter', to='reports.report')),
            ],
        ),
        migrations.CreateModel(
            name='HandOver',
            fields=[
                ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('version', models.PositiveIntegerField(default=1)),
                ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('direction', models.CharField(choices=[('outgoing', 'outgoing'), ('incoming', 'incoming')], max_length=8)),
                ('state', models.CharField(choices=[('sent', 'sent'), ('received', 'received'), ('acknowledged', 'acknowledged'), ('returned', 'returned')], max_length=12)),
                ('counterpart_kind', models.CharField(max_length=20)),
                ('counterpart_name', models.CharField(max_length=200)),
                ('package_id', models.UUIDField()),
                ('package_digest', models.CharField(max_length=64)),
                ('package_sealed', models.BinaryField()),
                ('reply_id', models.UUIDField(null=True)),
                ('reply_digest', models.CharField(blank=True, default='', max_length=64)),
                ('reply_sealed', models.BinaryField(null=True)),
                ('sent_at', models.DateTimeField()),
                ('received_at', models.DateTimeField(null=True)),
                ('acknowledged_at', models.DateTimeField(null=True)),
                ('returned_at', models.DateTimeField(null=True)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='hand_overs', to='cases.matter')),
            ],
        ),
        migrations.CreateModel(
            name='Clock',
            fields=[
                ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('version', models.PositiveIntegerField(default=1)),
                ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('rule', models.CharField(max_length=40)),
                ('started_on', models.DateField()),
                ('due_on', models.DateField()),
                ('due_at', models.DateTimeField()),
                ('told', models.JSONField()),
                ('calendar_version', models.CharField(max_length=16)),
                ('done_at', models.DateTimeField(null=True)),
                ('done_on', models.DateField(null=True)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='clocks', to='cases.matter')),
            ],
        ),
        migrations.CreateModel(
            name='MatterNumber',
            fields=[
                ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('version', models.PositiveIntegerField(default=1)),
                ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('year', models.PositiveSmallIntegerField()),
                ('last', models.PositiveIntegerField(default=0)),
                ('pattern', models.CharField(default='{sequence:03}/{year}', max_length=60)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
            ],
        ),
        migrations.CreateModel(
            name='Step',
            fields=[
                ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('version', models.PositiveIntegerField(default=1)),
                ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('code', models.CharField(choices=[('filed', 'filed'), ('kept_as_initial_information', 'kept_as_initial_information'), ('opened', 'opened'), ('identity_opened', 'identity_opened'), ('study_started', 'study_started'), ('registered', 'registered'), ('tracing_started', 'tracing_started'), ('study_extended', 'study_extended'), ('plenary', 'plenary'), ('forwarded', 'forwarded'), ('received', 'received'), ('acknowledged', 'acknowledged'), ('returned', 'returned'), ('closed', 'closed'), ('clock_moved', 'clock_moved'), ('handler_changed', 'handler_changed')], max_length=32)),
                ('params', models.JSONField(default=dict)),
                ('public_text', models.BooleanField(default=False)),
                ('at', models.DateTimeField()),
                ('on', models.DateField()),
                ('place', models.PositiveSmallIntegerField()),
                ('matter', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='cases.matter')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                ('report', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='reports.report')),
            ],
        ),
        migrations.AddIndex(
            model_name='matter',
            index=models.Index(fields=['organisation', '-opened_at', '-id'], name='matter_newest'),
        ),
        migrations.AddIndex(
            model_name='matter',
            index=models.Index(fields=['organisation', 'state', '-opened_at', '-id'], name='matter_by_state'),
        ),
        migrations.AddConstraint(
            model_name='matter',
            constraint=models.UniqueConstraint(fields=('organisation', 'year', 'sequence'), name='matter_number_once'),
        ),
        migrations.AddIndex(
            model_name='handover',
            index=models.Index(fields=['organisation', 'direction', 'state', 'sent_at', 'id'], name='hand_over_open'),
        ),
        migrations.AddConstraint(
            model_name='handover',
            constraint=models.UniqueConstraint(fields=('organisation', 'direction', 'package_id'), name='hand_over_once'),
        ),
        migrations.AddIndex(
            model_name='clock',
            index=models.Index(condition=models.Q(('done_at__isnull', True)), fields=['organisation', 'due_on', 'id'], name='clock_running'),
        ),
        migrations.AddIndex(
            model_name='clock',
            index=models.Index(fields=['matter', 'due_on'], name='clock_of_matter'),
        ),
        migrations.AddConstraint(
            model_name='matternumber',
            constraint=models.UniqueConstraint(fields=('organisation', 'year'), name='matter_numbering_once'),
        ),
        migrations.AddIndex(
            model_name='step',
            index=models.Index(fields=['matter', 'at', 'place'], name='step_of_matter'),
        ),
        migrations.AddIndex(
            model_name='step',
            index=models.Index(fields=['report', 'at', 'place'], name='step_of_report'),
        ),
    ]
