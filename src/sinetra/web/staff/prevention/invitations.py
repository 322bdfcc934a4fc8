"""Which units an activity is for: found in the register, chosen, and invited with a letter."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.policy import visible
from sinetra.apps.prevention.actions.invite_units import add_units, issue_letter
from sinetra.apps.prevention.models import Activity, ActivityUnit, InvitationLetter
from sinetra.apps.prevention.selectors import activities as rows_of
from sinetra.apps.prevention.selectors.signatories import signatories
from sinetra.apps.registry.vocabulary import HeldRoleName
from sinetra.core.documents.letter import letter_from, letter_pdf
from sinetra.core.documents.signatory import Signatory
from sinetra.core.errors import BadInput, NotFound, gettext_noop
from sinetra.ports.clock import today, zone_of
from sinetra.web.access import StaffRequest, staff
from sinetra.web.downloads import download
from sinetra.web.format import moment_text
from sinetra.web.parts import Cell, Column, Link
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.lists import table
from sinetra.web.staff.prevention.part_forms import LetterForm
from sinetra.web.staff.prevention.words import UNIT_KINDS, language

FOUND = 50
OTHER = "lain"
# One file holds this many letters; more are printed unit by unit.
MOST_LETTERS = 200


class FindForm(forms.Form):
    q = forms.CharField(label=_lazy("Nama atau kode unit"), max_length=80, required=False)
    jenis = forms.ChoiceField(label=_lazy("Jenis unit"), required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        kinds = [(name, str(word)) for name, word in UNIT_KINDS.items()]
        self.fields["jenis"].choices = [("", _("semua")), *kinds]  # type: ignore[attr-defined]


@staff("activity.plan")
@require_http_methods(["GET", "POST"])
def units(request: StaffRequest, pk: UUID) -> HttpResponse:
    """GET finds units; POST takes those that were ticked."""
    row = rows_of.activity(request.actor, pk)
    if request.method == "POST":
        _take(request, row)
        return redirect("activity_units", pk=pk)
    form = FindForm(request.GET or None)
    asked = form.is_valid() and bool(form.cleaned_data["q"] or form.cleaned_data["jenis"])
    found = (
        rows_of.find_units(request.actor, form.cleaned_data["q"], form.cleaned_data["jenis"], FOUND + 1)
        if asked
        else []
    )
    chosen = set(row.invited_units.filter(unit__in=found).values_list("unit_id", flat=True))
    context = {
        "activity": row,
        "form": form,
        "asked": asked,
        "found": [(unit, unit.pk in chosen) for unit in found[:FOUND]],
        "more": len(found) > FOUND,
        "most": FOUND,
        "table": _chosen(request, row),
        "letters": _letters(request, row),
        "may_invite": row.state == Activity.State.PLANNED and row.invited_units.filter(letter=None).exists(),
        "back": Link(text=row.title, url=reverse("activity", args=[pk])),
    }
    return render(request, "staff/prevention/units.html", context)


def _take(request: StaffRequest, row: Activity) -> None:
    chosen = []
    for text in request.POST.getlist("unit"):
        try:
            chosen.append(UUID(text))
        except ValueError:
            raise NotFound(gettext_noop("Unit ini tidak ada.")) from None
    number = add_units(activity=row, units=chosen, actor=request.actor)
    messages.success(request, ngettext("%(n)s unit ditambahkan.", "%(n)s unit ditambahkan.", number) % {"n": number})


def _chosen(request: StaffRequest, row: Activity) -> Any:
    zone = zone_of(row.region_id).abbreviation

    def cells(line: ActivityUnit) -> list[Cell]:
        letter = reverse("letter_file", args=[line.letter_id]) if line.letter_id else ""
        invited = _("belum diundang")
        if line.letter is not None and line.invited_at is not None:
            invited = moment_text(line.invited_at, line.letter.dated_on, zone, language())
        return [
            Cell(text=line.unit.name),
            Cell(text=line.unit.code),
            Cell(text=invited),
            Cell(text=line.letter.number if line.letter else "–", url=f"{letter}?unit={line.pk}" if letter else ""),
        ]

    return table(
        request,
        visible(request.actor, ActivityUnit).filter(activity=row).select_related("unit", "letter"),
        caption=_("Unit pada daftar, menurut nama"),
        columns=[Column(text=text) for text in (_("Unit"), _("Kode"), _("Diundang"), _("Surat"))],
        cells=cells,
        order=("unit__name", "id"),
        empty=(_("Belum ada unit"), _("Cari unit di atas, centang, lalu tambahkan.")),
    )


def _letters(request: StaffRequest, row: Activity) -> list[Link]:
    return [
        Link(text=letter.number, url=reverse("letter_file", args=[letter.pk]))
        for letter in visible(request.actor, InvitationLetter).filter(activity=row).order_by("-id")[:20]
    ]


@staff("activity.plan")
@require_http_methods(["GET", "POST"])
def new_letter(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = rows_of.activity(request.actor, pk)
    day = today(row.region_id)
    held = signatories(row.organisation_id, day)
    choices = [*((role.value, f"{who.office}: {who.name}") for role, who in held.items()), (OTHER, _("orang lain"))]
    form = LetterForm(posted(request), choices=choices, initial={"dated_on": day, "signatory": choices[0][0]})
    if form.is_valid():
        made = attempt(form, lambda: _issued(request, row, form.cleaned_data))
        if made is not None:
            messages.success(request, _("Undangan terbit. Unduh dan kirimkan."))
            return redirect("activity_units", pk=pk)
    context = {
        "form": form,
        "title": _("Terbitkan undangan"),
        "lead": row.title,
        "notes": [
            _("Surat ditujukan kepada setiap unit pada daftar yang belum diundang."),
            _("Isinya diambil dari sesi, tema, dan agenda, lalu tidak berubah lagi."),
        ],
        "submit": _("Terbitkan undangan"),
        "back": Link(text=_("Kembali"), url=reverse("activity_units", args=[pk])),
    }
    return render(request, "staff/prevention/form.html", context)


def _issued(request: StaffRequest, row: Activity, given: dict[str, Any]) -> InvitationLetter:
    """Who signs is looked up on the day of the letter. Errors: those of ``issue_letter``."""
    if given["signatory"] == OTHER:
        if not given["name"].strip() or not given["office"].strip():
            raise BadInput(gettext_noop("Tulis nama dan jabatan penanda tangan."), field="name")
        who = Signatory(name=given["name"], title=given["office"])
    else:
        held = signatories(row.organisation_id, given["dated_on"])
        found = held.get(HeldRoleName(given["signatory"]))
        if found is None:
            raise BadInput(gettext_noop("Pada tanggal surat jabatan ini belum ada pemegangnya."), field="signatory")
        who = found
    return issue_letter(
        activity=row, number=given["number"], dated_on=given["dated_on"], signatory=who, actor=request.actor
    )


@staff("activity.plan")
def letter_file(request: StaffRequest, pk: UUID) -> HttpResponse:
    """``?unit=`` is one addressee; without it a sheet for each of the first 200."""
    letter = rows_of.letter(request.actor, pk)
    rows = visible(request.actor, ActivityUnit).filter(letter=letter).select_related("unit")
    try:
        wanted = UUID(request.GET["unit"]) if "unit" in request.GET else None
    except ValueError:
        wanted = pk
    names = [
        row.unit.name
        for row in (rows.filter(pk=wanted) if wanted else rows.order_by("unit__name", "id"))[:MOST_LETTERS]
    ]
    if not names:
        raise NotFound(gettext_noop("Surat ini tidak ada."))
    body = letter_pdf(letter_from(letter.content), names)
    return download(body, "application/pdf", f"undangan-{letter.dated_on.isoformat()}.pdf")
