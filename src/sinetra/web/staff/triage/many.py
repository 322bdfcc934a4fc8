"""One verb for the reports that were ticked: opened, kept, or grouped. Then what became of each."""

from __future__ import annotations

from collections.abc import Sequence

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.accounts.models import User
from sinetra.apps.base.policy import may, visible
from sinetra.apps.cases.actions.group_reports import first_of, group_reports
from sinetra.apps.cases.actions.keep_many import keep_many
from sinetra.apps.cases.actions.open_many import open_many
from sinetra.apps.cases.bulk import Chosen, RowResult
from sinetra.apps.cases.successors import handlers_of_office
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.vocabulary import Kept
from sinetra.ports.clock import zone_of
from sinetra.web.access import StaffRequest, staff
from sinetra.web.format import moment_text
from sinetra.web.parts import Cell, Link, Pair
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.ticked import chosen, hidden, nothing_chosen, told
from sinetra.web.staff.triage.forms import KeepForm, OpenManyForm
from sinetra.web.staff.triage.words import STATES
from sinetra.web.staff.words import CHANNELS


@staff("report.open_matter")
@require_http_methods(["GET", "POST"])
def open_chosen(request: StaffRequest) -> HttpResponse:
    form, rows = OpenManyForm(posted(request), initial={"handler": request.actor.user_id}), chosen(request)
    people = handlers_of_office(request.actor) if may(request.actor, "matter.assign") else ()
    keys = [request.actor.user_id, *(user.pk for user in people)]
    form.fields["handler"].queryset = User.objects.filter(pk__in=keys).order_by("name")  # type: ignore[attr-defined]
    if form.is_valid():
        handler = form.cleaned_data["handler"]
        done = attempt(form, lambda: open_many(chosen=rows, handler=handler, actor=request.actor))
        if done is not None:
            return _told(request, done, _("Buka sebagai perkara"))
    consequences = [
        _("Setiap laporan mendapat nomor, atau ditolak dengan alasannya, sendiri-sendiri."),
        _("Tenggat berjalan sejak hari laporan diterima. Pelapor membaca bahwa laporannya dibuka."),
    ]
    return _ask(request, form, rows, _("Buka sebagai perkara"), consequences)


@staff("report.keep")
@require_http_methods(["GET", "POST"])
def keep_chosen(request: StaffRequest) -> HttpResponse:
    form, rows = KeepForm(posted(request)), chosen(request)
    if form.is_valid():
        why = Kept(form.cleaned_data["why"])
        done = attempt(form, lambda: keep_many(chosen=rows, why=why, actor=request.actor))
        if done is not None:
            return _told(request, done, _("Simpan sebagai informasi awal"))
    consequences = [
        _("Tidak ada perkara dan tidak ada tenggat; isinya tetap dapat dibuka atau digabungkan kapan saja."),
        _("Setiap pelapor membaca sebabnya. Laporan resmi ditolak: itu selalu dikaji."),
    ]
    return _ask(request, form, rows, _("Simpan sebagai informasi awal"), consequences)


class CopiesForm(forms.Form):
    copies = forms.MultipleChoiceField(
        label="",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


@staff("report.join")
@require_http_methods(["GET", "POST"])
def group_chosen(request: StaffRequest) -> HttpResponse:
    form, rows = CopiesForm(posted(request)), chosen(request)
    found = _rows(request, rows)
    first = first_of(found)
    others = [row for row in found if first is None or row.pk != first.pk]
    form.fields["copies"].label = _("Salinan: sumber atau teksnya sama dengan laporan lain")
    form.fields["copies"].help_text = _("Salinan tidak dihitung sebagai laporan yang menguatkan.")
    form.fields["copies"].choices = [(str(row.pk), _name(row)) for row in others]  # type: ignore[attr-defined]
    if form.is_valid():
        copies = frozenset(row.pk for row in others if str(row.pk) in form.cleaned_data["copies"])
        done = attempt(form, lambda: group_reports(chosen=rows, copies=copies, actor=request.actor))
        if done is not None and all(row.refused is None for row in done[1]):
            return redirect("matter", pk=done[0].pk)
        if done is not None:
            return _told(request, done[1], _("Gabungkan menjadi satu perkara"))
    consequences = [
        _("Satu perkara dibuka dari laporan yang tenggatnya berlaku bagi semua; yang lain digabungkan kepadanya."),
        _("Setiap pelapor tetap memiliki kode, langkah, dan percakapan sendiri, dan tidak tahu ada laporan lain."),
        _("Jumlah laporan bukan bukti dan bukan nilai. Laporan dapat dipisahkan kembali."),
    ]
    return _ask(request, form, rows, _("Gabungkan menjadi satu perkara"), consequences, first=first)


def _rows(request: StaffRequest, ticked: Sequence[Chosen]) -> list[Report]:
    rows = visible(request.actor, Report).filter(pk__in=[row.key for row in ticked])
    texts = ("what_sealed", "where_sealed", "reported_sealed")
    return list(rows.select_related("region").defer(*texts).order_by("filed_at", "id"))


def _name(row: Report) -> str:
    """By what a person knows it again: channel, place, the moment of filing."""
    zone = zone_of(row.region_id).abbreviation
    at = moment_text(row.filed_at, row.filed_on, zone, get_language() or "id")
    return f"{CHANNELS[row.kept_as]}, {row.region.name}, {at}"


def _ask(
    request: StaffRequest,
    form: forms.Form,
    rows: Sequence[Chosen],
    title: str,
    consequences: list[str],
    *,
    first: Report | None = None,
) -> HttpResponse:
    found = _rows(request, rows)
    back = Link(text=_("Batal"), url=reverse("inbox"))
    if not found:
        return nothing_chosen(request, title, _("Pilih dahulu laporan di daftar, lalu tekan tombolnya."), back)
    number = ngettext("%(n)s laporan", "%(n)s laporan", len(found)) % {"n": len(found)}
    pairs = [Pair(term=number, value="; ".join(_name(row) for row in found))]
    if first is not None:
        pairs.append(Pair(term=_("Yang membuka perkara"), value=_name(first)))
    context = {
        "title": title,
        "consequences": consequences,
        "pairs": pairs,
        "submit": title,
        "form": form,
        "hidden": hidden(rows),
        "back": back,
    }
    return render(request, "parts/confirm.html", context)


def _told(request: StaffRequest, done: Sequence[RowResult[Report]], title: str) -> HttpResponse:
    columns = [_("Laporan"), _("Hasil"), _("Sekarang")]
    return told(request, done, title, columns, _cells, Link(text=_("Kembali ke laporan masuk"), url=reverse("inbox")))


def _cells(row: Report) -> list[Cell]:
    name = Cell(text=_name(row), url=reverse("received_report", args=[row.pk]))
    matter = row.in_matter
    if matter is not None:
        return [name, Cell(text=matter.number, url=reverse("matter", args=[matter.pk]))]
    return [name, Cell(text=str(STATES.get(row.state, "–")))]
