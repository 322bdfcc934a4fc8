"""What must be filled in before a verb of a matter, and what may be chosen there."""

from __future__ import annotations

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.accounts.models import User
from sinetra.apps.base.actor import Actor
from sinetra.apps.cases import selectors as cases
from sinetra.apps.cases.decider import decider_of
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.moves import casework
from sinetra.apps.cases.partners import receivers
from sinetra.apps.cases.successors import handlers_aside, namesakes, possible_handlers
from sinetra.apps.cases.track_moves import tracks_of
from sinetra.apps.cases.track_offers import leaving
from sinetra.apps.cases.vocabulary import Outcome
from sinetra.apps.registry.models import Organisation
from sinetra.web.staff.decider_parts import proposed_words
from sinetra.web.staff.handler_choice import HandlerSelect, offer_handlers
from sinetra.web.staff.intake_forms import ReasonForm, RefuseForm, TakeOverForm, TransferForm
from sinetra.web.staff.receiver_verbs import OpenExaminationForm, PassOnForm
from sinetra.web.staff.study.plenary_form import PlenaryForm
from sinetra.web.staff.track_forms import TrackField, TrackReasonForm, offer_receivers
from sinetra.web.staff.withdrawal import WithdrawForm
from sinetra.web.staff.words import OUTCOMES


class ForwardForm(forms.Form):
    """``track`` only for a matter that the plenary sends by several."""

    track = TrackField()
    to = forms.ModelChoiceField(
        label=_lazy("Teruskan ke"),
        queryset=Organisation.objects.none(),
        error_messages={
            "required": _lazy("Pilih instansi penerima."),
            "invalid_choice": _lazy("Instansi ini bukan penerima jalur yang Anda pilih; pilih dari daftar ini."),
        },
    )
    summary = forms.CharField(
        label=_lazy("Ringkasan kajian, dengan kata-kata kantor Anda"),
        help_text=_lazy("Ringkasan ini yang dikirim. Kata-kata dan identitas pelapor tidak pernah dikirim."),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _lazy("Tuliskan ringkasan kajian untuk instansi penerima.")},
    )


class CloseForm(ReasonForm):
    outcome = forms.ChoiceField(
        label=_lazy("Hasil"), widget=forms.RadioSelect, error_messages={"required": _lazy("Pilih hasilnya.")}
    )
    field_order = ["outcome", "reason"]


class ReopenForm(ReasonForm):
    ground = forms.ChoiceField(
        label=_lazy("Dasarnya"),
        help_text=_lazy("Dasar ini dibaca pelapor; alasan di bawahnya tidak."),
        widget=forms.RadioSelect,
        error_messages={"required": _lazy("Pilih dasarnya.")},
    )
    document = forms.CharField(
        label=_lazy("Nomor dan tanggal dokumen dasarnya"),
        help_text=_lazy("Misalnya putusan, surat perintah, atau berita acara pleno. Tanpa nama orang."),
        max_length=200,
        error_messages={"required": _lazy("Tuliskan nomor dan tanggal dokumen dasarnya.")},
    )
    field_order = ["ground", "document", "reason"]

    def __init__(self, *args: object, **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type]
        english = get_language() == "en"
        self.fields["ground"].choices = [  # type: ignore[attr-defined]
            (one.name, one.title.en if english else one.title.id) for one in casework().reopening
        ]


class NamesakeForm(ReasonForm):
    user = forms.ModelChoiceField(
        label=_lazy("Petugas yang bernama sama"),
        queryset=User.objects.none(),
        error_messages={
            "required": _lazy("Pilih petugasnya."),
            "invalid_choice": _lazy("Nama petugas ini tidak sama dengan yang dilaporkan."),
        },
    )
    field_order = ["user", "reason"]

    def __init__(self, *args: object, **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type]
        self.fields["reason"].label = _lazy("Dari mana Anda tahu bahwa ini orang lain")
        self.fields["reason"].help_text = _lazy("Misalnya unit kerja atau tanggal lahirnya lain. Disimpan tersegel.")


class AssignForm(ReasonForm):
    handler = forms.ModelChoiceField(
        label=_lazy("Penanggung jawab baru"),
        queryset=User.objects.none(),
        widget=HandlerSelect,
        error_messages={
            "required": _lazy("Pilih penanggung jawab baru."),
            "invalid_choice": _lazy("Orang ini tidak dapat menangani perkara ini; pilih yang lain."),
        },
    )
    field_order = ["handler", "reason"]


def offer_choices(form: forms.Form, matter: Matter, actor: Actor) -> None:
    """Fills in what may be chosen for this matter by this actor."""
    if isinstance(form, RefuseForm | TransferForm | TakeOverForm | TrackReasonForm | PlenaryForm | WithdrawForm):
        form.offer(matter, actor)
    if isinstance(form, OpenExaminationForm | PassOnForm):
        form.offer(matter)
    if isinstance(form, ForwardForm):
        tracks = tracks_of(matter)
        if tracks:
            offer_receivers(form, matter, leaving(tracks))
        else:
            del form.fields["track"]
            form.fields["to"].queryset = receivers()  # type: ignore[attr-defined]
        form.fields["summary"].initial = proposed_words(decider_of(matter))
    if isinstance(form, CloseForm):
        # None is left when somebody was faster; then all stay, so that the page shows what was chosen.
        outcomes = cases.possible_outcomes(actor, matter) or tuple(Outcome)
        form.fields["outcome"].choices = [(o.value, OUTCOMES[o.value]) for o in outcomes]  # type: ignore[attr-defined]
    if isinstance(form, NamesakeForm):
        found = User.objects.filter(pk__in=[user.pk for user in namesakes(matter)]).order_by("name")
        form.fields["user"].queryset = found  # type: ignore[attr-defined]
    if isinstance(form, AssignForm):
        people = possible_handlers(actor, matter)
        field = form.fields["handler"]
        offer_handlers(field, people, handlers_aside(actor, matter))
        field.help_text = (
            _("Yang berkepentingan dalam perkara ini tidak dapat dipilih.")
            if people
            else _("Tidak ada petugas lain yang berwenang hari ini. Minta admin memberi peran.")
        )
