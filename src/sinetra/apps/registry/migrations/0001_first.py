import django.db.models.deletion
import django.utils.timezone
import sinetra.apps.base.row
import sinetra.core.clock.confidence
import sinetra.core.ids
import sinetra.core.law.words
from django.db import migrations, models

from sinetra.apps.base.create_tables import CreateTables


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        CreateTables([
            migrations.CreateModel(
                name='Region',
                fields=[
                    ('code', models.CharField(max_length=13, primary_key=True, serialize=False)),
                    ('name', models.CharField(max_length=120)),
                    ('search_name', models.CharField(db_index=True, max_length=120)),
                    ('level', models.CharField(choices=[('province', 'province'), ('city', 'city'), ('district', 'district'), ('village', 'village')], max_length=8)),
                    ('parent', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='registry.region')),
                    ('edition', models.CharField(max_length=40)),
                ],
                options={
                    'indexes': [models.Index(fields=['level', 'code'], name='region_level')],
                },
            ),
            migrations.CreateModel(
                name='Organisation',
                fields=[
                    ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                    ('name', models.CharField(max_length=200)),
                    ('short_name', models.CharField(max_length=60)),
                    ('kind', models.CharField(choices=[('bawaslu', 'bawaslu'), ('kpu', 'kpu'), ('bkn', 'bkn'), ('kasn', 'kasn'), ('dkpp', 'dkpp'), ('local_government', 'local_government'), ('inspectorate', 'inspectorate'), ('ministry', 'ministry'), ('mendagri', 'mendagri'), ('menpanrb', 'menpanrb'), ('polri', 'polri'), ('tni', 'tni'), ('prosecutor', 'prosecutor'), ('other', 'other')], max_length=20)),
                    ('level', models.CharField(choices=[('national', 'national'), ('province', 'province'), ('city', 'city'), ('district', 'district')], max_length=10)),
                    ('region', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.region')),
                    ('parent', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='registry.organisation')),
                    ('public_key', models.BinaryField(max_length=32, null=True)),
                    ('is_demo', models.BooleanField(default=False)),
                    ('zone', models.CharField(blank=True, choices=[('WIB', 'WIB'), ('WITA', 'WITA'), ('WIT', 'WIT')], default='', max_length=4)),
                    ('work_week', models.PositiveSmallIntegerField(default=5)),
                ],
                options={
                    'indexes': [models.Index(fields=['kind', 'region'], name='organisation_kind_region')],
                    'constraints': [models.UniqueConstraint(fields=('kind', 'name'), name='organisation_once'), models.CheckConstraint(condition=models.Q(('organisation', models.F('id'))), name='organisation_owns_itself'), models.CheckConstraint(condition=models.Q(('work_week__in', (5, 6))), name='organisation_week_of_5_or_6')],
                },
            ),
            migrations.CreateModel(
                name='CampaignLeave',
                fields=[
                    ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                    ('holder_name', models.CharField(max_length=200)),
                    ('from_on', models.DateField()),
                    ('until_on', models.DateField()),
                    ('source', models.CharField(max_length=300)),
                    ('confidence', models.CharField(choices=[('terverifikasi', 'terverifikasi'), ('pers', 'pers'), ('perlu-cek', 'perlu-cek')], default=sinetra.core.clock.confidence.Confidence['UNCHECKED'], max_length=16)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('organisation', 'holder_name', 'from_on'), name='campaign_leave_once'), models.CheckConstraint(condition=models.Q(('until_on__gte', models.F('from_on'))), name='campaign_leave_days_in_order')],
                },
            ),
            migrations.CreateModel(
                name='ElectionPair',
                fields=[
                    ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                    ('election', models.CharField(max_length=60)),
                    ('region', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.region')),
                    ('number', models.PositiveSmallIntegerField(null=True)),
                    ('head_name', models.CharField(blank=True, default='', max_length=200)),
                    ('deputy_name', models.CharField(blank=True, default='', max_length=200)),
                    ('head_is_incumbent', models.BooleanField(default=False)),
                    ('deputy_is_incumbent', models.BooleanField(default=False)),
                    ('is_empty_column', models.BooleanField(default=False)),
                    ('runs_from', models.DateField(null=True)),
                    ('withdrawn_on', models.DateField(null=True)),
                    ('source', models.CharField(max_length=300)),
                    ('confidence', models.CharField(choices=[('terverifikasi', 'terverifikasi'), ('pers', 'pers'), ('perlu-cek', 'perlu-cek')], default=sinetra.core.clock.confidence.Confidence['UNCHECKED'], max_length=16)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(condition=models.Q(('number__isnull', False)), fields=('election', 'region', 'number'), name='pair_number_once'), models.CheckConstraint(condition=models.Q(models.Q(('deputy_name', ''), ('head_name', ''), ('is_empty_column', True)), models.Q(('is_empty_column', False), models.Q(('head_name', ''), _negated=True)), _connector='OR'), name='pair_has_a_name_or_is_empty')],
                },
            ),
            migrations.CreateModel(
                name='RuleLength',
                fields=[
                    ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                    ('rule', models.CharField(max_length=40)),
                    ('length', models.PositiveSmallIntegerField()),
                    ('reason', models.CharField(max_length=500)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('organisation', 'rule'), name='rule_length_once'), models.CheckConstraint(condition=models.Q(('length__gte', 1)), name='rule_length_of_something')],
                },
            ),
            migrations.CreateModel(
                name='Unit',
                fields=[
                    ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                    ('code', models.CharField(max_length=40)),
                    ('name', models.CharField(max_length=200)),
                    ('kind', models.CharField(choices=[('dinas', 'dinas'), ('badan', 'badan'), ('kantor', 'kantor'), ('bagian', 'bagian'), ('kecamatan', 'kecamatan'), ('kelurahan', 'kelurahan'), ('desa', 'desa'), ('sekretariat', 'sekretariat'), ('inspektorat', 'inspektorat'), ('puskesmas', 'puskesmas'), ('sekolah', 'sekolah'), ('other', 'other')], max_length=12)),
                    ('parent', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='registry.unit')),
                    ('region', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.region')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('organisation', 'code'), name='unit_code_once')],
                },
            ),
            migrations.CreateModel(
                name='Headcount',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                    ('unit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.unit')),
                    ('status', models.CharField(max_length=24)),
                    ('position', models.CharField(max_length=16)),
                    ('as_of', models.DateField()),
                    ('number', models.PositiveIntegerField()),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('organisation', 'as_of', 'unit', 'status', 'position'), name='headcount_once')],
                },
            ),
            migrations.CreateModel(
                name='Person',
                fields=[
                    ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                    ('name', models.CharField(max_length=200)),
                    ('status', models.CharField(choices=[('pns', 'pns'), ('cpns', 'cpns'), ('pppk', 'pppk'), ('pppk_part_time', 'pppk_part_time'), ('non_asn', 'non_asn'), ('tni', 'tni'), ('polri', 'polri'), ('village_head', 'village_head'), ('village_official', 'village_official'), ('village_council', 'village_council'), ('state_official', 'state_official'), ('regional_head', 'regional_head'), ('acting_regional_head', 'acting_regional_head'), ('soe_official', 'soe_official'), ('election_official', 'election_official'), ('none', 'none')], max_length=24)),
                    ('nip', models.CharField(blank=True, default='', max_length=18)),
                    ('unit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='people', to='registry.unit')),
                    ('position', models.CharField(choices=[('jpt_utama', 'jpt_utama'), ('jpt_madya', 'jpt_madya'), ('jpt_pratama', 'jpt_pratama'), ('administrator', 'administrator'), ('supervisor', 'supervisor'), ('functional', 'functional'), ('executor', 'executor'), ('camat', 'camat'), ('lurah', 'lurah'), ('school_head', 'school_head'), ('teacher', 'teacher'), ('other', 'other')], default=sinetra.core.law.words.Position['OTHER'], max_length=16)),
                    ('position_title', models.CharField(blank=True, default='', max_length=200)),
                    ('is_active', models.BooleanField(default=True)),
                ],
                options={
                    'indexes': [models.Index(fields=['organisation', 'name', 'id'], name='person_by_name'), models.Index(fields=['organisation', 'nip'], name='person_by_nip')],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('nip', ''), _negated=True), fields=('organisation', 'nip'), name='person_nip_once')],
                },
            ),
            migrations.CreateModel(
                name='HeldRole',
                fields=[
                    ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                    ('role', models.CharField(choices=[('ppk', 'ppk'), ('regional_head', 'regional_head'), ('deputy_regional_head', 'deputy_regional_head'), ('regional_secretary', 'regional_secretary'), ('authorised_official', 'authorised_official')], max_length=24)),
                    ('kind', models.CharField(choices=[('definitive', 'definitive'), ('plt', 'plt'), ('plh', 'plh'), ('pjs', 'pjs'), ('pj', 'pj')], max_length=12)),
                    ('holder_name', models.CharField(max_length=200)),
                    ('holder_title', models.CharField(blank=True, default='', max_length=200)),
                    ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='held_roles', to='registry.person')),
                    ('from_on', models.DateField()),
                    ('until_on', models.DateField(null=True)),
                    ('reason', models.CharField(blank=True, default='', max_length=300)),
                    ('source', models.CharField(max_length=300)),
                    ('confidence', models.CharField(choices=[('terverifikasi', 'terverifikasi'), ('pers', 'pers'), ('perlu-cek', 'perlu-cek')], default=sinetra.core.clock.confidence.Confidence['UNCHECKED'], max_length=16)),
                ],
                options={
                    'indexes': [models.Index(fields=['organisation', 'role', 'from_on'], name='held_role_on')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gte', models.F('from_on')), _connector='OR'), name='held_role_days_in_order')],
                },
            ),
            migrations.CreateModel(
                name='PersonNumber',
                fields=[
                    ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='earlier_numbers', to='registry.person')),
                    ('number', models.CharField(max_length=18)),
                    ('until_on', models.DateField()),
                ],
                options={
                    'indexes': [models.Index(fields=['organisation', 'number'], name='person_earlier_number')],
                },
            ),
        ]),
    ]
