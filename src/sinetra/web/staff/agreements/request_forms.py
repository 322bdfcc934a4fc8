"""What is filled in about a request for data, its decision, its disclosure. What may never be asked is refused here
with the reason and what to do instead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.agreements.actions.decide_request import FieldDecision
from sinetra.apps.agreements.actions.request_data import RequestDraft
from sinetra.apps.agreements.catalogue import data_rules, laws
from sinetra.apps.agreements.models import Agreement, RequestedField
from sinetra.apps.registry.models import Organisation
from sinetra.core.disclosure.asked import read_own_fields, read_people
from sinetra.core.errors import BadInput
from sinetra.web.law_view import in_words
from sinetra.web.law_words import CONFIDENCE, word
from sinetra.web.public.report.forms import PlainText
from sinetra.web.staff.agreements.forms import needed
from sinetra.web.staff.agreements.words import field_word, said
from sinetra.web.staff.prevention.circular_forms import Lines
from sinetra.web.staff.prevention.fields import area

OTHER = "lain"
APPROVED, WITHHELD = "setuju", "tahan"


class _Basis(forms.Form):
    """A law of the catalogue or another one, and the article. ``day``: on which the law has to hold."""

    use_required_attribute = False
    law = forms.ChoiceField(
        label=_lazy("Peraturan"),
        error_messages={"required": _lazy("Pilih peraturannya, atau “peraturan lain”.")},
    )
    instrument = PlainText(label=_lazy("Peraturan lain: nama dan nomornya"), max_length=200, required=False)
    article = PlainText(
        label=_lazy("Pasal"),
        max_length=200,
        help_text=_lazy("Misalnya: pasal 30 huruf b. Kesepakatan bukan dasar hukum; sebut peraturannya."),
        error_messages={"required": _lazy("Sebut pasalnya, misalnya: pasal 30 huruf b.")},
    )

    def __init__(self, data: Any, *, day: date, **more: Any) -> None:
        super().__init__(data, **more)
        known = [(item.id, _law_label(item)) for item in laws(day)]
        self.names = {item.id: item.cited_as for item in laws(day)}
        self.fields["law"].choices = [("", _("pilih")), *known, (OTHER, _("peraturan lain"))]  # type: ignore[attr-defined]

    def basis(self) -> tuple[str, str]:
        """The law as it is cited, and the article."""
        given = self.cleaned_data
        return self.names.get(given["law"], given["instrument"]), given["article"]


def _law_label(item: Any) -> str:
    return f"{item.cited_as} – {in_words(item.title)} ({word(CONFIDENCE, item.confidence)})"


class RequestForm(_Basis):
    agreement = forms.ModelChoiceField(
        label=_lazy("Menurut kesepakatan"),
        queryset=Agreement.objects.none(),
        required=False,
        empty_label=_lazy("tanpa kesepakatan, menurut peraturan saja"),
    )
    letter_number = PlainText(label=_lazy("Nomor surat permintaan"), max_length=120, required=False)
    matter = PlainText(
        label=_lazy("Nomor perkara"),
        max_length=60,
        help_text=_lazy("Nomornya saja. Isi perkara tidak ikut dikirim."),
    )
    purpose = PlainText(
        label=_lazy("Untuk apa datanya"),
        max_length=500,
        widget=area(3),
        help_text=_lazy("Satu atau dua kalimat, tanpa cerita perkara."),
    )
    people = Lines(label=_lazy("Tentang siapa"))
    fields_asked = forms.MultipleChoiceField(
        label=_lazy("Isian yang diminta"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _lazy("Pilih sedikitnya satu isian dari daftar.")},
        help_text=_lazy("Pilih yang benar-benar perlu. Setiap isian diputus sendiri-sendiri."),
    )
    own_fields = Lines(label=_lazy("Isian lain, dengan kata Anda"))

    def __init__(self, data: Any, *, agreements: Sequence[Agreement], day: date, **more: Any) -> None:
        super().__init__(data, day=day, **more)
        rules = data_rules()
        needed(self.fields["people"], _lazy("Tulis sedikitnya satu orang, satu baris satu orang."))
        self.fields["agreement"].queryset = Agreement.objects.filter(pk__in=[row.pk for row in agreements])  # type: ignore[attr-defined]
        self.fields["fields_asked"].choices = [(item.id, said(item.text)) for item in rules.fields]  # type: ignore[attr-defined]
        most = _("Satu baris satu orang, dengan jabatannya; paling banyak %(most)s orang.")
        self.fields["people"].help_text = most % {"most": rules.limits.persons}
        never = "; ".join(said(kind.what) for kind in rules.never)
        text = _("Satu baris satu isian. Tidak dapat diminta: %(never)s.")
        self.fields["own_fields"].help_text = text % {"never": never}

    def clean_own_fields(self) -> tuple[str, ...]:
        lines: tuple[str, ...] = self.cleaned_data["own_fields"]
        try:
            return read_own_fields(lines, data_rules())
        except BadInput as error:
            raise forms.ValidationError(_refused(error)) from error

    def clean_people(self) -> tuple[str, ...]:
        lines: tuple[str, ...] = self.cleaned_data["people"]
        try:
            return read_people(lines, data_rules())
        except BadInput as error:
            raise forms.ValidationError(_refused(error)) from error

    def draft(self) -> RequestDraft:
        given = self.cleaned_data
        names = ("purpose", "matter", "own_fields", "people", "agreement", "letter_number")
        instrument, article = self.basis()
        return RequestDraft(
            **{name: given[name] for name in names},
            fields=tuple(given["fields_asked"]),
            requester_name=given.get("requester_name", ""),
            instrument=instrument,
            article=article,
        )


def _refused(error: BadInput) -> str:
    """Why it may not be asked, and what to do instead."""
    text = _(error.message) % error.params
    kind = next((item for item in data_rules().never if item.id == error.params.get("kind")), None)
    if kind is None:
        return text
    return _("%(text)s Sebabnya: %(what)s. %(instead)s") % {
        "text": text,
        "what": said(kind.what),
        "instead": said(kind.instead),
    }


class AskForm(RequestForm):
    """By an institution with an account here."""

    owner = forms.ModelChoiceField(
        label=_lazy("Kepada"),
        queryset=Organisation.objects.none(),
        empty_label=None,
        error_messages={"required": _lazy("Pilih pemerintah daerah yang memegang datanya.")},
    )
    field_order = ["owner", "agreement", "law", "instrument", "article", "letter_number", "matter", "purpose"]

    def __init__(self, data: Any, *, owners: QuerySet[Organisation], **more: Any) -> None:
        super().__init__(data, **more)
        self.fields["owner"].queryset = owners  # type: ignore[attr-defined]


class RecordForm(RequestForm):
    """By the owner, of a letter that came."""

    requester_name = PlainText(label=_lazy("Lembaga yang meminta"), max_length=200)
    field_order = ["requester_name", "letter_number", "agreement", "law", "instrument", "article", "matter", "purpose"]

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["letter_number"].required = True


class DecideForm(forms.Form):
    """For each field: told or withheld, and why."""

    use_required_attribute = False
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any, asked: Sequence[RequestedField], **more: Any) -> None:
        super().__init__(data, **more)
        self.asked = tuple(asked)
        for item in self.asked:
            self.fields[f"decision_{item.place}"] = forms.ChoiceField(
                label=field_word(item),
                choices=[(APPROVED, _("Setujui")), (WITHHELD, _("Tahan"))],
                widget=forms.RadioSelect,
                error_messages={"required": _("Putuskan isian ini.")},
            )
            self.fields[f"reason_{item.place}"] = PlainText(
                label=_("Alasan untuk: %(field)s") % {"field": field_word(item)},
                max_length=300,
                error_messages={"required": _("Tuliskan alasannya.")},
            )
        self.fields["reason"] = PlainText(
            label=_("Alasan penolakan seluruhnya"),
            help_text=_("Isi hanya bila tidak satu pun disetujui."),
            max_length=500,
            required=False,
            widget=area(3),
        )

    def decisions(self) -> dict[int, FieldDecision]:
        given = self.cleaned_data
        return {
            item.place: FieldDecision(
                approved=given[f"decision_{item.place}"] == APPROVED, reason=given[f"reason_{item.place}"]
            )
            for item in self.asked
        }


class DiscloseForm(_Basis):
    """One value for each person and approved field."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    days = forms.IntegerField(label=_lazy("Terbuka berapa hari"))

    def __init__(
        self,
        data: Any,
        *,
        people: Sequence[str],
        approved: Sequence[RequestedField],
        known: Sequence[Mapping[str, str]],
        day: date,
        **more: Any,
    ) -> None:
        """``known``: of each person what the register says, by code of the field."""
        super().__init__(data, day=day, **more)
        self.places: list[tuple[str, tuple[int, int]]] = []
        limits = data_rules().limits
        self.fields["days"].initial = limits.open_days
        most = _("Sesudah itu isinya tidak dapat dibuka lagi. Paling lama %(most)s hari.")
        self.fields["days"].help_text = most % {"most": limits.longest_days}
        for number, person in enumerate(people):
            for item in approved:
                name = f"value_{number}_{item.place}"
                self.places.append((name, (number, item.place)))
                self.fields[name] = PlainText(
                    label=f"{person}: {field_word(item)}",
                    max_length=300,
                    initial=known[number].get(item.code, ""),
                    help_text=_("Dari Register; periksa dahulu.") if item.code in known[number] else "",
                    error_messages={"required": _("Isi datanya, atau tulis “tidak ada”.")},
                )

    def values(self) -> dict[tuple[int, int], str]:
        return {place: self.cleaned_data[name] for name, place in self.places}
