"""What is asked about a replacement of an official, on the public page and by the personnel office."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.base.catalogue import clock
from sinetra.core.law.words import Position
from sinetra.core.transfers import Ground, OfficialKind, TransferAction
from sinetra.web import law_view
from sinetra.web.law_words import POSITIONS, Words
from sinetra.web.staff.prevention.fields import day_field
from sinetra.web.transfer_view import ACTIONS, GROUNDS, HEADS
from sinetra.web.typed_region import typed_region

# Names of the controls: they travel in the address of the public page.
DAY, POSITION, HEAD, REGION, ACTION, GROUND = "tanggal", "jabatan", "penandatangan", "wilayah", "jenis", "alasan"
UNIT, ELECTION, PERMIT, PERMIT_DAY, PERMIT_NO = "memimpin", "pemilihan", "izin", "izin_tanggal", "izin_nomor"
APPROVAL, APPROVAL_DAY, APPROVAL_NO = "pertek", "pertek_tanggal", "pertek_nomor"
# The names of core; an error of core leads to the control of the page.
FIELDS: Mapping[str, str] = {
    "effective_on": DAY,
    "position": POSITION,
    "official_kind": HEAD,
    "region": REGION,
    "action": ACTION,
    "ground": GROUND,
    "heads_unit": UNIT,
    "election": ELECTION,
    "permit": PERMIT,
    "permit.date": PERMIT_DAY,
    "permit.number": PERMIT_NO,
    "technical_approval": APPROVAL,
    "technical_approval.date": APPROVAL_DAY,
    "technical_approval.number": APPROVAL_NO,
}
#: Shown folded: the usual answer is already chosen.
MORE = (ACTION, GROUND, UNIT, ELECTION, APPROVAL, APPROVAL_DAY)
_LETTER = (("", _lazy("belum diketahui")), ("ya", _lazy("ada")), ("tidak", _lazy("tidak ada")))


class TransferForm(forms.Form):
    use_required_attribute = False

    def __init__(self, *args: Any, with_numbers: bool = False, **more: Any) -> None:
        super().__init__(*args, **more)
        unknown = ("", _("belum diketahui"))
        elections = [(item.id, law_view.in_words(item.name)) for item in clock().timetables if "pilkada" in item.kind]
        text = forms.TextInput(attrs={"autocomplete": "off"})
        self.fields = {
            DAY: day_field(_("Tanggal pelantikan"), help_text=_("Atau tanggal pemberhentian dari jabatan.")),
            REGION: forms.CharField(
                label=_("Daerah"),
                widget=text,
                required=False,
                max_length=60,
                help_text=_("Nama atau kode daerah yang kepalanya menandatangani."),
            ),
            POSITION: _choice(_("Golongan jabatan"), [unknown, *_listed(POSITIONS, Position)]),
            HEAD: _choice(_("Kepala daerah yang menandatangani"), [unknown, *_listed(HEADS, OfficialKind)]),
            PERMIT: _choice(_("Izin tertulis Menteri Dalam Negeri"), list(_LETTER)),
            PERMIT_DAY: day_field(_("Tanggal izin"), required=False),
            PERMIT_NO: forms.CharField(label=_("Nomor izin"), required=False, max_length=120),
            ACTION: _choice(_("Jenis"), _listed(ACTIONS, TransferAction), initial=TransferAction.TRANSFER.value),
            GROUND: _choice(_("Alasan"), _listed(GROUNDS, Ground), initial=Ground.ORDINARY.value),
            UNIT: forms.BooleanField(
                label=_("Pejabat fungsional yang memimpin unit"),
                required=False,
                help_text=_("Misalnya kepala puskesmas."),
            ),
            ELECTION: _choice(_("Pemilihan"), [("", _("semua yang berlaku di daerah itu")), *elections]),
            APPROVAL: _choice(_("Persetujuan teknis BKN"), list(_LETTER)),
            APPROVAL_DAY: day_field(_("Tanggal persetujuan teknis"), required=False),
            APPROVAL_NO: forms.CharField(label=_("Nomor persetujuan teknis"), required=False, max_length=120),
        }
        if not with_numbers:
            for name in (PERMIT_NO, APPROVAL_NO):
                del self.fields[name]

    @property
    def main(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name not in MORE]

    @property
    def more(self) -> list[forms.BoundField]:
        return [self[name] for name in MORE]

    @property
    def is_more_open(self) -> bool:
        """Something other than the usual is chosen there, or wrong there."""
        usual = {ACTION: TransferAction.TRANSFER.value, GROUND: Ground.ORDINARY.value}
        chosen = self.is_bound and any(self.data.get(name) not in (None, "", usual.get(name)) for name in MORE)
        return bool(chosen or any(name in self.errors for name in MORE))

    def clean_wilayah(self) -> str | None:
        return typed_region(str(self.cleaned_data[REGION]), REGION)

    def facts(self) -> dict[str, Any]:
        """After ``is_valid``: the shape of ``sinetra transfer-check``; what was left empty is left out."""
        given = self.cleaned_data
        day = given[DAY]
        found = {
            "effective_on": day.isoformat(),
            "region": given[REGION],
            "election": given[ELECTION],
            "position": given[POSITION],
            "official_kind": given[HEAD],
            "action": given[ACTION],
            "ground": given[GROUND],
            "heads_unit": given[UNIT] or None,
            "permit": _letter(given, PERMIT, PERMIT_DAY, PERMIT_NO),
            "technical_approval": _letter(given, APPROVAL, APPROVAL_DAY, APPROVAL_NO),
        }
        return {name: value for name, value in found.items() if value not in (None, "")}


def initial_of(facts: Mapping[str, Any]) -> dict[str, Any]:
    """What a form begins with, from facts that are known."""
    found = {FIELDS[name]: value for name, value in facts.items() if not isinstance(value, Mapping | bool)}
    for name, field in (("permit", PERMIT), ("technical_approval", APPROVAL)):
        if isinstance(letter := facts.get(name), Mapping):
            found |= {field: "ya", f"{field}_tanggal": letter.get("date"), f"{field}_nomor": letter.get("number")}
        elif letter is False:
            found[field] = "tidak"
    if facts.get("heads_unit"):
        found[UNIT] = True
    return found


def _letter(given: Mapping[str, Any], said: str, day: str, number: str) -> dict[str, str] | bool | None:
    """False: there is none. A day or a number says that there is one; so does ``{}``, of which neither is known."""
    if given[said] == "tidak":
        return False
    told = {"date": given[day].isoformat() if given[day] else "", "number": given.get(number, "")}
    return {name: value for name, value in told.items() if value} or ({} if given[said] == "ya" else None)


def _choice(label: str, choices: list[tuple[str, Any]], **more: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, required=False, **more)


def _listed(words: Words, values: Any) -> list[tuple[str, str]]:
    return [(value.value, str(words[value])) for value in values]
