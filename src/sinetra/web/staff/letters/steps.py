"""What is done to a letter: numbered, thrown away as a draft, revoked, brought back signed. Each is told before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.cases.actions.discard_letter import discard_letter
from sinetra.apps.cases.actions.issue_document import issue_letter
from sinetra.apps.cases.actions.make_file import make_file
from sinetra.apps.cases.actions.revoke_letter import revoke_letter
from sinetra.apps.cases.actions.take_signed import Returned, take_signed
from sinetra.apps.cases.letters.kept import text_of
from sinetra.apps.cases.letters.reads import document, kind_of
from sinetra.apps.cases.models import IssuedDocument
from sinetra.core.documents.printed_code import grouped
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Link, Pair
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.letters.forms import RevokeForm, SignedForm, said
from sinetra.web.staff.letters.words import check_url, form_words


class NumberForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)


@staff("document.issue")
@require_http_methods(["GET", "POST"])
def number_letter(request: StaffRequest, pk: UUID) -> HttpResponse:
    """``version``: what was read on the page before; a draft that was rewritten meanwhile gets no number."""
    row = document(request.actor, pk)
    form = NumberForm(posted(request), initial={"version": row.version})

    def act() -> IssuedDocument:
        issued = issue_letter(document=row, version=form.cleaned_data["version"], actor=request.actor)
        return make_file(document=issued, url=check_url(request, text_of(issued)), actor=request.actor)

    if form.is_valid() and attempt(form, act) is not None:
        messages.success(request, _("Surat bernomor %(number)s.") % {"number": row.number})
        return redirect("letter", pk=pk)
    lines = [
        _("Surat mendapat nomor urut berikutnya dan tanggal hari ini; isinya tidak berubah lagi."),
        _("PDF-nya diberi segel uji dan kode periksa. Siapa pun dapat memeriksa keasliannya, tanpa nama siapa pun."),
        form_words(text_of(row).form),
    ]
    if row.replaces is not None:
        lines.append(_("Versi %(number)s dinyatakan diganti.") % {"number": row.replaces.number})
    return _confirm(request, row, form, _("Beri nomor"), lines)


@staff("document.write")
@require_http_methods(["GET", "POST"])
def discard(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = document(request.actor, pk)
    form = NumberForm(posted(request), initial={"version": row.version})
    matter = row.matter_id
    if form.is_valid():
        version = form.cleaned_data["version"]
        if attempt(form, lambda: _done(lambda: discard_letter(document=row, version=version, actor=request.actor))):
            messages.success(request, _("Konsep dibuang."))
            return redirect("letters", pk=matter)
    lines = [_("Konsep ini hilang dan tidak dapat dikembalikan. Tidak ada nomor yang terpakai.")]
    return _confirm(request, row, form, _("Buang konsep"), lines, stop=True)


@staff("document.revoke")
@require_http_methods(["GET", "POST"])
def revoke(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = document(request.actor, pk)
    form = RevokeForm(posted(request))
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        if attempt(form, lambda: revoke_letter(document=row, reason=reason, actor=request.actor)) is not None:
            messages.success(request, _("Surat dicabut."))
            return redirect("letter", pk=pk)
    lines = [
        _("Halaman pemeriksaan menyatakan surat ini dicabut, mulai saat ini."),
        _("Pencabutan tidak dapat dibatalkan. Berkas dan nomornya tetap tersimpan."),
    ]
    return _confirm(request, row, form, _("Cabut surat"), lines, stop=True)


@staff("document.sign")
@require_http_methods(["GET", "POST"])
def bring_signed(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = document(request.actor, pk)
    form = SignedForm(request.POST, request.FILES) if request.method == "POST" else SignedForm()
    if form.is_valid():
        content, typed = form.cleaned_data["file"].read(), form.cleaned_data["typed"]
        found = attempt(form, lambda: take_signed(document=row, content=content, actor=request.actor, typed=typed))
        if found is not None:
            _tell(request, found)
            return redirect("letter", pk=pk)
    context = {
        "form": form,
        "title": _("Unggah berkas bertanda tangan"),
        "lead": _("%(title)s nomor %(number)s") % {"title": said(kind_of(row).title), "number": row.number},
        "notes": [_("Tanda tangan di dalamnya tidak diperiksa di sini; periksa pada layanan yang menerbitkannya.")],
        "submit": _("Cocokkan dan simpan"),
        "back": Link(text=row.number, url=reverse("letter", args=[pk])),
    }
    return render(request, "staff/prevention/form.html", context)


def _tell(request: StaffRequest, found: Returned) -> None:
    if found.repeated:
        messages.info(request, _("Berkas yang sama sudah tersimpan; tidak ada yang berubah."))
    elif found.copy.matched_by:
        messages.success(request, _("Berkas cocok dengan surat ini dan disimpan tersegel."))
    elif found.other:
        told = {"codes": ", ".join(grouped(code) for code in found.other)}
        messages.warning(
            request, _("Berkas ini memuat kode surat lain: %(codes)s. Tetap disimpan, ditandai tidak cocok.") % told
        )
    else:
        messages.warning(
            request,
            _(
                "Kode surat ini tidak ditemukan dalam berkas. Tetap disimpan, ditandai tidak cocok. "
                "Bila pindaian, unggah lagi dengan kode di bawah QR-nya."
            ),
        )


def _done(act: Callable[[], None]) -> bool:
    act()
    return True


def _confirm(
    request: StaffRequest,
    row: IssuedDocument,
    form: forms.Form,
    title: str,
    consequences: Sequence[str],
    *,
    stop: bool = False,
) -> HttpResponse:
    context = {
        "title": title,
        "consequences": consequences,
        "pairs": [
            Pair(term=_("Surat"), value=said(kind_of(row).title)),
            Pair(term=_("Perkara"), value=row.matter.number),
        ],
        "form": form,
        "submit": title,
        "stop": stop,
        "back": Link(text=_("Batal"), url=reverse("letter", args=[row.pk])),
    }
    return render(request, "parts/confirm.html", context)
