"""The plenary's decision on who opens identities and who stands in: named in advance, with a last day."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods

from sinetra.apps.accounts.models import User
from sinetra.apps.reports.actions.end_naming import end_naming
from sinetra.apps.reports.actions.name_custodian import name_custodian
from sinetra.apps.reports.custody import custody_rule
from sinetra.apps.reports.custody_reads import (
    Custody,
    custody_of,
    naming_to_end,
    namings,
    of_whom_the_role_is_over,
    possible_custodians,
)
from sinetra.apps.reports.models import CustodyNaming
from sinetra.apps.reports.vocabulary import Post
from sinetra.ports.clock import today
from sinetra.web.access import StaffRequest, staff
from sinetra.web.format import day_text
from sinetra.web.parts import Cell, Column, Link, Pair, Table
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.prevention.fields import day_field

POSTS = {Post.DEPUTY: _lazy("Wakil kustodian"), Post.CUSTODIAN: _lazy("Kustodian")}

ENDS = {
    Post.DEPUTY: _lazy(
        "Nama baru tidak lagi disegel untuk kuncinya. Yang lama: kustodian menyegelnya ulang di Brankas."
    ),
    Post.CUSTODIAN: _lazy("Nama baru masih disegel untuk kuncinya, sampai kustodian lain membuat kunci di Brankas."),
}


class NamingForm(forms.Form):
    post = forms.ChoiceField(
        label=_lazy("Ditunjuk sebagai"),
        choices=list(POSTS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _lazy("Pilih kustodian atau wakil.")},
    )
    user = forms.ModelChoiceField(
        label=_lazy("Siapa"),
        help_text=_lazy("Yang berperan kustodian; perannya diberikan admin. Yang menangani laporan tidak ditunjuk."),
        queryset=User.objects.none(),
        error_messages={"required": _lazy("Pilih orangnya."), "invalid_choice": _lazy("Pilih orang dari daftar ini.")},
    )
    decision = forms.CharField(
        label=_lazy("Nomor dan tanggal keputusan"),
        help_text=_lazy("Misalnya: Keputusan Ketua 12/2024, 20 November 2024."),
        max_length=200,
        error_messages={"required": _lazy("Tuliskan nomor dan tanggal keputusannya.")},
    )
    starts_on = day_field(_lazy("Hari pertama"))
    ends_on = day_field(_lazy("Hari terakhir"))


@staff("custody.name")
@require_http_methods(["GET", "POST"])
def namings_page(request: StaffRequest) -> HttpResponse:
    custody = custody_of(request.actor)
    form = NamingForm(posted(request), initial={"starts_on": today(custody.office.region_id), "post": Post.DEPUTY})
    form.fields["user"].queryset = possible_custodians(request.actor)  # type: ignore[attr-defined]
    if form.is_valid():
        given = form.cleaned_data | {"post": Post(form.cleaned_data["post"])}
        if attempt(form, lambda: name_custodian(actor=request.actor, **given)) is not None:
            messages.success(request, _("Penunjukan dicatat. Yang ditunjuk masuk dan membuat kuncinya di Brankas."))
            return redirect("custody")
    rule = custody_rule()
    context = {
        "form": form,
        "table": _table(namings(request.actor)),
        "custody": custody,
        "rule": rule,
        "pairs": _pairs(custody),
    }
    return render(request, "staff/vault/custody.html", context)


@staff("custody.name")
@require_http_methods(["GET", "POST"])
def end(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = naming_to_end(request.actor, pk)
    form = forms.Form(posted(request))
    if form.is_valid() and attempt(form, lambda: end_naming(naming=row, actor=request.actor)) is not None:
        messages.success(request, _("Penunjukan diakhiri."))
        return redirect("custody")
    context = {
        "title": _("Akhiri penunjukan"),
        "consequences": [
            _("Sejak sekarang orang ini tidak membuka identitas lagi, sampai ditunjuk kembali."),
            ENDS[Post(row.post)],
        ],
        "pairs": [
            Pair(term=str(POSTS[Post(row.post)]), value=row.user.name),
            Pair(term=_("Keputusan"), value=row.decision),
        ],
        "submit": _("Akhiri"),
        "form": form,
        "stop": True,
        "back": Link(text=_("Batal"), url=reverse("custody")),
    }
    return render(request, "parts/confirm.html", context, status=409 if form.errors else 200)


def _table(rows: tuple[CustodyNaming, ...]) -> Table:
    language, over = get_language() or "id", of_whom_the_role_is_over(rows)
    return Table(
        caption=_("Yang ditunjuk, sekarang dan yang akan datang"),
        columns=[
            Column(text=_("Sebagai")),
            Column(text=_("Siapa")),
            Column(text=_("Dari")),
            Column(text=_("Sampai")),
            Column(text=_("Keputusan")),
            Column(text=""),
        ],
        rows=[
            [
                Cell(text=str(POSTS[Post(row.post)])),
                Cell(text=f"{row.user.name} – {_('perannya sudah berakhir')}" if row.pk in over else row.user.name),
                Cell(text=day_text(row.starts_on, language, weekday=False)),
                Cell(text=day_text(row.ends_on, language, weekday=False)),
                Cell(text=row.decision),
                Cell(text=_("Akhiri"), url=reverse("end_naming", args=[row.pk])),
            ]
            for row in rows
        ],
        empty_title=_("Belum ada yang ditunjuk"),
        empty_text=_("Yang berperan kustodian membuka sendirian; bila berhalangan, tidak ada yang membuka."),
    )


def _pairs(custody: Custody) -> list[Pair]:
    return [
        Pair(term=_("Orang yang dihitung hari ini"), value=str(custody.people)),
        Pair(term=_("Yang membuka"), value=custody.keeper.name),
    ]
