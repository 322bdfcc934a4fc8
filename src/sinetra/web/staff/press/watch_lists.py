"""Watch lists: the list of them, a new one, other words, an end."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.policy import may
from sinetra.apps.monitoring import watch_selectors as selectors
from sinetra.apps.monitoring.actions.change_watch_list import change_watch_list
from sinetra.apps.monitoring.actions.create_watch_list import create_watch_list
from sinetra.apps.monitoring.actions.stop_watch_list import stop_watch_list
from sinetra.apps.monitoring.event_words import EVENT_TYPES, type_word
from sinetra.apps.monitoring.models import WatchList
from sinetra.apps.monitoring.watch_draft import WatchDraft
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Cell, Column, Link
from sinetra.web.public.report.forms import PlainText
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.lists import table
from sinetra.web.staff.press.tabs import tabs
from sinetra.web.staff.prevention.fields import area

RULE = _lazy("Orang tidak dipantau: nama, akun, nomor, dan alamat orang ditolak.")


class WatchForm(forms.Form):
    name = PlainText(
        label=_lazy("Nama daftar"),
        max_length=80,
        error_messages={"required": _lazy("Beri nama, paling banyak 80 huruf.")},
    )
    words = PlainText(
        label=_lazy("Kata atau frasa"),
        required=False,
        max_length=5000,
        widget=area(5),
        help_text=_lazy("Satu baris satu kata atau frasa, misalnya: politik uang. Besar kecil huruf tidak dibedakan."),
    )
    offices = PlainText(
        label=_lazy("Kantor atau unit"),
        required=False,
        max_length=5000,
        widget=area(3),
        help_text=_lazy("Satu baris satu kantor, misalnya: Dinas Pendidikan."),
    )
    event_types = forms.MultipleChoiceField(
        label=_lazy("Hanya jenis peristiwa"),
        required=False,
        choices=list(EVENT_TYPES.items()),
        widget=forms.CheckboxSelectMultiple,
    )
    regions = PlainText(
        label=_lazy("Hanya daerah"),
        required=False,
        max_length=400,
        widget=area(2),
        help_text=_lazy("Satu baris satu kode, misalnya 63.72. Kode provinsi mencakup semua daerahnya."),
    )

    def draft(self) -> WatchDraft:
        given = self.cleaned_data
        return WatchDraft(
            name=given["name"],
            words=given["words"].splitlines(),
            offices=given["offices"].splitlines(),
            event_types=given["event_types"],
            regions=[line.strip() for line in given["regions"].splitlines()],
        )


@staff("watch_list.read")
def watch_lists(request: StaffRequest) -> HttpResponse:
    new = Link(text=_("Buat daftar pantau"), url=reverse("new_watch_list"))
    may_write = may(request.actor, "watch_list.write")
    listed = table(
        request,
        selectors.watch_lists(request.actor),
        caption=_("Daftar pantau, yang terbaru di atas"),
        columns=[
            Column(text=_("Nama daftar")),
            Column(text=_("Isi")),
            Column(text=_("Belum dilihat")),
            Column(text=_("Keadaan")),
        ],
        cells=_cells,
        empty=(_("Belum ada daftar pantau"), _("Daftar menandai artikel baru yang memuat kata, kantor, atau acara.")),
        empty_link=new if may_write else None,
    )
    context = {
        "title": _("Daftar pantau"),
        "lead": RULE,
        "tabs": tabs(request.actor, "watch_lists"),
        "table": listed,
        "actions": [new] if may_write else [],
    }
    return render(request, "staff/press/list.html", context)


def state(row: WatchList) -> tuple[str, str]:
    return ("plain", _("dihentikan")) if row.stopped_at else ("good", _("berjalan"))


def _cells(row: WatchList) -> list[Cell]:
    held = [*row.words, *row.offices, *map(type_word, row.event_types), *row.regions]
    waits = selectors.some_unseen(row)
    sentiment, word = state(row)
    return [
        Cell(text=row.name, url=reverse("watch_list", args=[row.pk])),
        Cell(text=", ".join(held[:6]) + (" …" if len(held) > 6 else "")),
        Cell(text=_("ada"), sentiment="attention") if waits else Cell(text=_("tidak ada")),
        Cell(text=word, sentiment=sentiment),
    ]


@staff("watch_list.write")
@require_http_methods(["GET", "POST"])
def new_watch_list(request: StaffRequest) -> HttpResponse:
    form = WatchForm(posted(request))
    if form.is_valid():
        row = attempt(form, lambda: create_watch_list(draft=form.draft(), actor=request.actor))
        if row is not None:
            messages.success(request, _("Daftar pantau berjalan. Ia membandingkan artikel yang masuk mulai sekarang."))
            return redirect("watch_list", pk=row.pk)
    back = Link(text=_("Daftar pantau"), url=reverse("watch_lists"))
    return _form(request, form, _("Buat daftar pantau"), back)


@staff("watch_list.write")
@require_http_methods(["GET", "POST"])
def edit_watch_list(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = selectors.watch_list(request.actor, pk)
    lines = {name: "\n".join(getattr(row, name)) for name in ("words", "offices", "regions")}
    form = WatchForm(posted(request), initial={"name": row.name, "event_types": row.event_types, **lines})
    if form.is_valid():
        done = attempt(form, lambda: change_watch_list(watch_list=row, draft=form.draft(), actor=request.actor))
        if done is not None:
            messages.success(request, _("Daftar diubah. Yang sudah ditemukan tetap tersimpan."))
            return redirect("watch_list", pk=pk)
    return _form(request, form, _("Ubah daftar pantau"), Link(text=row.name, url=reverse("watch_list", args=[pk])))


def _form(request: StaffRequest, form: WatchForm, title: str, back: Link) -> HttpResponse:
    notes = [
        RULE,
        _("Yang diterima: kata tentang perbuatan, kantor, atau acara dalam berita yang terbit."),
        _("Artikel ditandai bila memuat salah satu kata atau kantor, dan cocok dengan jenis dan daerah yang diisi."),
    ]
    context = {"form": form, "title": title, "notes": notes, "submit": _("Simpan daftar"), "back": back}
    return render(request, "staff/prevention/form.html", context)


@staff("watch_list.write")
@require_http_methods(["GET", "POST"])
def end_watch_list(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = selectors.watch_list(request.actor, pk)
    if request.method == "POST":
        stop_watch_list(watch_list=row, actor=request.actor)
        messages.success(request, _("Daftar pantau dihentikan."))
        return redirect("watch_list", pk=pk)
    back = Link(text=row.name, url=reverse("watch_list", args=[pk]))
    return render(request, "staff/press/stop_watch_list.html", {"row": row, "back": back})
