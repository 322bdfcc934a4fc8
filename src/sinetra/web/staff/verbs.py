"""The verbs of a matter as pages: what will happen, what must be filled in, then the act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import visible
from sinetra.apps.cases import selectors as cases
from sinetra.apps.cases.actions.acknowledge import acknowledge
from sinetra.apps.cases.actions.close import close
from sinetra.apps.cases.actions.forward import forward
from sinetra.apps.cases.actions.hold_plenary import hold_plenary
from sinetra.apps.cases.actions.register import register
from sinetra.apps.cases.actions.return_package import return_package
from sinetra.apps.cases.actions.start_study import start_study
from sinetra.apps.cases.models import HandOver, Matter
from sinetra.apps.cases.partners import receivers
from sinetra.apps.cases.vocabulary import Direction, HandOverState, Outcome
from sinetra.apps.registry.models import Organisation
from sinetra.core.errors import BadInput, NotFound, gettext_noop
from sinetra.web.access import StaffRequest, staff
from sinetra.web.middleware.errors import in_words
from sinetra.web.parts import Link
from sinetra.web.staff.words import OUTCOMES


class NoForm(forms.Form):
    """A verb that needs nothing but the decision."""


class ForwardForm(forms.Form):
    to = forms.ModelChoiceField(
        label=_lazy("Teruskan ke"),
        queryset=Organisation.objects.none(),
        error_messages={"required": _lazy("Pilih instansi penerima.")},
    )
    summary = forms.CharField(
        label=_lazy("Ringkasan kajian, dengan kata-kata kantor Anda"),
        help_text=_lazy("Ringkasan ini yang dikirim. Kata-kata dan identitas pelapor tidak pernah dikirim."),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _lazy("Tuliskan ringkasan kajian untuk instansi penerima.")},
    )


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_lazy("Alasan"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _lazy("Tuliskan alasannya.")},
    )


class CloseForm(ReasonForm):
    outcome = forms.ChoiceField(
        label=_lazy("Hasil"), widget=forms.RadioSelect, error_messages={"required": _lazy("Pilih hasilnya.")}
    )
    field_order = ["outcome", "reason"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """``run(matter, actor, values)`` does it. ``consequences`` are told before; ``stop`` colours the button."""

    button: str | Promise
    title: str | Promise
    consequences: tuple[str | Promise, ...]
    run: Callable[[Matter, Actor, dict[str, Any]], object]
    form: type[forms.Form] = NoForm
    stop: bool = False


def _open_hand_over(matter: Matter, actor: Actor) -> HandOver:
    rows = visible(actor, HandOver).filter(matter=matter, direction=Direction.INCOMING, state=HandOverState.RECEIVED)
    found = rows.select_related("organisation", "matter").first()
    if found is None:
        raise NotFound(gettext_noop("Tidak ada serah terima yang menunggu jawaban."))
    return found


VERBS: dict[str, Verb] = {
    "start_study": Verb(
        button=_lazy("Mulai kajian awal"),
        title=_lazy("Mulai kajian awal"),
        consequences=(
            _lazy("Anda menjadi penanggung jawab bila belum ada."),
            _lazy("Pelapor membaca bahwa kajian dimulai."),
        ),
        run=lambda matter, actor, values: start_study(matter=matter, actor=actor),
    ),
    "register": Verb(
        button=_lazy("Registrasi"),
        title=_lazy("Registrasi perkara"),
        consequences=(
            _lazy("Syarat formal dan materiel dinyatakan terpenuhi."),
            _lazy("Tenggat kajian awal berhenti."),
        ),
        run=lambda matter, actor, values: register(matter=matter, actor=actor),
    ),
    "hold_plenary": Verb(
        button=_lazy("Catat putusan pleno"),
        title=_lazy("Catat putusan pleno"),
        consequences=(
            _lazy("Perkara dinyatakan diputus dalam rapat pleno."),
            _lazy("Isi putusan ada di berita acara."),
        ),
        run=lambda matter, actor, values: hold_plenary(matter=matter, actor=actor, reason=values["reason"]),
        form=ReasonForm,
    ),
    "forward": Verb(
        button=_lazy("Teruskan"),
        title=_lazy("Teruskan ke instansi lain"),
        consequences=(
            _lazy("Paket bertanda tangan dikirim kepada penerima."),
            _lazy("Serah terima baru selesai setelah penerima menyatakan menerima."),
            _lazy("Pelapor membaca ke mana laporannya diteruskan."),
        ),
        run=lambda matter, actor, values: forward(
            matter=matter, to=values["to"], summary=values["summary"], actor=actor
        ),
        form=ForwardForm,
    ),
    "close": Verb(
        button=_lazy("Tutup perkara"),
        title=_lazy("Tutup perkara"),
        consequences=(
            _lazy("Semua tenggat berhenti. Langkah ini tidak dapat dibatalkan."),
            _lazy("Bila tidak terbukti, nama yang dilaporkan hilang dari semua daftar."),
            _lazy("Pelapor membaca hasilnya."),
        ),
        run=lambda matter, actor, values: close(
            matter=matter, outcome=Outcome(values["outcome"]), reason=values["reason"], actor=actor
        ),
        form=CloseForm,
        stop=True,
    ),
    "acknowledge": Verb(
        button=_lazy("Nyatakan diterima"),
        title=_lazy("Nyatakan diterima"),
        consequences=(
            _lazy("Tanda terima bertanda tangan kembali kepada pengirim."),
            _lazy("Sejak itu perkara ini tanggung jawab kantor Anda."),
        ),
        run=lambda matter, actor, values: acknowledge(hand_over=_open_hand_over(matter, actor), actor=actor),
    ),
    "return": Verb(
        button=_lazy("Kembalikan"),
        title=_lazy("Kembalikan kepada pengirim"),
        consequences=(_lazy("Alasan Anda dikirim kepada pengirim."), _lazy("Perkara di kantor Anda ditutup.")),
        run=lambda matter, actor, values: return_package(
            hand_over=_open_hand_over(matter, actor), reason=values["reason"], actor=actor
        ),
        form=ReasonForm,
        stop=True,
    ),
}


@staff("matter.read")
@require_http_methods(["GET", "POST"])
def verb(request: StaffRequest, pk: UUID, name: str) -> HttpResponse:
    """Which verbs there are for this matter and actor is the selector's answer; the verb checks once more."""
    view = cases.matter_view(request.actor, pk)
    if name not in VERBS or name not in view.acts:
        raise NotFound(gettext_noop("Langkah ini tidak mungkin dalam keadaan perkara sekarang."))
    found = VERBS[name]
    form = _form(found, request, view.matter)
    if request.method == "POST" and form.is_valid():
        try:
            found.run(view.matter, request.actor, form.cleaned_data)
        except BadInput as error:
            form.add_error(error.field if error.field in form.fields else None, in_words(error))
        else:
            messages.success(request, _("Selesai: %(what)s.") % {"what": found.title})
            return redirect("matter", pk=pk)
    context = {
        "title": f"{found.title} – {view.matter.number}",
        "consequences": found.consequences,
        "submit": found.button,
        "form": form,
        "stop": found.stop,
        "back": Link(text=_("Batal"), url=reverse("matter", args=[pk])),
    }
    return render(request, "parts/confirm.html", context)


def _form(found: Verb, request: StaffRequest, matter: Matter) -> forms.Form:
    form = found.form(request.POST or None)
    if isinstance(form, ForwardForm):
        form.fields["to"].queryset = receivers()  # type: ignore[attr-defined]
    if isinstance(form, CloseForm):
        outcomes = cases.possible_outcomes(request.actor, matter)
        form.fields["outcome"].choices = [(o.value, OUTCOMES[o.value]) for o in outcomes]  # type: ignore[attr-defined]
    return form
