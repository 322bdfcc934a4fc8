"""The registry: offices of a region, who is PPK and why, candidate pairs, the unit tree, people of one's own office."""

from __future__ import annotations

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sinetra.apps.base.policy import may, visible
from sinetra.apps.registry import selectors
from sinetra.apps.registry.appointing import appointing_on
from sinetra.apps.registry.models import Organisation
from sinetra.apps.registry.vocabulary import OrganisationKind
from sinetra.apps.reports.law_clock import election_on
from sinetra.ports.clock import today
from sinetra.web.access import StaffRequest, staff
from sinetra.web.law_words import STATUSES
from sinetra.web.parts import Cell, Column, Link, Pair, Table
from sinetra.web.staff.decider_parts import who
from sinetra.web.staff.heads.offices import government
from sinetra.web.staff.registry_words import HELD_KINDS


class SearchForm(forms.Form):
    q = forms.CharField(label=gettext_lazy("Cari nama atau kode wilayah"), max_length=80, required=False)


class FindPersonForm(forms.Form):
    q = forms.CharField(label=gettext_lazy("Cari awal nama, atau NIP lengkap"), max_length=80, required=False)


@staff("registry.read")
def registry(request: StaffRequest) -> HttpResponse:
    """Regions by name or code; without a search the actor's own organisation."""
    form = SearchForm(request.GET or None)
    text = form.cleaned_data["q"] if form.is_valid() else ""
    own = visible(request.actor, Organisation).select_related("region").get(pk=request.actor.office)
    context = {
        "form": form,
        "searched": bool(text),
        "regions": _regions(text) if text else None,
        "organisation": own,
        "holder": _holder(own),
        "has_heads": government(request.actor) is not None,
        "units": selectors.unit_tree(request.actor, own.pk),
        "pairs_of_region": _pairs(own),
        "prints_slips": may(request.actor, "personal_link.issue"),
        "keeps_people": may(request.actor, "registry.store_person"),
        "careers_url": _careers(request, own),
    }
    return render(request, "staff/registry/registry.html", context)


def _careers(request: StaffRequest, own: Organisation) -> str:
    """Steps for who keeps or decides them, policies for everybody else in a local government; elsewhere nothing."""
    if own.kind != OrganisationKind.LOCAL_GOVERNMENT:
        return ""
    return reverse("career_steps" if may(request.actor, "career.read") else "career_policies")


def _regions(text: str) -> Table:
    found = selectors.find_regions(text)
    return Table(
        caption=_("Wilayah yang cocok"),
        columns=[Column(text=_("Kode")), Column(text=_("Nama")), Column(text=_("Di dalam"))],
        rows=[[Cell(text=r.code), Cell(text=r.name), Cell(text=r.parent.name if r.parent else "–")] for r in found],
        empty_title=_("Tidak ada yang cocok"),
        empty_text=_("Tulis awal nama atau kodenya, misalnya “Banjar” atau “63.72”."),
    )


def _holder(own: Organisation) -> list[Pair]:
    """Who is PPK (kepegawaian) today; why is on the page of its own. Only a local government has one."""
    if own.kind != OrganisationKind.LOCAL_GOVERNMENT:
        return []
    found = appointing_on(own.pk, today(own.region_id))
    pairs = [Pair(term=_("PPK (kepegawaian)"), value=who(found), url=reverse("appointing"))]
    if found.holder is not None:
        pairs += [
            Pair(term=_("Jenis"), value=HELD_KINDS[found.holder.kind]),
            Pair(term=_("Sebab"), value=found.holder.reason or "–"),
            Pair(term=_("Sumber"), value=found.holder.source),
        ]
    return pairs


def _pairs(own: Organisation) -> Table | None:
    if own.region_id is None:
        return None
    day = today(own.region_id)
    pairs = selectors.pairs_in(own.region_id, election_on(day, own.region_id), day)
    return Table(
        caption=_("Pasangan calon di wilayah ini"),
        columns=[Column(text=_("Nomor"), number=True), Column(text=_("Pasangan")), Column(text=_("Petahana"))],
        rows=[
            [
                Cell(text=pair.number or "–"),
                Cell(text=_("Kolom kosong") if pair.is_empty_column else f"{pair.head_name} – {pair.deputy_name}"),
                Cell(text=_("ya") if pair.has_incumbent else _("tidak")),
            ]
            for pair in pairs
        ],
        empty_title=_("Belum ada pasangan calon"),
        empty_text=_("Pasangan dicatat setelah KPU menetapkannya, dengan sumbernya."),
    )


@staff("registry.store_person")
def people(request: StaffRequest) -> HttpResponse:
    """People of one's own office; only the personnel office reaches this page."""
    form = FindPersonForm(request.GET or None)
    text = form.cleaned_data["q"] if form.is_valid() else ""
    found = selectors.people(request.actor, text=text, after=request.GET.get("after"))
    table = Table(
        caption=_("Pegawai, menurut nama"),
        columns=[
            Column(text=_("Nama")),
            Column(text=_("Status")),
            Column(text=_("Jabatan")),
            Column(text=_("Unit")),
            Column(text=_("Halaman saya")),
            Column(text=_("Karier")),
        ],
        rows=[
            [
                Cell(text=p.name),
                Cell(text=str(STATUSES[p.status])),
                Cell(text=p.position_title),
                Cell(text=p.unit.name if p.unit else "–"),
                Cell(text=_("Cetak lembar"), url=reverse("person_slip", args=[p.pk])),
                Cell(text=_("Buka"), url=reverse("person_career", args=[p.pk])),
            ]
            for p in found
        ],
        newer=f"?{urlencode({'q': text})}" if request.GET.get("after") else "",
        older=f"?{urlencode({'q': text, 'after': found.next_token})}" if found.next_token else "",
        empty_title=_("Tidak ada yang cocok") if text else _("Belum ada pegawai"),
        empty_text=_("Tulis awal namanya, atau 18 angka NIP.")
        if text
        else _("Masukkan daftar pegawai dari berkas XLSX atau CSV."),
        empty_link=Link(text=_("Masukkan dari berkas"), url=reverse("import_people")),
    )
    return render(request, "staff/registry/people.html", {"table": table, "form": form})
