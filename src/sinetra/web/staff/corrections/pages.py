"""One correction, what is done with it, and one that the program does not know of."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.policy import require, visible
from sinetra.apps.cases.actions.add_correction import add_correction
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.corrections import correction_file
from sinetra.apps.cases.models import Correction, Matter
from sinetra.core.errors import Conflict, NotFound, gettext_noop
from sinetra.web.access import StaffRequest, staff
from sinetra.web.downloads import download
from sinetra.web.format import day_text
from sinetra.web.parts import Link, Pair
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.corrections.forms import AddForm
from sinetra.web.staff.corrections.verbs import STEPS, steps_for
from sinetra.web.staff.corrections.words import TOLD_BY, state_words


@staff("matter.read")
def correction(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = _one(request, pk)
    context = {
        "row": row,
        "badge": state_words(row),
        "pairs": _pairs(row),
        "steps": [
            Link(text=str(STEPS[name].title), url=reverse("correction_step", args=[pk, name]))
            for name in steps_for(row, request.actor)
        ],
        "has_file": bool(row.package_sealed if row.direction == "outgoing" else row.reply_sealed),
        "back": Link(text=_("Perkara %(number)s") % {"number": row.matter.number}, url=_matter_url(row)),
    }
    return render(request, "staff/corrections/one.html", context)


@staff("matter.read")
@require_http_methods(["GET", "POST"])
def correction_step(request: StaffRequest, pk: UUID, name: str) -> HttpResponse:
    """What was overtaken meanwhile is told on the same page, with what was typed."""
    row = _one(request, pk)
    if name not in STEPS:
        raise NotFound(gettext_noop("Langkah ini tidak ada."))
    step = STEPS[name]
    require(request.actor, step.action, row)
    form = step.form(posted(request))
    form.offer(row, request.actor)
    if form.is_valid() and attempt(form, lambda: step.run(row, request.actor, form)) is not None:
        messages.success(request, _("Selesai: %(what)s.") % {"what": step.title})
        return redirect("correction", pk=pk)
    context = {
        "title": f"{step.title}: {row.body_name}",
        "consequences": step.consequences,
        "pairs": [Pair(term=_("Perkara"), value=row.matter.number)],
        "form": form,
        "submit": step.title,
        "stop": step.stop,
        "back": Link(text=_("Batal"), url=reverse("correction", args=[pk])),
    }
    refused = form.is_bound and bool(form.non_field_errors())
    return render(request, "parts/confirm.html", context, status=Conflict.status if refused else 200)


@staff("correction.add")
@require_http_methods(["GET", "POST"])
def new_correction(request: StaffRequest, pk: UUID) -> HttpResponse:
    matter = visible(request.actor, Matter).select_related("report", "organisation").filter(pk=pk).first()
    if matter is None:
        raise NotFound(gettext_noop("Perkara ini tidak ada, atau bukan untuk Anda."))
    require_no_conflict(request.actor, matter)
    form = AddForm(posted(request))
    if form.is_valid():
        made = attempt(form, lambda: add_correction(matter=matter, actor=request.actor, **form.cleaned_data))
        if made is not None:
            messages.success(request, _("Lembaga masuk daftar pembetulan."))
            return redirect("correction", pk=made.pk)
    context = {
        "form": form,
        "title": _("Tambah yang pernah diberi tahu"),
        "lead": _("Perkara %(number)s") % {"number": matter.number},
        "notes": [_("Serah terima dan surat dari Sinetra sudah masuk sendiri.")],
        "submit": _("Tambahkan"),
        "back": Link(text=_("Perkara %(number)s") % {"number": matter.number}, url=reverse("matter", args=[pk])),
    }
    return render(request, "staff/prevention/form.html", context)


@staff("correction.export")
def correction_package(request: StaffRequest, pk: UUID) -> HttpResponse:
    """The signed document as a file, for where no connection goes."""
    name, content = correction_file(request.actor, pk)
    return download(content, "application/json", name)


def _one(request: StaffRequest, pk: UUID) -> Correction:
    """Errors: ``NotFound``, ``StepAside``."""
    rows = visible(request.actor, Correction).select_related(
        "organisation", "matter__report", "matter__organisation", "about"
    )
    row = rows.filter(pk=pk).first()
    if row is None:
        raise NotFound(gettext_noop("Pembetulan ini tidak ada, atau bukan untuk Anda."))
    require_no_conflict(request.actor, row.matter)
    return row


def _pairs(row: Correction) -> list[Pair]:
    language = get_language() or "id"
    days = [
        (_("Diberi tahu"), row.told_on),
        (_("Menunggu sejak"), row.since),
        (_("Dikirim"), row.sent_on),
        (_("Diterima"), row.acknowledged_on),
    ]
    pairs = [Pair(term=_("Lewat"), value=str(TOLD_BY[row.told_by]))]
    pairs += [Pair(term=term, value=day_text(day, language)) for term, day in days if day is not None]
    texts = [(_("Nomor surat"), row.number), (_("Keterangan"), row.reason)]
    return pairs + [Pair(term=term, value=text) for term, text in texts if text]


def _matter_url(row: Correction) -> str:
    return reverse("matter", args=[row.matter_id])
