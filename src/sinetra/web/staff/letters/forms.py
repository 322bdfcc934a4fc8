"""What is filled in for a letter: its own fields from the catalogue, then nature, annexes, copies, signatory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.cases.letters.draft import NATURES, Draft, lines_of
from sinetra.apps.cases.models import LetterHouse
from sinetra.core.casework.letters import FieldType, LetterField, LetterKind, Names
from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.documents.signature_block import Capacity, SignatureBlock
from sinetra.web.public.report.forms import PlainText
from sinetra.web.staff.letters.words import CAPACITIES, PAPERS

_AREA = {FieldType.LINES: 4, FieldType.TEXT: 8}


def said(text: Bilingual) -> str:
    return text.en if get_language() == "en" else text.id


class SignatureForm(forms.Form):
    capacity = forms.ChoiceField(label=_lazy("Cara menandatangani"), choices=list(CAPACITIES.items()))
    principal = PlainText(
        label=_lazy("Atas nama jabatan"), required=False, max_length=200, help_text=_lazy("Untuk a.n. dan u.b.")
    )
    deputy = PlainText(
        label=_lazy("Jabatan yang diwakili"), required=False, max_length=200, help_text=_lazy("Untuk u.b. saja.")
    )
    signatory_title = PlainText(label=_lazy("Jabatan penanda tangan"), max_length=200)
    signatory_name = PlainText(label=_lazy("Nama penanda tangan"), max_length=200)

    def signature(self) -> SignatureBlock:
        given = self.cleaned_data
        return SignatureBlock(
            capacity=Capacity(given["capacity"]),
            title=given["signatory_title"],
            name=given["signatory_name"],
            principal=given["principal"],
            deputy=given["deputy"],
        )


def signature_initial(block: SignatureBlock | None) -> dict[str, str]:
    if block is None:
        return {"capacity": Capacity.OWN}
    told = asdict(block)
    return told | {"signatory_title": told["title"], "signatory_name": told["name"]}


class LetterForm(SignatureForm):
    nature = forms.ChoiceField(label=_lazy("Sifat"), choices=[(name, name) for name in NATURES])
    annexes = PlainText(label=_lazy("Lampiran"), required=False, max_length=100)
    copies = PlainText(
        label=_lazy("Tembusan, satu baris satu"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, data: Any, kind: LetterKind, people: Sequence[str], **more: Any) -> None:
        super().__init__(data, **more)
        self.kind = kind
        if kind.names is Names.ONE and len(people) > 1:
            choices = [(str(place), words) for place, words in enumerate(people)]
            self.fields["person"] = forms.ChoiceField(label=_("Tentang siapa"), choices=choices)
        self.fields |= {item.name: _field(item) for item in kind.fields}
        self.order_fields(["person", *(item.name for item in kind.fields), "nature", "annexes", "copies"])

    def draft(self) -> Draft:
        given = self.cleaned_data
        return Draft(
            entries={item.name: _kept(given[item.name]) for item in self.kind.fields},
            person=int(given.get("person") or 0),
            nature=given["nature"],
            annexes=given["annexes"],
            copies=lines_of(given["copies"]),
            signature=self.signature(),
        )


def letter_initial(draft: Draft, house: LetterHouse, signature: SignatureBlock | None) -> dict[str, Any]:
    copies = house.copies if draft.copies is None else draft.copies
    return {
        **draft.entries,
        **signature_initial(draft.signature or signature),
        "person": str(draft.person),
        "nature": draft.nature or house.nature,
        "annexes": draft.annexes,
        "copies": "\n".join(copies),
    }


class HouseForm(SignatureForm):
    lines = PlainText(
        label=_lazy("Baris kop di atas nama kantor, satu baris satu"),
        required=False,
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    address = PlainText(label=_lazy("Alamat pada kop"), required=False, max_length=300)
    place = PlainText(label=_lazy("Kota pada tanggal surat"), max_length=100)
    paper = forms.ChoiceField(label=_lazy("Ukuran kertas"), choices=list(PAPERS.items()))
    pattern = PlainText(
        label=_lazy("Pola nomor surat"),
        max_length=60,
        help_text=_lazy("Bagian yang diisi: {sequence:03} {year} {month} {roman_month}."),
    )
    nature = forms.ChoiceField(label=_lazy("Sifat yang biasa"), choices=[(name, name) for name in NATURES])
    copies = PlainText(
        label=_lazy("Tembusan yang biasa, satu baris satu"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    field_order = ("lines", "address", "place", "paper", "pattern", "nature", "copies")


class RevokeForm(forms.Form):
    reason = PlainText(
        label=_lazy("Alasan"),
        help_text=_lazy("Hanya kantor Anda yang membacanya."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _lazy("Tuliskan alasannya.")},
    )


class SignedForm(forms.Form):
    file = forms.FileField(
        label=_lazy("Berkas PDF yang sudah ditandatangani"),
        help_text=_lazy("Paling besar 20 MB. Disimpan tersegel, juga bila ternyata bukan milik surat ini."),
        error_messages={"required": _lazy("Pilih berkasnya."), "empty": _lazy("Berkas ini kosong.")},
    )
    typed = PlainText(
        label=_lazy("Kode di bawah QR, hanya untuk hasil pindaian"),
        required=False,
        max_length=60,
        help_text=_lazy("Berkas dari layanan tanda tangan dikenali sendiri; pindaian kertas tidak."),
    )


def _field(item: LetterField) -> forms.Field:
    label: Mapping[str, Any] = {"label": said(item.label), "required": item.required}
    if item.type is FieldType.CHOICE:
        choices = [(name, said(word)) for name, word in item.choices.items()]
        return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **label)
    if item.type is FieldType.DAY:
        return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **label)
    if item.type in _AREA:
        return PlainText(widget=forms.Textarea(attrs={"rows": _AREA[item.type]}), **label)
    return PlainText(max_length=300, **label)


def _kept(value: Any) -> str:
    return value.isoformat() if hasattr(value, "isoformat") else str(value or "")
