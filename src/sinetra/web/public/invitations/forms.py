"""What is asked about an invitation, and the questions that the law still has."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.invitations.actions.note_done import LENGTHS as DONE
from sinetra.apps.invitations.intake import NAME, REASON, SHORT, TEXT
from sinetra.apps.invitations.reading import PARTISAN
from sinetra.apps.invitations.told import Told
from sinetra.apps.invitations.vocabulary import Ask, Event, Whom
from sinetra.core.law.vocabulary import FIELDS, FieldType
from sinetra.web import field_words, law_words
from sinetra.web.invitation_words import ASKS, CHOICES, EVENTS, WHOM, YES_NO
from sinetra.web.invitation_words import PARTISAN as WORDS
from sinetra.web.public import may_i_asked
from sinetra.web.public.report.forms import PlainText

_UNKNOWN = ("", _lazy("tidak tahu"))
_OFF: dict[str, Any] = {"autocomplete": "off"}
_ONE = {"required": _lazy("Pilih salah satu.")}


def _values(field: str) -> list[tuple[str, Any]]:
    return [*field_words.FIELDS[field].values.items(), _UNKNOWN]


class InvitationForm(forms.Form):
    whom = forms.ChoiceField(
        label=_lazy("Siapa yang diundang atau diminta?"),
        choices=list(WHOM.items()),
        widget=forms.RadioSelect,
        error_messages=_ONE,
    )
    status = forms.ChoiceField(
        label=_lazy("Status Anda"),
        help_text=_lazy("Untuk unit kerja: status pimpinan yang memutuskan."),
        choices=[_UNKNOWN, *law_words.STATUSES.items()],
        required=False,
    )
    inviter = PlainText(
        label=_lazy("Siapa yang mengundang?"),
        help_text=_lazy("Misalnya: pasangan calon nomor urut 2. Nama orang tidak perlu."),
        min_length=SHORT[0],
        max_length=SHORT[1],
        widget=forms.TextInput(attrs=_OFF),
        error_messages={"required": _lazy("Tuliskan siapa yang mengundang.")},
    )
    target = forms.ChoiceField(
        label=_lazy("Yang mengundang itu siapa dalam pemilihan?"), choices=_values("act.target"), required=False
    )
    capacity = forms.ChoiceField(
        label=_lazy("Anda diundang sebagai apa?"), choices=_values("act.capacity"), required=False
    )
    event = forms.ChoiceField(
        label=_lazy("Acara apa?"), choices=list(EVENTS.items()), widget=forms.RadioSelect, error_messages=_ONE
    )
    event_on = forms.DateField(
        label=_lazy("Hari acara"),
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": _lazy("Tulis tanggal acaranya."),
            "invalid": _lazy("Tulis tanggal seperti 2025-12-31."),
        },
    )
    place = PlainText(
        label=_lazy("Tempat"),
        min_length=SHORT[0],
        max_length=SHORT[1],
        widget=forms.TextInput(attrs=_OFF),
        error_messages={"required": _lazy("Tuliskan tempatnya.")},
    )
    asks = forms.MultipleChoiceField(
        label=_lazy("Apa yang diminta?"),
        help_text=_lazy("Pilih semuanya. Setiap permintaan dibaca sendiri."),
        choices=list(ASKS.items()),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _lazy("Pilih sedikitnya satu hal yang diminta.")},
    )
    text = PlainText(
        label=_lazy("Ceritakan undangannya"),
        help_text=_lazy("Dua atau tiga kalimat: apa yang akan terjadi, dan apa yang Anda ragukan."),
        min_length=TEXT[0],
        max_length=TEXT[1],
        widget=forms.Textarea(attrs={"rows": 5, **_OFF}),
        error_messages={
            "required": _lazy("Tuliskan apa yang diminta, cukup dua atau tiga kalimat."),
            "min_length": _lazy("Tambahkan sedikit lagi: apa yang akan terjadi di acara itu."),
        },
    )
    name = PlainText(
        label=_lazy("Nama dan jabatan Anda untuk bukti"),
        help_text=_lazy("Hanya tercetak pada bukti yang Anda unduh. Penasihat tidak melihatnya."),
        max_length=NAME[1],
        required=False,
        widget=forms.TextInput(attrs=_OFF),
    )

    def told(self, region: str) -> Told:
        given = dict(self.cleaned_data)
        del given["name"]
        given |= {"whom": Whom(given["whom"]), "event": Event(given["event"]), "region": region}
        return Told(**{**given, "asks": tuple(Ask(item) for item in given["asks"])})


class QuestionsForm(forms.Form):
    """The open questions of the law engine, none of them a must: what is left open stays open."""

    def __init__(self, data: Any, names: Iterable[str]) -> None:
        super().__init__(data)
        for name in names:
            if name == PARTISAN:
                self.fields[name] = forms.ChoiceField(
                    label=WORDS,
                    choices=[*YES_NO.items(), (may_i_asked.UNKNOWN, _("tidak tahu"))],
                    widget=forms.RadioSelect,
                    required=False,
                )
            elif name in may_i_asked.DETAILS:
                self.fields[name] = _question(name)

    def partisan(self) -> bool | None:
        """Whether there are calls to vote or attributes; None is not answered, or not known."""
        return {"true": True, "false": False}.get(self.cleaned_data.get(PARTISAN, ""))

    def details(self) -> dict[str, dict[str, Any]]:
        """What was answered to the law engine, in the shape of ``Told.details``."""
        said = {}
        for name in self.fields.keys() - {PARTISAN}:
            given = self.cleaned_data.get(name) or []
            answers = tuple(given) if isinstance(given, list) else (given,)
            if answers:
                said[name] = answers
        facts = may_i_asked.Asked(day=None, today=date.max, details=said).facts()
        return {
            part: {key: value for key, value in facts[part].items() if value is not None} for part in ("subject", "act")
        }


def _question(name: str) -> forms.Field:
    label = field_words.question(name)
    choices: list[tuple[str, Any]] = list(field_words.FIELDS[name].values.items())
    if FIELDS[name].type is FieldType.LIST:
        return forms.MultipleChoiceField(
            label=label,
            choices=[*choices, (may_i_asked.NOTHING, _("tidak satu pun"))],
            widget=forms.CheckboxSelectMultiple,
            required=False,
        )
    return forms.ChoiceField(
        label=label,
        choices=[*choices, (may_i_asked.UNKNOWN, _("tidak tahu"))],
        widget=forms.RadioSelect,
        required=False,
    )


class DecideForm(forms.Form):
    choice = forms.ChoiceField(
        label=_lazy("Keputusan Anda"),
        choices=list(CHOICES.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _lazy("Pilih keputusan Anda.")},
    )
    reason = PlainText(
        label=_lazy("Alasan atau batasnya"),
        help_text=_lazy("Tercetak pada bukti. Misalnya: hanya mendengarkan, tanpa atribut, tidak berfoto."),
        max_length=REASON[1],
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, **_OFF}),
    )


class DoneForm(forms.Form):
    text = PlainText(
        label=_lazy("Apa yang Anda lakukan?"),
        help_text=_lazy("Datang atau tidak, berapa lama, apa yang ditolak. Tercetak pada bukti."),
        min_length=DONE[0],
        max_length=DONE[1],
        widget=forms.Textarea(attrs={"rows": 4, **_OFF}),
        error_messages={"required": _lazy("Tuliskan apa yang dilakukan.")},
    )
