"""What the page "Hitung tenggat" asks; it travels in the address, so that a computation can be sent and checked."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.base.catalogue import clock
from sinetra.core.clock.counting import JointLeave
from sinetra.core.clock.deadline_rules import Rule
from sinetra.web import law_view
from sinetra.web.typed_region import typed_region

RULE, FROM, HOUR, REGION, ZONE = "aturan", "dari", "jam", "wilayah", "zona"
ELECTION, WEEK, JOINT, AS_OF, LENGTH = "pemilihan", "minggu", "cuti", "per", "lama"
# The names that core and the API use; an error of core leads to the control of the page.
FIELDS = {
    "rule": RULE,
    "from": FROM,
    "region": REGION,
    "zone": ZONE,
    "election": ELECTION,
    "work_week": WEEK,
    "joint_leave": JOINT,
    "as_of": AS_OF,
    "length": LENGTH,
}
# Shown folded: the usual answer is already chosen.
MORE = (ZONE, ELECTION, WEEK, JOINT, AS_OF, LENGTH)
ZONES = ("WIB", "WITA", "WIT")
_GROUPS = (
    (_lazy("Pilkada"), ("pilkada",)),
    (_lazy("Pemilu"), ("pemilu",)),
    (_lazy("Tindak lanjut rekomendasi"), ("sbt", "skb", "ppk", "acting_head")),
    (_lazy("Disiplin dan upaya administratif"), ("pp94", "pp49")),
)


def newest(rule_id: str) -> Rule:
    return max(clock().rules.versions(rule_id), key=lambda rule: rule.valid_from)


def rules_by_group() -> list[tuple[str, list[tuple[str, str]]]]:
    """Every rule of the catalogue under a heading; what no heading names stands under the last one."""
    known = [newest(rule_id) for rule_id in clock().rules.ids]
    named = {prefix for _word, prefixes in _GROUPS for prefix in prefixes}
    found = []
    for word, prefixes in (*_GROUPS, (_lazy("Lainnya"), ())):
        inside = [r for r in known if (_prefix(r) in prefixes if prefixes else _prefix(r) not in named)]
        if inside:
            found.append((str(word), [(rule.id, law_view.in_words(rule.name)) for rule in inside]))
    return found


def _prefix(rule: Rule) -> str:
    return rule.id.partition(".")[0]


class DeadlineForm(forms.Form):
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        elections = [(item.id, law_view.in_words(item.name)) for item in clock().timetables]
        text = forms.TextInput(attrs={"autocomplete": "off"})
        first, second = (forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d") for _n in range(2))
        hour = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
        self.fields = {
            RULE: forms.ChoiceField(label=_("Tenggat apa"), choices=[("", _("pilih…")), *rules_by_group()]),
            FROM: forms.DateField(
                label=_("Tanggal peristiwa"),
                widget=first,
                help_text=_("Hari yang memulai hitungan, misalnya hari peristiwa diketahui."),
            ),
            HOUR: forms.TimeField(
                label=_("Jam"), widget=hour, required=False, help_text=_("Perlu untuk tenggat dalam jam.")
            ),
            REGION: forms.CharField(
                label=_("Daerah"),
                widget=text,
                required=False,
                max_length=60,
                help_text=_("Nama atau kode. Menentukan zona waktu; tanpa daerah: WIB."),
            ),
            ZONE: _choice(_("Zona waktu"), [("", _("menurut daerah")), *((zone, zone) for zone in ZONES)]),
            ELECTION: _choice(_("Pemilihan"), [("", _("tidak ditentukan")), *elections]),
            WEEK: _choice(
                _("Hari kerja kantor"),
                [("5", _("lima hari, Senin–Jumat")), ("6", _("enam hari, Senin–Sabtu"))],
            ),
            JOINT: _choice(
                _("Cuti bersama"),
                [
                    (JointLeave.SKIP.value, _("dilewati seperti hari libur")),
                    (JointLeave.COUNT.value, _("dihitung sebagai hari kerja")),
                ],
            ),
            AS_OF: forms.DateField(
                label=_("Menurut ketetapan yang terbit sampai"),
                widget=second,
                required=False,
                help_text=_("Kosongkan untuk memakai semua ketetapan yang diketahui."),
            ),
            LENGTH: forms.IntegerField(
                label=_("Lama yang ditetapkan instansi (hari)"),
                required=False,
                min_value=1,
                max_value=365,
                help_text=_("Hanya untuk tindak lanjut oleh PPK (kepegawaian), yang lamanya tidak diatur."),
            ),
        }

    @property
    def main(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name not in MORE]

    @property
    def more(self) -> list[forms.BoundField]:
        return [self[name] for name in MORE]

    @property
    def is_more_open(self) -> bool:
        """Something other than the usual is chosen there, or wrong there."""
        usual = {WEEK: "5", JOINT: JointLeave.SKIP.value}
        chosen = self.is_bound and any(self.data.get(name) not in (None, "", usual.get(name)) for name in MORE)
        return bool(chosen or any(name in self.errors for name in MORE))

    def clean_wilayah(self) -> str | None:
        return typed_region(str(self.cleaned_data[REGION]), REGION)

    def start(self) -> date | datetime:
        """After ``is_valid``: the day, or the instant in the zone of the place."""
        day: date = self.cleaned_data[FROM]
        hour: time | None = self.cleaned_data[HOUR]
        return day if hour is None else datetime.combine(day, hour)


def _choice(label: str, choices: list[tuple[str, str]]) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, required=False)
