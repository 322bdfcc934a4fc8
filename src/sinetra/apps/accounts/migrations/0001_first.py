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
        ('registry', '0001_first'),
    ]

    operations = [
        CreateTables([
            migrations.CreateModel(
                name='User',
                fields=[
                    ('password', models.CharField(max_length=128, verbose_name='password')),
                    ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                    ('username', models.CharField(max_length=60, unique=True)),
                    ('name', models.CharField(max_length=200)),
                    ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='accounts', to='registry.person')),
                    ('created_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('is_active', models.BooleanField(default=True)),
                    ('must_change_password', models.BooleanField(default=False)),
                ],
                options={
                    'indexes': [models.Index(fields=['organisation', 'name', 'id'], name='user_by_name')],
                },
            ),
            migrations.CreateModel(
                name='PasswordReset',
                fields=[
                    ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                    ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='resets', to=settings.AUTH_USER_MODEL)),
                    ('requested_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('confirmed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('expires_at', models.DateTimeField()),
                    ('confirmed_at', models.DateTimeField(null=True)),
                    ('cancelled_at', models.DateTimeField(null=True)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('confirmed_by__isnull', True), models.Q(('confirmed_by', models.F('requested_by')), _negated=True), _connector='OR'), name='reset_needs_two_persons')],
                },
            ),
            migrations.CreateModel(
                name='RoleGrant',
                fields=[
                    ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                    ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='grants', to=settings.AUTH_USER_MODEL)),
                    ('role', models.CharField(choices=[('bawaslu_staff', 'bawaslu_staff'), ('bawaslu_commissioner', 'bawaslu_commissioner'), ('custodian', 'custodian'), ('bkn_officer', 'bkn_officer'), ('bkpsdm_officer', 'bkpsdm_officer'), ('neutrality_team', 'neutrality_team'), ('inspectorate', 'inspectorate'), ('ppk', 'ppk'), ('press_officer', 'press_officer'), ('administrator', 'administrator'), ('auditor', 'auditor'), ('unit_organiser', 'unit_organiser')], max_length=24)),
                    ('region', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.region')),
                    ('unit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.unit')),
                    ('starts_on', models.DateField()),
                    ('ends_on', models.DateField()),
                    ('granted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('ended_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'indexes': [models.Index(fields=['user', 'starts_on', 'ends_on'], name='grant_on_a_day')],
                },
            ),
            migrations.CreateModel(
                name='ActivationSlip',
                fields=[
                    ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                    ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='slips', to=settings.AUTH_USER_MODEL)),
                    ('code_hash', models.CharField(max_length=64, unique=True)),
                    ('issued_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('expires_at', models.DateTimeField()),
                    ('used_at', models.DateTimeField(null=True)),
                    ('cancelled_at', models.DateTimeField(null=True)),
                ],
                options={
                    'abstract': False,
                },
            ),
        ]),
    ]
