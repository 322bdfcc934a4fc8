"""Materials, photos and minutes of an activity: brought in, handed out, taken off; and minutes as text."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.policy import visible
from sinetra.apps.prevention.actions.add_file import add_file, content_of, remove_file
from sinetra.apps.prevention.actions.write_minutes import write_minutes
from sinetra.apps.prevention.models import Activity, ActivityFile
from sinetra.apps.prevention.selectors import activities as rows_of
from sinetra.apps.prevention.uploads import MATERIAL
from sinetra.web.access import StaffRequest, staff
from sinetra.web.downloads import download
from sinetra.web.format import size_text
from sinetra.web.parts import Link
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.prevention.part_forms import FileForm, MinutesForm
from sinetra.web.staff.prevention.parts_of import PartLine, part_page
from sinetra.web.staff.prevention.words import FILES, language


@staff("activity.plan")
@require_http_methods(["GET", "POST"])
def files(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = rows_of.activity(request.actor, pk)
    form = FileForm(posted(request), request.FILES or None)
    if form.is_valid() and attempt(form, lambda: _kept(request, row, form)) is not None:
        messages.success(request, _("Berkas disimpan."))
        return redirect("activity_files", pk=pk)
    lines = [
        PartLine(
            title=item.name,
            text=f"{FILES[item.kind]} · {size_text(item.octets, language())}",
            verbs=((_("Hapus"), reverse("remove_activity_file", args=[item.pk])),),
        )
        for item in visible(request.actor, ActivityFile).filter(activity=row).order_by("-id")
    ]
    return part_page(
        request,
        row,
        title=_("Berkas"),
        lines=lines,
        form=form,
        submit=_("Simpan berkas"),
        empty=_("Belum ada berkas. Foto disimpan tanpa data kamera dan tempat."),
        is_upload=True,
    )


def _kept(request: StaffRequest, row: Activity, form: FileForm) -> ActivityFile:
    """One octet more than allowed is enough to refuse it."""
    upload = form.cleaned_data["file"]
    kind = ActivityFile.Kind(form.cleaned_data["kind"])
    content = upload.read(MATERIAL.most_octets + 1)
    return add_file(activity=row, kind=kind, name=upload.name or "", content=content, actor=request.actor)


@staff("activity.plan")
def activity_file(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Always a download: nothing that somebody sent is shown under this site's name."""
    row = rows_of.file(request.actor, pk)
    return download(content_of(row), row.media_type, row.name)


@staff("activity.plan")
@require_http_methods(["POST"])
def remove(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = rows_of.file(request.actor, pk)
    activity = row.activity_id
    remove_file(row=row, actor=request.actor)
    messages.success(request, _("Berkas dihapus."))
    return redirect("activity_files", pk=activity)


@staff("activity.plan")
@require_http_methods(["GET", "POST"])
def minutes(request: StaffRequest, pk: UUID) -> HttpResponse:
    """``version`` is what the writer read: who was slower learns of it and keeps the text."""
    row = rows_of.activity(request.actor, pk)
    form = MinutesForm(posted(request), initial={"text": row.minutes, "version": row.version})
    if form.is_valid():
        row.version = form.cleaned_data["version"]
        text = form.cleaned_data["text"]
        if attempt(form, lambda: write_minutes(activity=row, text=text, actor=request.actor)) is not None:
            messages.success(request, _("Notula disimpan."))
            return redirect("activity", pk=pk)
    context = {
        "form": form,
        "title": _("Notula"),
        "lead": row.title,
        "submit": _("Simpan notula"),
        "back": Link(text=row.title, url=reverse("activity", args=[pk])),
    }
    return render(request, "staff/prevention/form.html", context)
