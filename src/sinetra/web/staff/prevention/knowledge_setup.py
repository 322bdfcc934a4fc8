"""The organiser makes the forms of a test, and says when the test after begins."""

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
from django.views.decorators.http import require_http_methods

from sinetra.apps.prevention.actions.prepare_test import SIZES, open_after_test, prepare_test
from sinetra.apps.prevention.selectors import activities, understanding
from sinetra.core.prevention.parallel_forms import SIZE
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Link
from sinetra.web.public.participation.session_facts import session_title
from sinetra.web.staff.accounts.forms import NothingForm
from sinetra.web.staff.attempt import attempt, posted


class SizeForm(forms.Form):
    size = forms.IntegerField(
        label=_lazy("Banyaknya soal dalam satu tes"),
        help_text=_lazy("Tes sebelum dan sesudah memakai soal yang berbeda, jadi bank perlu dua kali lipatnya."),
        min_value=SIZES[0],
        max_value=SIZES[1],
    )


@staff("test.prepare")
@require_http_methods(["GET", "POST"])
def prepare(request: StaffRequest, pk: UUID) -> HttpResponse:
    activity = activities.activity(request.actor, pk)
    form = SizeForm(posted(request), initial={"size": SIZE})
    if form.is_valid():
        size = form.cleaned_data["size"]
        if attempt(form, lambda: prepare_test(activity=activity, actor=request.actor, size=size)) is not None:
            messages.success(request, _("Tes siap. Peserta membukanya dari halaman mereka."))
            return redirect("activity_test", pk=pk)
    context = {
        "title": _("Susun tes: %(title)s") % {"title": activity.title},
        "lead": _(
            "Dua bentuk yang setara disusun dari bank soal. Separuh peserta mulai dengan bentuk A, separuh dengan B."
        ),
        "form": form,
        "submit": _("Susun tes"),
        "back": Link(text=_("Tes kegiatan ini"), url=reverse("activity_test", args=[pk])),
    }
    return render(request, "staff/prevention/form.html", context)


@staff("test.open_after")
@require_http_methods(["GET", "POST"])
def open_after(request: StaffRequest, pk: UUID) -> HttpResponse:
    session = understanding.session(request.actor, pk)
    back = reverse("activity_test", args=[session.activity_id])
    form = NothingForm(posted(request))
    if form.is_valid() and attempt(form, lambda: open_after_test(session=session, actor=request.actor)) is not None:
        messages.success(request, _("Tes sesudah dibuka. Peserta memuat ulang halaman mereka."))
        return redirect(back)
    context: dict[str, Any] = {
        "title": _("Buka tes sesudah: %(title)s") % {"title": session_title(session)},
        "consequences": [
            _("Tes sebelum berakhir bagi semua peserta sesi ini."),
            _("Peserta dapat mengerjakan tes sesudah sampai sesi ditutup."),
        ],
        "form": form,
        "submit": _("Buka tes sesudah"),
        "back": Link(text=_("Batal"), url=back),
    }
    return render(request, "parts/confirm.html", context)
