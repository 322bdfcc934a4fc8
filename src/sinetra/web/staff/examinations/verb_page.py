"""One verb of an examination as a page: what will happen, what the law knows, what must be filled in, then the act."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.policy import may
from sinetra.apps.cases.examinations.selectors import ExaminationView, answer_file, examination_view
from sinetra.apps.cases.letters.recorded import letters_of_step, told_by_letter
from sinetra.core.errors import Conflict, NotFound, gettext_noop
from sinetra.ports.clock import today
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Link, Pair
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.examinations.forms import StepForm
from sinetra.web.staff.examinations.verb_table import VERBS
from sinetra.web.staff.letters.forms import said
from sinetra.web.staff.letters.offered import write_url


@staff("examination.read")
@require_http_methods(["GET", "POST"])
def examination_verb(request: StaffRequest, pk: UUID, examination: UUID, name: str) -> HttpResponse:
    """Which verbs there are is the selector's answer; the verb checks once more."""
    view = examination_view(request.actor, pk, examination)
    possible = name in view.verbs
    if name not in VERBS or not (possible or request.method == "POST"):
        raise NotFound(gettext_noop("Langkah ini tidak mungkin dalam keadaan pemeriksaan sekarang."))
    found, row = VERBS[name], view.row
    written = told_by_letter(row, name)
    form = found.form(posted(request), initial={"on": today(row.matter.region_id), **written})
    form.offer(row)
    if form.is_valid() and attempt(form, lambda: found.run(row, request.actor, form.cleaned_data)) is not None:
        messages.success(request, _("Selesai: %(what)s.") % {"what": found.button})
        return redirect("matter", pk=pk)
    return _page(request, view, name, form, lost=not possible)


@staff("package.export")
def follow_up_answer(request: StaffRequest, pk: UUID) -> HttpResponse:
    """The signed answer as a file, for where no connection goes."""
    name, content = answer_file(request.actor, pk)
    answer = HttpResponse(content, content_type="application/json")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _page(request: StaffRequest, view: ExaminationView, name: str, form: StepForm, *, lost: bool) -> HttpResponse:
    found, row = VERBS[name], view.row
    offered = letters_of_step(row, name) if may(request.actor, "document.write") else ()
    make = [
        Pair(
            term=_("Suratnya"),
            value=_("Buat: %(letter)s") % {"letter": said(kind.title)},
            note=_("Nomor dan tanggalnya lalu terisi di sini."),
            url=write_url(row.matter_id, kind, row),
        )
        for kind in offered
    ]
    context = {
        "title": f"{found.button} – {row.matter.number}",
        "consequences": found.consequences,
        "pairs": [*make, *found.pairs(row)],
        "submit": found.button,
        "form": form,
        "back": Link(text=_("Batal"), url=reverse("matter", args=[row.matter_id])),
    }
    return render(request, "parts/confirm.html", context, status=Conflict.status if lost else 200)
