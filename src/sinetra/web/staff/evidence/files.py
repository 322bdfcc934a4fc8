"""The files themselves: a copy to look at or to take, video and sound to play, the original for a reason."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods, require_safe

from sinetra.apps.evidence import originals
from sinetra.apps.evidence.actions.note_touch import note_touch
from sinetra.apps.evidence.actions.open_original import open_original
from sinetra.apps.evidence.copies import open_copy
from sinetra.apps.evidence.file_reads import FileView, copy_to_show, file_view
from sinetra.apps.evidence.models import Evidence
from sinetra.apps.evidence.vocabulary import CopyKind, Touch
from sinetra.core.errors import BadInput, NotFound, gettext_noop
from sinetra.core.evidence.kinds import KINDS
from sinetra.core.file_name import bare_name
from sinetra.web.access import StaffRequest, staff
from sinetra.web.middleware.errors import in_words
from sinetra.web.parts import Link
from sinetra.web.staff.evidence.responses import sealed_answer
from sinetra.web.staff.evidence.states import states

# What a browser shows by itself without anything that acts. A PDF leaves as a download: no browser shows it in a
# sandbox (Chromium refuses, others run their own program on it).
_SHOWN = frozenset({"image/jpeg", "image/png", "text/plain"})
_ENDINGS = {"image/jpeg": "jpg", "image/png": "png", "application/pdf": "pdf", "text/plain": "txt"}


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_lazy("Alasan"),
        help_text=_lazy("Misalnya: pemeriksaan keaslian atas permintaan pleno. Alasan masuk jejak bukti."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _lazy("Tuliskan alasannya.")},
    )


@staff("evidence.read")
@require_safe
def evidence_copy(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    copy = copy_to_show(request.actor, pk)
    download = "unduh" in request.GET or copy.media_type not in _SHOWN
    seen = Touch.MASKED_VIEWED if copy.kind == CopyKind.MASKED else Touch.VIEWED
    note_touch(evidence=copy.evidence, what=Touch.DOWNLOADED if download else seen, actor=request.actor)
    name = f"salinan-{copy.sha256[:12]}.{_ENDINGS[copy.media_type]}"
    kind = f"{copy.media_type}; charset=utf-8" if copy.media_type == "text/plain" else copy.media_type
    return sealed_answer(open_copy(copy), kind, name, download=download)


@staff("evidence.read")
@require_safe
def evidence_play(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    view = file_view(request.actor, pk)
    if not view.plays:
        raise NotFound(gettext_noop("Berkas ini tidak diputar di sini."))
    note_touch(evidence=view.evidence, what=Touch.VIEWED, actor=request.actor)
    reader = originals.open_original(view.evidence)
    media_type, name = view.evidence.media_type, _name(view.evidence, view.name)
    return sealed_answer(reader, media_type, name, download=False, asked=request.headers.get("Range"))


@staff("evidence.open_original")
@require_http_methods(["GET", "POST"])
def evidence_original(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    view = file_view(request.actor, pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            reader = open_original(evidence=view.evidence, reason=form.cleaned_data["reason"], actor=request.actor)
        except BadInput as error:
            form.add_error("reason", in_words(error))
        else:
            return sealed_answer(reader, view.evidence.media_type, _name(view.evidence, view.name), download=True)
    return _reason_page(request, view, form)


def _reason_page(request: StaffRequest, view: FileView, form: ReasonForm) -> HttpResponse:
    warned = [word for sentiment, word in states(view) if sentiment in {"stop", "attention"}]
    context = {
        "title": _("Ambil berkas asli"),
        "consequences": [
            _("Berkas asli terunduh persis seperti dikirim pelapor, beserta metadata di dalamnya."),
            _("Nama Anda, waktu, dan alasan masuk jejak bukti dan catatan akses."),
            _("Buka hanya pada komputer kantor. Hapus sesudah dipakai."),
            *(_("Perhatikan: %(what)s.") % {"what": word} for word in warned),
        ],
        "submit": _("Unduh berkas asli"),
        "form": form,
        "stop": view.is_quarantined,
        "back": Link(text=_("Batal"), url=reverse("evidence_file", args=[view.evidence.pk])),
    }
    return render(request, "parts/confirm.html", context)


def _name(row: Evidence, name: str) -> str:
    """Of the reporter's file, with the ending of what it is."""
    kind = KINDS.get(row.media_type)
    ending = kind.ending if kind is not None else "bin"
    clean = bare_name(name) or f"bukti-{row.position}"
    return clean if clean.lower().endswith(f".{ending}") else f"{clean}.{ending}"
