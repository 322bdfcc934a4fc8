"""Who has received a circular: units for the officer, the own unit with its names for its organiser."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.policy import may, visible
from sinetra.apps.prevention import kept_files
from sinetra.apps.prevention.actions.accept_circular import MOST_UNKNOWN
from sinetra.apps.prevention.actions.acknowledge_circular import acknowledge_circular, record_circular_receipt
from sinetra.apps.prevention.models import Circular, CircularReceipt
from sinetra.apps.prevention.selectors import circular_receipts as receipts
from sinetra.apps.prevention.selectors import circulars as rows_of
from sinetra.apps.prevention.uploads import ENDINGS
from sinetra.apps.registry.models import Person, Unit
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.ports.clock import today
from sinetra.web.access import StaffRequest, staff
from sinetra.web.downloads import download
from sinetra.web.format import number_text
from sinetra.web.parts import Cell, Column, Link
from sinetra.web.staff.attempt import attempt
from sinetra.web.staff.lists import table
from sinetra.web.staff.prevention.circular_step_forms import ReceiptForm
from sinetra.web.staff.prevention.words import day_said

ONLY_MISSING = "belum"


def people_words(found: receipts.People) -> str:
    """``7 dari 12``; of a unit under ten people always the same words."""
    if found.stated is None or found.eligible is None:
        return _("belum lengkap")
    language = get_language() or "id"
    stated, eligible = number_text(found.stated, language), number_text(found.eligible, language)
    return _("%(n)s dari %(all)s") % {"n": stated, "all": eligible}


@staff("activity.read")
def circular_receipts(request: StaffRequest, pk: UUID) -> HttpResponse:
    """``?belum=1``: only units that have not stated it."""
    row = rows_of.circular(request.actor, pk)
    missing = request.GET.get(ONLY_MISSING) == "1"
    listed = table(
        request,
        receipts.units(request.actor, row, missing=missing),
        caption=_("Unit, menurut kode"),
        columns=[
            Column(text=_("Unit")),
            Column(text=_("Unit menyatakan menerima")),
            Column(text=_("Pegawai yang menyatakan menerima"), number=True),
            Column(text=_("Tindakan")),
        ],
        cells=lambda unit: _cells(request, row, unit),
        order=("code", "id"),
        empty=(
            _("Tidak ada unit di sini"),
            _("Semua unit sudah menyatakan menerima, atau Register belum berisi unit."),
        ),
    )
    context = {
        "circular": row,
        "table": listed,
        "missing": missing,
        "day": today(row.region_id),
        "back": Link(text=_("Kembali ke edaran"), url=reverse("circular", args=[pk])),
    }
    return render(request, "staff/prevention/circulars/receipts.html", context)


def _cells(request: StaffRequest, row: Circular, unit: Unit) -> list[Cell]:
    stated_on = unit.stated_on  # type: ignore[attr-defined]
    people = receipts.counted(unit.stated, unit.eligible)  # type: ignore[attr-defined]
    own = unit.pk in request.actor.units
    if stated_on is not None:
        said = Cell(text=day_said(stated_on), sentiment="good")
    else:
        said = Cell(text=_("belum menyatakan menerima"), sentiment="attention")
    url = reverse("circular_unit", args=[row.pk, unit.pk]) if own else ""
    return [Cell(text=unit.name, url=url), said, Cell(text=people_words(people)), _action(request, row, unit)]


def _action(request: StaffRequest, row: Circular, unit: Unit) -> Cell:
    if not may(request.actor, "circular.record_receipt", row):
        return Cell(text="–")
    if unit.way == CircularReceipt.Way.OFFICER:  # type: ignore[attr-defined]
        return Cell(text=_("lihat bukti"), url=reverse("circular_proof", args=[row.pk, unit.pk]))
    if unit.stated_on is None and row.state == Circular.State.PUBLISHED:  # type: ignore[attr-defined]
        return Cell(text=_("catat dengan bukti"), url=reverse("record_receipt", args=[row.pk, unit.pk]))
    return Cell(text="–")


def _unit(request: StaffRequest, row: Circular, pk: UUID) -> Unit:
    found = Unit.objects.filter(pk=pk, organisation_id=row.organisation_id).first()
    if found is None:
        raise NotFound(gettext_noop("Unit ini tidak ada dalam register kantor Anda."))
    return found


@staff("circular.record_receipt")
@require_http_methods(["GET", "POST"])
def record_receipt(request: StaffRequest, pk: UUID, unit_pk: UUID) -> HttpResponse:
    row = rows_of.circular(request.actor, pk)
    unit = _unit(request, row, unit_pk)
    if request.method == "POST":
        form = ReceiptForm(request.POST, request.FILES)
    else:
        form = ReceiptForm(initial={"received_on": today(row.region_id)})
    if form.is_valid():
        given = form.cleaned_data
        if attempt(form, lambda: record_circular_receipt(circular=row, unit=unit, actor=request.actor, **given)):
            messages.success(request, _("Tanda terima unit tercatat."))
            return redirect("circular_receipts", pk=pk)
    context = {
        "title": _("Tanda terima %(unit)s") % {"unit": unit.name},
        "form": form,
        "submit": _("Catat tanda terima"),
        "back": Link(text=_("Batal"), url=reverse("circular_receipts", args=[pk])),
    }
    return render(request, "staff/prevention/form.html", context)


@staff("circular.record_receipt")
def circular_proof(request: StaffRequest, pk: UUID, unit_pk: UUID) -> HttpResponse:
    rows = visible(request.actor, CircularReceipt).filter(circular_id=pk, unit_id=unit_pk, is_unit=True)
    found = rows.exclude(proof="").first()
    if found is None:
        raise NotFound(gettext_noop("Bukti ini tidak ada."))
    content = kept_files.opened(found.proof, kept_files.PROOF)
    return download(content, found.proof_type, f"bukti.{ENDINGS[found.proof_type][0]}")


@staff("circular.acknowledge")
@require_http_methods(["GET", "POST"])
def circular_unit(request: StaffRequest, pk: UUID, unit_pk: UUID) -> HttpResponse:
    """For the organiser of the unit: POST states that the unit has it; below are the names still missing."""
    row = rows_of.circular(request.actor, pk)
    unit = _unit(request, row, unit_pk)
    if request.method == "POST":
        acknowledge_circular(circular=row, unit=unit, actor=request.actor)
        messages.success(request, _("Terima kasih. Unit Anda tercatat menerima edaran ini."))
        return redirect("circular_unit", pk=pk, unit_pk=unit_pk)
    people = receipts.people_of(request.actor, row, unit)
    listed = table(
        request,
        receipts.missing_people(request.actor, row, unit),
        caption=_("Belum menyatakan menerima"),
        columns=[Column(text=_("Nama")), Column(text=_("Jabatan"))],
        cells=_person_cells,
        order=("name", "id"),
        empty=(_("Semua sudah menyatakan menerima"), _("Atau belum ada pegawai unit ini yang tercakup edaran.")),
    )
    rows = CircularReceipt.objects.filter(circular=row, unit=unit, is_unit=True)
    unknown = list(receipts.unknown_names(request.actor, row, unit).order_by("name")[:MOST_UNKNOWN])
    context = {
        "circular": row,
        "unit": unit,
        "receipt": rows.first(),
        "people": people_words(people),
        "table": listed,
        "unknown": unknown,
        "is_full": len(unknown) == MOST_UNKNOWN,
        "holds": row.state == Circular.State.PUBLISHED,
        "back": Link(text=_("Kembali ke edaran"), url=reverse("circular", args=[pk])),
    }
    return render(request, "staff/prevention/circulars/unit.html", context)


def _person_cells(person: Person) -> list[Cell]:
    return [Cell(text=person.name), Cell(text=person.position_title or "–")]
