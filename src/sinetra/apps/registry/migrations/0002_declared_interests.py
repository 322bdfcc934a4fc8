import django.db.models.deletion
import django.utils.timezone
import sinetra.apps.base.row
import sinetra.core.clock.confidence
import sinetra.core.ids
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_first'),
        ('cases', '0001_first'),
        ('registry', '0001_first'),
    ]

    operations = [
        migrations.CreateModel(
            name='DeclaredInterest',
            fields=[
                ('id', models.UUIDField(default=sinetra.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                ('version', models.PositiveIntegerField(default=1)),
                ('salt', models.BinaryField(default=sinetra.apps.base.row.new_salt, max_length=16)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('office', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                ('holder_name', models.CharField(blank=True, default='', max_length=200)),
                ('tie', models.CharField(choices=[('candidate', 'candidate'), ('spouse', 'spouse'), ('parent_child', 'parent_child'), ('sibling', 'sibling'), ('in_law', 'in_law'), ('reported', 'reported'), ('reported_superior', 'reported_superior'), ('was_ordered', 'was_ordered'), ('gave_order', 'gave_order')], max_length=20)),
                ('pair', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.electionpair')),
                ('matter', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.matter')),
                ('from_on', models.DateField()),
                ('until_on', models.DateField(null=True)),
                ('by_office', models.BooleanField(default=False)),
                ('source', models.CharField(max_length=300)),
                ('confidence', models.CharField(choices=[('terverifikasi', 'terverifikasi'), ('pers', 'pers'), ('perlu-cek', 'perlu-cek')], default=sinetra.core.clock.confidence.Confidence['UNCHECKED'], max_length=16)),
            ],
            options={
                'indexes': [models.Index(fields=['organisation', '-from_on', '-id'], name='interest_newest')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('holder_name', ''), ('office__isnull', True), ('user__isnull', False)), models.Q(('office__isnull', False), ('user__isnull', True), models.Q(('holder_name', ''), _negated=True)), _connector='OR'), name='interest_of_somebody'), models.CheckConstraint(condition=models.Q(models.Q(('matter__isnull', True), ('pair__isnull', False)), models.Q(('matter__isnull', False), ('pair__isnull', True)), _connector='OR'), name='interest_in_one_thing'), models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gte', models.F('from_on')), _connector='OR'), name='interest_days_in_order')],
            },
        ),
    ]
