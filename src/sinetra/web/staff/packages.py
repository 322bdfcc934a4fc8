"""Bringing in a signed package as a file, where no connection goes: the same check as over HTTPS."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.policy import visible
from sinetra.apps.cases.actions.receive_package import receive_package
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.received import Received
from sinetra.apps.invitations.actions import receive as receive_consult
from sinetra.apps.invitations.receiving import Received as ConsultReceived
from sinetra.apps.invitations.receiving import is_consult
from sinetra.core.errors import Conflict, VerificationFailed
from sinetra.core.packages import LARGEST, Kind
from sinetra.ports.clock import zone_of
from sinetra.web.access import StaffRequest, staff
from sinetra.web.format import instant_text, size_text
from sinetra.web.middleware.errors import in_words
from sinetra.web.parts import Link, Pair

KINDS: dict[Kind, str | Promise] = {
    Kind.FORWARDING: gettext_lazy("Penerusan perkara"),
    Kind.ACKNOWLEDGEMENT: gettext_lazy("Tanda terima"),
    Kind.RETURN: gettext_lazy("Pengembalian"),
    Kind.ANSWER: gettext_lazy("Jawaban tentang tindak lanjut"),
    Kind.CORRECTION: gettext_lazy("Pembetulan: dugaan tidak terbukti"),
    Kind.CORRECTED: gettext_lazy("Tanda terima pembetulan"),
}
# What to do about each way in which a package is not to be believed (codes of core.packages and record_reply).
ADVICE: dict[str, str | Promise] = {
    "package_unreadable": gettext_lazy("Pilih berkas .json yang diunduh dari Sinetra pengirim, tanpa dibuka-simpan."),
    "package_altered": gettext_lazy("Jangan dipakai. Minta pengirim mengirim ulang berkas aslinya."),
    "package_sender_unknown": gettext_lazy("Minta admin mencatat kunci publik instansi pengirim, lalu ulangi."),
    "package_signature": gettext_lazy("Jangan dipakai. Tanyakan dahulu kepada pengirim lewat jalur lain."),
    "package_addressee": gettext_lazy("Kembalikan berkas kepada pengirim; bukan kantor ini yang berwenang."),
    "package_content": gettext_lazy("Minta pengirim memperbaiki isinya dan menandatangani paket baru."),
    "reply_to_nothing": gettext_lazy("Periksa apakah berkas ini milik kantor lain."),
    "reply_to_other_content": gettext_lazy("Minta penerima memeriksa paket mana yang dijawabnya."),
}


class PackageForm(forms.Form):
    package = forms.FileField(
        label=gettext_lazy("Berkas paket"),
        help_text=gettext_lazy("Berkas .json dari instansi lain. Tanda tangan dan isinya diperiksa sebelum disimpan."),
        widget=forms.FileInput(attrs={"accept": ".json,application/json"}),
        error_messages={
            "required": gettext_lazy("Pilih berkas paket."),
            "empty": gettext_lazy("Berkas ini kosong."),
            "missing": gettext_lazy("Pilih berkas paket."),
            "invalid": gettext_lazy("Pilih berkas paket."),
        },
    )

    def clean_package(self) -> bytes:
        file = self.cleaned_data["package"]
        if file.size > LARGEST:
            most = size_text(LARGEST, get_language() or "id")
            raise forms.ValidationError(_("Berkas ini terlalu besar untuk sebuah paket; paling banyak %s.") % most)
        content: bytes = file.read()
        return content


@staff("package.receive")
@require_http_methods(["GET", "POST"])
def bring_in(request: StaffRequest) -> HttpResponse:
    return _bring(request, Link(text=_("Batal"), url=reverse("inbox")))


@staff("invitation.receive")
@require_http_methods(["GET", "POST"])
def bring_consult(request: StaffRequest) -> HttpResponse:
    """The same page for the team, which has no inbox of matters: what is about a matter is refused there."""
    return _bring(request, Link(text=_("Batal"), url=reverse("invitations")))


def _bring(request: StaffRequest, back: Link) -> HttpResponse:
    form = PackageForm(request.POST, request.FILES) if request.method == "POST" else PackageForm()
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            if is_consult(form.cleaned_data["package"]):
                return _consult_taken(request, receive_consult(form.cleaned_data["package"], actor=request.actor))
            taken = receive_package(form.cleaned_data["package"], actor=request.actor)
        except VerificationFailed as error:
            form.add_error("package", f"{in_words(error)} {ADVICE.get(error.code, '')}".strip())
            status = error.status
        except Conflict as error:
            form.add_error("package", f"{in_words(error)} {_('Tidak ada yang berubah; tanyakan kepada pengirim.')}")
            status = error.status
        else:
            return render(request, "staff/packages/taken.html", _taken(request, taken))
    return render(request, "staff/packages/bring_in.html", {"form": form, "back": back}, status=status)


def _consult_taken(request: StaffRequest, taken: ConsultReceived) -> HttpResponse:
    if taken.repeated:
        messages.info(request, _("Paket ini sudah pernah diterima. Tidak ada yang berubah."))
    else:
        messages.success(request, _("Tanda tangannya benar dan isinya utuh."))
    return redirect("invitation_item", pk=taken.row.pk)


def _taken(request: StaffRequest, taken: Received) -> dict[str, Any]:
    """What came, from whom, and in which matter it is now."""
    package, language = taken.package, get_language() or "id"
    # None for somebody whose role is for another region: the package is in, its matter is a colleague's.
    matter = visible(request.actor, Matter).filter(pk=taken.hand_over.matter_id).first()
    zone = zone_of(matter.region_id if matter else None).abbreviation
    here = Pair(term=_("Perkara di sini"), value=_("di luar wilayah Anda; rekan Anda yang menanganinya"))
    if matter:
        here = Pair(term=here.term, value=matter.number, url=reverse("matter", args=[matter.pk]))
    pairs = [
        Pair(term=_("Yang datang"), value=KINDS[package.kind]),
        Pair(term=_("Dari"), value=package.sender.name),
        Pair(term=_("Ditandatangani"), value=instant_text(package.created_at, zone, language)),
        here,
        Pair(term=_("Sidik isi (SHA-256)"), value=package.digest()),
    ]
    if reason := package.content.get("reason"):
        pairs.insert(3, Pair(term=_("Alasan"), value=str(reason)))
    if package.kind is not Kind.RETURN and package.content.get("number"):
        pairs.insert(3, Pair(term=_("Nomor di kantor pengirim"), value=str(package.content["number"])))
    return {"taken": taken, "matter": matter, "pairs": pairs, "is_new": package.kind is Kind.FORWARDING}
