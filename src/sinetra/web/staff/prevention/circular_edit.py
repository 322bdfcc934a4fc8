"""A draft begins from a template or from the circular that it replaces; then it is written."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.numbering import pattern_of
from sinetra.apps.base.policy import visible
from sinetra.apps.prevention.actions.set_circular_pattern import set_circular_pattern
from sinetra.apps.prevention.actions.write_circular import Draft, write_circular
from sinetra.apps.prevention.circular_drafting import Filled, drafted, fitting, replacing, template_named
from sinetra.apps.prevention.circular_letter import blocks_of
from sinetra.apps.prevention.models import Circular, CircularNumber
from sinetra.apps.prevention.selectors import circulars as rows_of
from sinetra.apps.registry.models import Organisation
from sinetra.apps.registry.vocabulary import HeldRoleName
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.core.prevention.circular_draft import Block
from sinetra.ports.clock import today
from sinetra.web.access import StaffRequest, staff
from sinetra.web.law_view import in_words
from sinetra.web.parts import Link
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.prevention.circular_forms import BeginForm, DraftForm
from sinetra.web.staff.prevention.circular_step_forms import PatternForm

# To whom a circular of a local government goes when nobody says otherwise.
ADDRESSEES = ("Para kepala perangkat daerah", "Para camat dan lurah")
REPLACES = "ganti"


def _office(request: StaffRequest) -> Organisation:
    return visible(request.actor, Organisation).select_related("region").get(pk=request.actor.office)


@staff("circular.write")
@require_http_methods(["GET", "POST"])
def new_circular(request: StaffRequest) -> HttpResponse:
    """``?ganti=`` names the circular that the new one is to replace."""
    office, before = _office(request), _replaced(request)
    day = today(office.region_id)
    fit = fitting(office, day)
    choices = [(item.id, _choice(item.title, item.help, fits=fits)) for item, fits in fit]
    form = BeginForm(posted(request), choices, initial=_beginning(before, fit[0][0], day))
    if form.is_valid():
        made = attempt(form, lambda: _begin(request, form, office, before))
        if made is not None:
            messages.success(request, _("Konsep dibuat. Periksa naskah dan aturannya."))
            return redirect("edit_circular", pk=made.pk)
    lead = _("Templat mengisi naskah dan mengutip hukum yang berlaku pada tanggal surat. Semuanya dapat diubah.")
    if before:
        lead = _("Menggantikan %(number)s. Edaran lama berakhir saat yang baru terbit.") % {"number": before.number}
    context = {
        "title": _("Tulis edaran pengganti") if before else _("Tulis edaran"),
        "lead": lead,
        "form": form,
        "submit": _("Buat konsep"),
        "back": Link(text=_("Surat edaran"), url=reverse("circulars")),
    }
    return render(request, "staff/prevention/form.html", context)


def _choice(title: Any, text: Any, *, fits: bool) -> str:
    words = f"{in_words(title)}. {in_words(text)}"
    return _("%(text)s Cocok untuk tahapan hari ini.") % {"text": words} if fits else words


def _replaced(request: StaffRequest) -> Circular | None:
    wanted = request.GET.get(REPLACES, "")
    try:
        return rows_of.circular(request.actor, UUID(wanted)) if wanted else None
    except ValueError:
        raise NotFound(gettext_noop("Surat edaran ini tidak ada.")) from None


def _beginning(before: Circular | None, first: Any, day: date) -> dict[str, Any]:
    if before is not None and before.template:
        return {
            "template": before.template,
            "issued_on": day,
            "statuses": before.statuses,
            "signatory_role": before.signatory_role,
        }
    return {"template": first.id, "issued_on": day, "statuses": [item.value for item in first.statuses]}


def _begin(request: StaffRequest, form: BeginForm, office: Organisation, before: Circular | None) -> Circular:
    given = form.cleaned_data
    template, day = template_named(given["template"]), given["issued_on"]
    same = before is not None and before.template == template.id and before.statuses == given["statuses"]
    text: Filled = (
        replacing(before, day=day)
        if before is not None and same
        else drafted(template, office, day=day, statuses=form.statuses_said())
    )
    draft = Draft(
        subject=text.subject,
        issued_on=day,
        statuses=form.statuses_said(),
        blocks=text.blocks,
        signatory_role=HeldRoleName(given["signatory_role"]),
        place=(before.place if before else "") or _seat(office),
        groups=tuple(before.groups) if before else (),
        addressees=tuple(before.addressees) if before and before.addressees else ADDRESSEES,
        copies=tuple(before.copies) if before else (),
        template=template.id,
    )
    return write_circular(draft=draft, actor=request.actor, supersedes=before)


def _seat(office: Organisation) -> str:
    """The place before the date of a letter: the name of the city or regency without its kind."""
    name = office.region.name if office.region else ""
    return name.removeprefix("Kota ").removeprefix("Kabupaten ").removesuffix(" (contoh)")


@staff("circular.write")
@require_http_methods(["GET", "POST"])
def edit_circular(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = rows_of.circular(request.actor, pk)
    if row.state != Circular.State.DRAFT:
        return redirect("circular", pk=pk)
    form, newer = DraftForm(posted(request), blocks_of(row), _candidates(row), initial=_told(row)), None
    if form.is_valid():
        version = form.cleaned_data["version"]
        kept = attempt(
            form,
            lambda: write_circular(draft=_draft(form, row), actor=request.actor, circular=row, version=version),
        )
        if kept is not None:
            messages.success(request, _("Konsep disimpan. Orang lain memeriksa dan menerbitkannya."))
            return redirect("circular", pk=pk)
        newer = _newer(request, form, pk)
    context = {
        "circular": row,
        "form": form,
        "newer": newer,
        "back": Link(text=_("Batal"), url=reverse("circular", args=[pk])),
    }
    return render(request, "staff/prevention/circulars/edit.html", context)


def _newer(request: StaffRequest, form: DraftForm, pk: UUID) -> Circular | None:
    """What somebody else wrote meanwhile. It is shown beside what was typed, so that sending again is meant."""
    fresh = rows_of.circular(request.actor, pk)
    if fresh.version == form.cleaned_data["version"]:
        return None
    typed = request.POST.copy()
    typed["version"] = str(fresh.version)
    form.data = typed
    return fresh


def _candidates(row: Circular) -> dict[str, tuple[str, ...]]:
    """What the template finds on the day of the letter: what was unticked can be ticked again."""
    if not row.template or row.issued_on is None:
        return {}
    text = drafted(
        template_named(row.template),
        row.organisation,
        day=row.issued_on,
        statuses=[item for item in template_named(row.template).statuses if item in row.statuses],
    )
    return {block.key: block.norms for block in text.blocks}


def _told(row: Circular) -> dict[str, Any]:
    names = ("number", "nature", "place", "groups", "addressees", "copies", "issued_on", "statuses", "signatory_role")
    return {**{name: getattr(row, name) for name in names}, "subject": row.title, "version": row.version}


def _draft(form: DraftForm, row: Circular) -> Draft:
    given = form.cleaned_data
    blocks: tuple[Block, ...] = form.blocks_said()
    names = ("subject", "issued_on", "number", "nature", "place", "groups", "addressees", "copies")
    return Draft(
        **{name: given[name] for name in names},
        statuses=form.statuses_said(),
        blocks=blocks,
        signatory_role=HeldRoleName(given["signatory_role"]),
        template=row.template,
    )


@staff("circular.set_number_pattern")
@require_http_methods(["GET", "POST"])
def circular_pattern(request: StaffRequest) -> HttpResponse:
    office = _office(request)
    year = today(office.region_id).year
    form = PatternForm(posted(request), initial={"pattern": pattern_of(CircularNumber, office.pk, year)})
    if form.is_valid():
        pattern = form.cleaned_data["pattern"]
        if attempt(form, lambda: set_circular_pattern(year=year, pattern=pattern, actor=request.actor)) is not None:
            messages.success(request, _("Pola nomor disimpan. Nomor yang sudah diberikan tidak berubah."))
            return redirect("circulars")
    context = {
        "title": _("Pola nomor edaran %(year)s") % {"year": year},
        "lead": _(
            "Nomor diberikan saat terbit, tanpa loncat dan tanpa ganda. "
            "Nomor yang diketik sendiri tidak memakai pola ini."
        ),
        "form": form,
        "submit": _("Simpan pola"),
        "back": Link(text=_("Surat edaran"), url=reverse("circulars")),
    }
    return render(request, "staff/prevention/form.html", context)
