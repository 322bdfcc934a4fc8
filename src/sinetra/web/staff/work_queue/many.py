"""One verb for the rows that were ticked: who takes them, or that they arrived. Then what became of each."""

from __future__ import annotations

from collections.abc import Sequence

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods

from sinetra.apps.accounts.models import User
from sinetra.apps.base.policy import visible
from sinetra.apps.cases.actions.acknowledge_many import acknowledge_many
from sinetra.apps.cases.actions.assign_many import assign_many
from sinetra.apps.cases.bulk import Chosen, RowResult
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.successors import handlers_of_office
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Cell, Link, Pair
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.intake_forms import ReasonForm
from sinetra.web.staff.ticked import chosen, hidden, nothing_chosen, told
from sinetra.web.staff.work_queue.rows import handler_word, state_word


class AssignManyForm(ReasonForm):
    handler = forms.ModelChoiceField(
        label=_lazy("Penanggung jawab baru"),
        help_text=_lazy("Perkara yang orang ini harus menyingkir darinya tidak ikut pindah."),
        queryset=User.objects.none(),
        error_messages={
            "required": _lazy("Pilih penanggung jawab baru."),
            "invalid_choice": _lazy("Orang ini tidak berperan di kantor Anda hari ini; pilih yang lain."),
        },
    )
    field_order = ["handler", "reason"]


@staff("matter.assign")
@require_http_methods(["GET", "POST"])
def assign_chosen(request: StaffRequest) -> HttpResponse:
    form = AssignManyForm(posted(request))
    people = handlers_of_office(request.actor)
    form.fields["handler"].queryset = User.objects.filter(pk__in=[user.pk for user in people]).order_by("name")  # type: ignore[attr-defined]
    rows = chosen(request)
    if form.is_valid():
        given = form.cleaned_data
        done = attempt(
            form,
            lambda: assign_many(chosen=rows, handler=given["handler"], reason=given["reason"], actor=request.actor),
        )
        if done is not None:
            return _told(request, done, _("Ganti penanggung jawab"))
    consequences = [
        _("Setiap perkara pindah, atau ditolak dengan alasannya, sendiri-sendiri."),
        _("Tenggatnya tetap. Alasan Anda masuk jejak audit setiap perkara."),
    ]
    return _ask(request, form, rows, _("Ganti penanggung jawab"), consequences)


@staff("package.acknowledge")
@require_http_methods(["GET", "POST"])
def acknowledge_chosen(request: StaffRequest) -> HttpResponse:
    form = forms.Form(posted(request))
    rows = chosen(request)
    if form.is_valid():
        done = attempt(form, lambda: acknowledge_many(chosen=rows, actor=request.actor))
        if done is not None:
            return _told(request, done, _("Nyatakan diterima"))
    consequences = [
        _("Tanda terima bertanda tangan kembali kepada setiap pengirim."),
        _("Sejak itu perkara ini tanggung jawab kantor Anda."),
        _("Yang tidak menunggu jawaban dilewati, dengan alasannya."),
    ]
    return _ask(request, form, rows, _("Nyatakan diterima"), consequences)


def _ask(
    request: StaffRequest, form: forms.Form, rows: Sequence[Chosen], title: str, consequences: list[str]
) -> HttpResponse:
    found = visible(request.actor, Matter).filter(pk__in=[row.key for row in rows])
    seen = {row.pk: row for row in found.only("number")}
    picked = [seen[row.key] for row in rows if row.key in seen]
    back = Link(text=_("Batal"), url=reverse("matters"))
    if not picked:
        text = _("Beri centang pada perkara dalam antrean, lalu tekan tombolnya lagi.")
        return nothing_chosen(request, title, text, back)
    context = {
        "title": title,
        "consequences": consequences,
        "pairs": [Pair(term=_("%(n)s perkara") % {"n": len(picked)}, value=", ".join(row.number for row in picked))],
        "submit": title,
        "form": form,
        "hidden": hidden(rows),
        "back": back,
    }
    return render(request, "parts/confirm.html", context)


def _told(request: StaffRequest, done: Sequence[RowResult[Matter]], title: str) -> HttpResponse:
    columns = [_("Perkara"), _("Hasil"), _("Keadaan sekarang"), _("Penanggung jawab sekarang")]
    return told(request, done, title, columns, _cells, Link(text=_("Kembali ke antrean"), url=reverse("matters")))


def _cells(row: Matter) -> list[Cell]:
    return [
        Cell(text=row.number, url=reverse("matter", args=[row.pk])),
        Cell(text=state_word(row)),
        Cell(text=handler_word(row)),
    ]
